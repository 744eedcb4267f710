#pragma once

#include <QLineEdit>

namespace evertill {

/// Where a code or a name is typed. While it is empty its keys work on the ticket: + − * / Del, Ctrl+Del; Up
/// and Down always move along whatever list is shown. Scans never land here: the shell hears them.
class ScanField final : public QLineEdit {
    Q_OBJECT
public:
    explicit ScanField(QWidget *parent = nullptr);

Q_SIGNALS:
    void moveRequested(int rows);
    void increaseRequested();
    void decreaseRequested();
    void quantityRequested();
    void priceRequested();
    void removeRequested();
    void dropRequested();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    [[nodiscard]] bool workOnTicket(const QKeyEvent &event);
};

} // namespace evertill

#pragma once

#include "ui/picking/pickups_view.h"

#include <QScrollArea>

class QVBoxLayout;

namespace evertill {

class PickLineRow;

/// The lines of the open order. With the focus, Up and Down choose a line, + and − count it, Ctrl+N says that
/// it is not available.
class LineList final : public QScrollArea {
    Q_OBJECT
public:
    explicit LineList(QWidget *parent = nullptr);
    void render(const PickupDetail &order, std::size_t current);

Q_SIGNALS:
    void lineChosen(std::size_t line);
    void countRequested(std::size_t line, int direction);
    void notAvailableRequested(std::size_t line);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    QWidget *m_page;
    QVBoxLayout *m_column;
    std::vector<PickLineRow *> m_rows;
    std::size_t m_current = 0;
};

} // namespace evertill

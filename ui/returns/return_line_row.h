#pragma once

#include "ui/returns/returns_view.h"

#include <QFrame>

class QLabel;
class QLineEdit;

namespace evertill {

class AmountLabel;
class BigButton;

/// A line of the receipt: what was bought, how much of it comes back, in which condition, and what that
/// gives.
class ReturnLineRow final : public QFrame {
    Q_OBJECT
public:
    explicit ReturnLineRow(std::size_t line, QWidget *parent = nullptr);
    /// \a current: the line that keys act on; the keys are written on its buttons.
    void render(const ReturnChoice &choice, bool current);
    [[nodiscard]] QLineEdit *quantityField() const { return m_quantity; }

Q_SIGNALS:
    void quantityTyped(std::size_t line, const QString &typed);
    void countRequested(std::size_t line, int direction);
    void damagedChosen(std::size_t line, bool damaged);

private:
    void renderQuantity(const ReturnChoice &choice);

    std::size_t m_line;
    QLabel *m_name;
    QLabel *m_left;
    BigButton *m_fewer;
    QLineEdit *m_quantity;
    BigButton *m_more;
    BigButton *m_damaged;
    AmountLabel *m_refund;
};

} // namespace evertill

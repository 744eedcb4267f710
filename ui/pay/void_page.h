#pragma once

#include "ui/pay/pay_view.h"

#include <QWidget>

class QLabel;

namespace evertill {

class AmountLabel;
class BigButton;
class InlineNotice;

/// Card money is to go back: the terminal voids it, and the cashier says so.
class VoidPage final : public QWidget {
    Q_OBJECT
public:
    explicit VoidPage(QWidget *parent = nullptr);
    void render(const PayView &view);
    void takeFocus();

Q_SIGNALS:
    void voided();
    void backRequested();

private:
    AmountLabel *m_amount;
    QLabel *m_step;
    InlineNotice *m_notice;
    BigButton *m_voided;
    BigButton *m_back;
};

} // namespace evertill

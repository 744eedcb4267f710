#pragma once

#include "ui/pay/pay_view.h"

#include <QWidget>

class QLabel;

namespace evertill {

class AmountLabel;
class BigButton;

/// The sale is durable: the change in huge figures, what was paid, and on to the next customer.
class PaidPage final : public QWidget {
    Q_OBJECT
public:
    explicit PaidPage(QWidget *parent = nullptr);
    void render(const PayView &view);
    void takeFocus();

Q_SIGNALS:
    void nextRequested();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    QLabel *m_icon;
    QLabel *m_title;
    AmountLabel *m_change;
    QLabel *m_paid;
    QLabel *m_receipt;
    BigButton *m_next;
};

} // namespace evertill

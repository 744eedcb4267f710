#pragma once

#include "ui/pay/pay_view.h"

#include <QWidget>

class QLabel;

namespace evertill {

class AmountLabel;
class BigButton;
class InlineNotice;

/// While the customer's points or account pay: says that the head office is being asked, or what it said, and
/// what the shop takes where nobody can ask.
class OwnMoneyPage final : public QWidget {
    Q_OBJECT
public:
    explicit OwnMoneyPage(QWidget *parent = nullptr);
    void render(const PayView &view);
    void takeFocus();

Q_SIGNALS:
    void againRequested();
    void offlineTaken();
    void backRequested();

private:
    QLabel *m_title;
    AmountLabel *m_amount;
    QLabel *m_step;
    InlineNotice *m_notice;
    BigButton *m_again;
    BigButton *m_offline;
    BigButton *m_back;
};

} // namespace evertill

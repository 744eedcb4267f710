#pragma once

#include "ui/sell/price/price_question.h"

#include <QFrame>

class QLabel;

namespace evertill {

class AmountField;
class BigButton;
class InlineNotice;
class ReasonField;

/// Asks for the price of one unit, and for the reason where the shop asks another one.
class PricePage final : public QFrame {
    Q_OBJECT
public:
    explicit PricePage(Currency currency, QWidget *parent = nullptr);
    /// Nothing: no question any more, so that the next one begins empty.
    void render(const std::optional<PriceQuestion> &question);
    void takeFocus();

Q_SIGNALS:
    void entered(const QString &price, const QString &reason);
    void backRequested();

private:
    void enable();
    void goOn();

    Currency m_currency;
    QLabel *m_title;
    QLabel *m_now;
    AmountField *m_field;
    InlineNotice *m_notice;
    ReasonField *m_reason;
    BigButton *m_take;
    std::optional<PriceQuestion> m_question;
};

} // namespace evertill

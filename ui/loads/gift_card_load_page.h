#pragma once

#include "core/base/result.h"
#include "ui/loads/gift_card_loading.h"

#include <QFrame>

class QLabel;

namespace evertill {

class AmountField;
class BigButton;
class InlineNotice;

/// A gift card that was scanned at the counter: what is on it, and how much more it is to have.
class GiftCardLoadPage final : public QFrame {
    Q_OBJECT
public:
    explicit GiftCardLoadPage(Currency currency, QWidget *parent = nullptr);
    void render(const GiftCardLoading &loading, const std::optional<Refusal> &refusal);
    void takeFocus();

Q_SIGNALS:
    void loadRequested(evertill::Money amount);
    void backRequested();

private:
    void load();

    QLabel *m_title;
    QLabel *m_balance;
    AmountField *m_amount;
    InlineNotice *m_notice;
    BigButton *m_load;
    QString m_card;
    Currency m_currency;
};

} // namespace evertill

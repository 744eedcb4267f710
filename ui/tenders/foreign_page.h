#pragma once

#include "core/base/result.h"
#include "ui/tenders/foreign_ask.h"

#include <QWidget>

class QGridLayout;
class QLabel;

namespace evertill {

class AmountField;
class AmountLabel;
class BigButton;
class InlineNotice;

/// Which foreign notes are given: what is due in them, what they count for, and the change in home cash.
class ForeignPage final : public QWidget {
    Q_OBJECT
public:
    explicit ForeignPage(Currency currency, QWidget *parent = nullptr);
    void render(const ForeignAsk &ask, const std::optional<Refusal> &refusal);
    void takeFocus();

Q_SIGNALS:
    void chosen(evertill::Currency currency);
    void typed(std::optional<evertill::Money> given);
    void taken();
    void backRequested();

private:
    [[nodiscard]] QLayout *makeEntry();
    void showCurrencies(const ForeignAsk &ask);

    AmountLabel *m_due;
    QGridLayout *m_currencies;
    std::vector<Currency> m_shown;
    std::vector<BigButton *> m_buttons;
    QLabel *m_worth;
    InlineNotice *m_notice;
    AmountField *m_given;
    BigButton *m_take;
    BigButton *m_back;
    Currency m_currency;
};

} // namespace evertill

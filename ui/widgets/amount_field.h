#pragma once

#include "core/base/money.h"

#include <QLineEdit>

#include <optional>

namespace evertill {

/// Where an amount is typed, as people write it: "20", "12.50", "12,5". Digits beyond the currency's minor
/// unit can't be entered.
class AmountField : public QLineEdit {
    Q_OBJECT
public:
    explicit AmountField(Currency currency, QWidget *parent = nullptr);
    /// What the field says; nothing while it is empty or no amount.
    [[nodiscard]] std::optional<Money> amount() const;
    void setAmount(Money amount);
    /// Another currency: its decimals from now on.
    void setCurrency(Currency currency);

private:
    Currency m_currency;
};

} // namespace evertill

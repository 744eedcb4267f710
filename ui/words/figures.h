#pragma once

#include "core/base/clock.h"
#include "core/base/money.h"

#include <QLocale>
#include <QString>

#include <optional>

namespace evertill {

/// Amounts, quantities and times as people read them, in the form of the default QLocale.

/// "€1,234.50"; "−€3.00" for money going back.
[[nodiscard]] QString moneyText(Money amount);
/// "1,234.50": where the currency is plain from what stands around it.
[[nodiscard]] QString plainMoneyText(Money amount);
/// "3" for pieces, "0.340 kg" for what is weighed. \a unit as products carry it: "ea" is not written.
[[nodiscard]] QString quantityText(Quantity quantity, const QString &unit);
/// "19 %", "8.875 %".
[[nodiscard]] QString percentageText(Percentage rate);
/// "14:02", on the till's own clock.
[[nodiscard]] QString timeText(Instant at, const Clock &clock);
/// "18 Jul 14:02".
[[nodiscard]] QString dateTimeText(Instant at, const Clock &clock);

/// The amount that \a typed means: "20", "12.50", "12,5", with or without grouping. Nothing for anything
/// else, for a minus sign, for more decimals than the currency has and for amounts beyond Money::kLargest.
[[nodiscard]] std::optional<Money> parseMoney(QStringView typed, Currency currency);
/// The quantity that \a typed means, up to three decimals: "3", "0,340". Nothing for anything else or below
/// zero.
[[nodiscard]] std::optional<Quantity> parseQuantity(QStringView typed);

} // namespace evertill

#pragma once

#include "core/pricing/model/basket.h"

namespace evertill {

/// The taxes that one line meets, in the order in which they are reckoned.
/// The rules that \a ids name; without ids those of the category \a category. Only rules that hold at this
/// store, at this moment, and in the region where the goods go: the ship-to's, or the store's own where the
/// customer takes them along ("DE" speaks for "DE-BE" too). \a mode says whether the price holds a tax that
/// does not say so itself. What an exemption with a certificate covers is Exempt.
[[nodiscard]] std::vector<TaxRate> taxesFor(
    const Basket &basket, const QString &category, const std::optional<QStringList> &ids, PriceMode mode);

/// Whether \a rates are such as a shop may have: not more than kMostRates, and none that makes a price
/// thousandfold or leaves next to nothing of it. Beyond that sums would not fit.
[[nodiscard]] bool areReckonable(const std::vector<TaxRate> &rates);

/// A price that was made for the taxes \a from, where the taxes \a to hold: what it costs without tax stays,
/// and the taxes that \a to puts into prices are put into it. A price that does not hold all of \a from stays
/// as it is, for it was never all that is paid; so does one whose taxes are the same.
[[nodiscard]] UnitPrice adaptPrice(
    UnitPrice price, const std::vector<TaxRate> &from, const std::vector<TaxRate> &to);

/// What \a taxes says to \a question when it is asked in \a order, a place for each line: the cents that a
/// document has over then fall on the same goods in whatever order those were scanned.
[[nodiscard]] Result<TaxAnswer> answerInOrder(
    const TaxProvider &taxes, const TaxQuestion &question, const std::vector<std::size_t> &order);

} // namespace evertill

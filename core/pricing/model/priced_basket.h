#pragma once

#include "core/pricing/model/basket.h"

namespace evertill {

/// Where a unit price came from.
struct PriceSource {
    enum Kind { Given, List, Label, Open, Override, Deposit } kind = Given;
    QString list; ///< List
    Quantity from; ///< List: the quantity break that was reached
    QString reason; ///< Override
    QString approvedBy; ///< Override
};

struct DiscountShare {
    std::size_t line = 0;
    std::int64_t amount = 0;
};

/// One reason why the customer pays less. Its shares add up to it.
struct Discount {
    QString promotion; ///< id; empty where a person gave it
    QString name;
    QString reason;
    QString approvedBy;
    QString coupon; ///< the code that opened it
    std::int64_t amount = 0;
    std::int64_t times = 0; ///< groups that were made, for mix and match and its like
    bool lowersTax = true;
    std::vector<DiscountShare> shares;
};

/// amount − discount = paid; net + Σ tax = gross; gross − afterTax = toPay.
struct PricedLine {
    std::optional<std::size_t> depositOf; ///< the line that this deposit belongs to
    UnitPrice price;
    PriceSource source;
    bool isTaxIncluded = true;
    bool isMarkedDown = false; ///< by its price list, or as the basket said
    std::int64_t amount = 0; ///< price × quantity, rounded half up, or the label's
    std::int64_t discount = 0; ///< all discounts on this line
    std::int64_t afterTax = 0; ///< those of them that leave the tax as it is
    TaxAnswerLine tax;
    std::int64_t toPay = 0;
};

/// Goods that a promotion gives and that are not among the basket's: still to be added, or fetched.
struct FreeGoods {
    QString promotion;
    QString sku;
    std::int64_t units = 0;
};

struct RefusedCoupon {
    QString code;
    QString why; ///< unknown, spent, not_now, not_reached, not_combinable, used_up, budget, no_goods; the window says no_gift too
    friend bool operator==(const RefusedCoupon &, const RefusedCoupon &) = default;
};

struct PricedTotals {
    std::int64_t goods = 0; ///< Σ amount
    std::int64_t discount = 0;
    std::int64_t net = 0;
    std::int64_t tax = 0;
    std::int64_t toPay = 0; ///< unrounded
};

/// toPay + rounding = Σ tenders − change + due.
struct PricedSettlement {
    std::int64_t rounding = 0; ///< what cash rounding adds
    std::int64_t change = 0; ///< only from cash
    std::int64_t due = 0; ///< what is still to pay
};

struct PricedReturn {
    std::vector<DiscountShare> lines; ///< what each line gives back
    std::int64_t amount = 0;
    std::int64_t inCash = 0; ///< the amount as it is given back in cash
};

/// How hard the best combination was looked for.
struct SearchReport {
    std::int64_t steps = 0;
    bool isComplete = true; ///< no lawful combination is better; else the result is no worse than greedy
};

/// A basket with the reason of every cent. The lines are the basket's, in its order, and then the deposits.
struct PricedBasket {
    std::vector<PricedLine> lines;
    std::vector<Discount> discounts;
    std::vector<FreeGoods> freeGoods;
    std::vector<RefusedCoupon> refusedCoupons;
    std::vector<TaxSummaryRow> taxes;
    QString taxSource;
    PricedTotals totals;
    std::int64_t cashToPay = 0; ///< what is to pay where all of it is paid in cash
    std::int64_t cashStep = 1;
    QString cashSource;
    std::optional<PricedSettlement> settlement; ///< where tenders were given
    std::vector<PricedReturn> returns;
    SearchReport search;
};

} // namespace evertill

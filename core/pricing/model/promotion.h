#pragma once

#include "core/base/percentage.h"
#include "core/pricing/model/audience.h"
#include "core/pricing/model/goods_filter.h"

namespace evertill {

/// What must be in the basket before a promotion is given at all.
struct Threshold {
    GoodsFilter of; ///< counted and summed over these goods
    std::optional<std::int64_t> minAmount; ///< minor units
    std::optional<std::int64_t> maxAmount;
    std::optional<std::int64_t> minUnits; ///< pieces; a weighed line counts as one
    bool isAfterDiscounts = false; ///< what is left after the promotions that come before this one
    bool isWithoutTax = false;
};

enum class BenefitKind {
    Percent, ///< rate off each line's chosen units, rounded on each line
    PercentTotal, ///< rate off what the goods cost together, rounded once and spread over the lines
    PercentBill, ///< rate off what is to be paid with the taxes, as a line of its own; comes after all others
    AmountEach, ///< amount off each chosen unit; nextAmount off each after the first, where given
    AmountPerLine, ///< amount off each line, at most what the chosen units cost
    AmountTotal, ///< amount off in all, spread over the lines by their value
    PriceEach, ///< each chosen unit costs amount
    Group, ///< units that are bought together: mix and match, bundle, buy X get Y
    Gift, ///< goods that are added free of charge
};

/// What a percentage is taken of, where other discounts came before.
enum class Basis {
    Left, ///< what is left of the chosen units' price
    Price, ///< their price before every discount
    LineLeft, ///< their price, less every discount that their whole line had
};

enum class TierMeasure { TicketAmount, EligibleAmount, EligibleUnits, LineAmount };

/// From `from` on (minor units or pieces), this rate or amount counts.
struct Tier {
    std::int64_t from = 0;
    Percentage rate;
    std::int64_t amount = 0;
};

/// So many units of such goods. In a group with got parts, only those get cheaper.
struct GroupPart {
    GoodsFilter goods;
    std::int64_t units = 1;
    bool isGot = false;
};

enum class GroupReduction { Percent, AmountEach, AmountTotal, PriceEach, PriceTotal };

enum class Pick { Every, Cheapest, Dearest };

struct Benefit {
    BenefitKind kind = BenefitKind::Percent;
    GoodsFilter goods;
    Percentage rate;
    std::int64_t amount = 0;
    std::optional<std::int64_t> nextAmount;
    Basis basis = Basis::Left;
    std::int64_t maxUnitsPerLine = 0; ///< 0: all
    Pick pick = Pick::Every;
    std::int64_t pickUnits = 0; ///< how many of the cheapest or dearest over all eligible lines
    std::int64_t everyAmount = 0; ///< AmountTotal: once for each such amount spent on the goods; 0: once
    std::vector<Tier> tiers; ///< the last one reached gives rate and amount
    TierMeasure tierMeasure = TierMeasure::TicketAmount;

    std::vector<GroupPart> parts;
    GroupReduction reduction = GroupReduction::Percent;
    bool areGotCheapest =
        false; ///< the got units are the cheapest of their group: what is free is never the dearest
    std::int64_t mostTimes = 0; ///< groups per ticket; 0: as many as there are

    QString giftSku;
    std::int64_t giftUnits = 1;
};

/// Which codes open a promotion. A GS1 coupon is named by the part of its barcode that is the same on every
/// copy: the text must then only begin so.
struct CouponDemand {
    QStringList codes;
    QStringList prefixes;

    [[nodiscard]] bool isAsked() const { return !codes.isEmpty() || !prefixes.isEmpty(); }
    [[nodiscard]] bool accepts(const QString &code) const;
};

/// One promotion of the shop. They come one after another, the highest priority first, as listed among
/// equals; each sees what the ones before it left.
struct Promotion {
    QString id;
    QString name; ///< in the customer's words; stands on the receipt
    QString reason; ///< why, where the name does not say it; made from the benefit where empty
    std::int64_t priority = 0;
    Audience audience;
    CouponDemand coupon;
    std::optional<std::int64_t> onOrderNumber; ///< only on the customer's n-th purchase
    std::vector<Threshold> thresholds; ///< all must hold
    std::vector<Benefit> benefits;

    bool isExclusive = false; ///< nothing else on the ticket beside it
    QString exclusiveGroup; ///< at most one promotion of this name on the ticket
    QString unitGroup; ///< a unit serves at most one promotion of this name; groups have "goods" by default

    std::optional<std::int64_t> maxDiscount; ///< a cap for the ticket
    bool isMaxWithTax = false; ///< the cap counts the tax that is saved as well
    std::optional<std::int64_t> usesLeft; ///< of the campaign, or of this customer: the smaller
    std::optional<std::int64_t> usesPerCustomer; ///< each customer that is known gets it at most so often
    std::optional<std::int64_t> budgetLeft; ///< of the campaign, minor units
    bool isBudgetCapped = false; ///< beyond the budget: cut to it, where otherwise nothing is given
    bool lowersTax = true; ///< whether the discount comes before the tax; a maker's coupon is paid money

    /// Whether it goes off the bill; then that is its only benefit.
    [[nodiscard]] bool isOffBill() const
    {
        return !benefits.empty() && benefits.front().kind == BenefitKind::PercentBill;
    }
};

} // namespace evertill

#pragma once

#include "core/pricing/model/priced_basket.h"
#include "core/sale/cart.h"

namespace evertill {

/// All that decides, beside the cart, what it costs and what is taken off.
struct OfferTerms {
    std::vector<Promotion> promotions; ///< that a till can honour: canHonour()
    QString store;
    WallMinute moment; ///< on the shop's wall
    TaxMode taxMode = TaxMode::Inclusive;
    std::vector<PriceList> priceLists = {}; ///< that a till can sell by; of the cart's goods: listsFor()
    /// What the cart's customer bought since the OMS spoke of them: counts on top of what it said.
    std::int64_t purchasesSince = 0;
    std::map<QString, std::int64_t> usesSince = {};
};

/// Goods that the cart has earned and that are not in it: free of charge as soon as they are.
struct EarnedGift {
    QString promotion;
    QString name; ///< in the customer's words; empty where the promotion has none
    QString sku;
    std::int64_t units = 0;
    QString coupon = {}; ///< of the cart, that opened the promotion; empty where it asked for none
    friend bool operator==(const EarnedGift &, const EarnedGift &) = default;
};

/// What a cart is told beside its prices.
struct Granted {
    std::vector<RefusedCoupon> refusedCoupons; ///< that gave nothing, with the reason
    std::vector<EarnedGift> gifts;
};

/// Whether a till can give \a promotion at the counter: it makes sense, and lowers the tax as a price does;
/// one that gives goods has no budget and no cap in money. Refuses BadInput (problem).
[[nodiscard]] Result<> canHonour(const Promotion &promotion);

/// Prices \a cart by \a terms' price lists: the price that the quantities reached so far give, on every line
/// that has no label, no open price and none set by hand. Then takes off \a cart the best lawful combination
/// of \a terms' promotions, opened by its coupons, in place of whatever was granted before; the same for
/// goods scanned in any order. A gift is free once it was scanned like other goods (GiftRule::Scanned): until
/// then it is among the gifts that come back, as it is again after a change that took it off. Pure. A cart
/// that core/pricing can't price (a price beyond its bounds) is granted nothing.
Granted grantOffers(Cart &cart, const OfferTerms &terms);

/// The code that the cart holds for what was \a scanned or typed, where it opens one of \a promotions: as it
/// is, without a scanner's symbology identifier, or in capitals. Nothing where it opens none.
[[nodiscard]] std::optional<QString> couponIn(
    const std::vector<Promotion> &promotions, const QString &scanned);

} // namespace evertill

#pragma once

#include "core/catalog/catalog.h"
#include "core/offers/shop_offers.h"

namespace evertill {

/// A gift that the ticket has earned and that still lies on the shelf.
struct TicketGift {
    QString name; ///< of its promotion; may be empty
    Product product;
    std::int64_t units = 0;
    QString coupon = {}; ///< that opened it; may be empty
    friend bool operator==(const TicketGift &, const TicketGift &) = default;
};

/// Those of \a earned that the shop can hand out by the piece: what \a catalog does not know, what is
/// weighed, has no price of its own or was called back is left out, and holds up no sale. So is what would
/// make the goods of \a cart dearer as \a offers grant them \a today: a gift that is told is free.
[[nodiscard]] std::vector<TicketGift> ticketGifts(const std::vector<EarnedGift> &earned, const Cart &cart,
    Catalog &catalog, ShopOffers &offers, QDate today);

/// The coupons among \a earned of which no gift is told.
[[nodiscard]] std::vector<RefusedCoupon> couponsInVain(
    const std::vector<EarnedGift> &earned, const std::vector<TicketGift> &told, const Cart &cart);

} // namespace evertill

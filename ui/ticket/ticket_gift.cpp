#include "ui/ticket/ticket_gift.h"

#include "ui/ticket/ticket_line.h"

namespace evertill {

using namespace Qt::StringLiterals;

namespace {

Money goodsOf(const Cart &cart)
{
    Money sum = Money::zero(cart.currency);
    for (std::size_t i = 0; i < cart.lines.size(); ++i)
        sum += cart.priceOf(i);
    return sum;
}

bool isFree(const TicketGift &gift, const Cart &cart, ShopOffers &offers, QDate today)
{
    Cart with = cart;
    CartLine line = ticketLine(gift.product, today);
    line.quantity = Quantity::pieces(gift.units);
    if (!with.add(line))
        return false;
    (void)offers.grant(with);
    return goodsOf(with) <= goodsOf(cart);
}

} // namespace

std::vector<TicketGift> ticketGifts(const std::vector<EarnedGift> &earned, const Cart &cart, Catalog &catalog,
    ShopOffers &offers, QDate today)
{
    std::vector<TicketGift> gifts;
    for (const EarnedGift &gift : earned) {
        const auto product = catalog.bySku(gift.sku);
        if (!product || needsMeasure(*product) || product->isOpenPrice || product->isRecalled({}))
            continue;
        if (const TicketGift told{gift.name, *product, gift.units, gift.coupon};
            isFree(told, cart, offers, today))
            gifts.push_back(told);
    }
    return gifts;
}

std::vector<RefusedCoupon> couponsInVain(
    const std::vector<EarnedGift> &earned, const std::vector<TicketGift> &told, const Cart &cart)
{
    std::vector<RefusedCoupon> inVain;
    for (const EarnedGift &gift : earned) {
        const auto isOf = [&](const auto &one) { return one.coupon == gift.coupon; };
        if (!gift.coupon.isEmpty() && std::none_of(told.begin(), told.end(), isOf)
            && std::none_of(cart.discounts.begin(), cart.discounts.end(), isOf))
            inVain.push_back({gift.coupon, u"no_gift"_s});
    }
    return inVain;
}

} // namespace evertill

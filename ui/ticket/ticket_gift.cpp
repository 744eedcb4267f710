#include "ui/ticket/ticket_gift.h"

#include "ui/ticket/ticket_line.h"

namespace evertill {

std::vector<TicketGift> ticketGifts(const std::vector<EarnedGift> &earned, Catalog &catalog)
{
    std::vector<TicketGift> gifts;
    for (const EarnedGift &gift : earned) {
        const auto product = catalog.bySku(gift.sku);
        if (product && !needsMeasure(*product) && !product->isOpenPrice && !product->isRecalled({}))
            gifts.push_back({gift.name, *product, gift.units, gift.coupon});
    }
    return gifts;
}

} // namespace evertill

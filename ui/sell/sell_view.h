#pragma once

#include "core/catalog/product.h"
#include "ui/loads/gift_card_loading.h"
#include "ui/ticket/ticket_view.h"

namespace evertill {

/// All that the room Sell shows; paying has a value of its own (PayView).
struct SellView {
    enum class Step {
        Scan, ///< the next item
        Weight, ///< of `weighing`
        Quantity, ///< of the selected line
        Price, ///< another one for the selected line
        OpenPrice, ///< of `unpriced`
        Customer, ///< whose ticket it is
        Exemption, ///< the certificate by which no tax is paid
        Approve, ///< whether `stopped` is sold all the same
        GiftCard, ///< how much more `loading` is to have
        Drop, ///< whether the whole ticket is to be dropped
    };

    /// Goods that may not go out as they are.
    struct Stopped {
        CartLine line;
        Refusal why; ///< ExpiredGoods, RecalledGoods, SerialSold or PriceChanged
        int minAge = 0; ///< of the product
        bool isOnTicket = false; ///< it stopped the paying, not the scan
        friend bool operator==(const Stopped &, const Stopped &) = default;
    };

    /// Goods that nobody has said the price of.
    struct Unpriced {
        Product product;
        CartLine line; ///< as it will be, but for its price
        bool needsMeasure = false; ///< once it has a price
        friend bool operator==(const Unpriced &, const Unpriced &) = default;
    };

    Step step = Step::Scan;
    TicketView ticket;
    bool shiftOpen =
        true; ///< until it has been looked up: a notice that flashes up and goes is worse than none
    std::optional<Product> weighing;
    std::optional<Unpriced> unpriced;
    std::optional<Stopped> stopped;
    std::optional<GiftCardLoading> loading; ///< with the step GiftCard
    int ageToCheck = 0; ///< years, of what was added last; 0: none
    std::optional<Refusal> refusal;

    friend bool operator==(const SellView &, const SellView &) = default;
};

} // namespace evertill

#pragma once

#include "core/journal/event.h"
#include "core/sale/cart.h"
#include "core/store/database.h"

namespace evertill {

/// Somebody let goods through that the till had stopped, or a price that was set by hand. Who it was is the
/// event's actor.
struct Approval {
    Uuid id;
    SaleId cart; ///< the id that the sale will have
    Code why = Code::ExpiredGoods;
    QString sku;
    QString gtin;
    QString lot;
    QString serial;
    QDate expires;
    QString reason;
    /// With PriceChanged: minor units for one unit, and what the shop asks. It holds for this price alone.
    struct Price {
        std::int64_t minor = 0;
        std::int64_t was = 0;
        friend bool operator==(const Price &, const Price &) = default;
    };
    std::optional<Price> price = {};
    friend bool operator==(const Approval &, const Approval &) = default;
};

/// The fact approval.granted, version 1.
[[nodiscard]] Fact approvalGranted(const Approval &approval, QDate businessDate);
/// Refuses BadInput{problem} where the payload is not what the contract says.
[[nodiscard]] Result<Approval> approvalFrom(const Event &event);

void project(const Event &event, const Approval &approval, Database &database);
[[nodiscard]] Result<> replayApproval(const Event &event, Database &database);

/// Whether \a line may go out with \a cart although \a why stands against it.
[[nodiscard]] bool isApproved(Database &ledger, SaleId cart, Code why, const CartLine &line);
/// Whether \a why can be approved at all: ExpiredGoods, RecalledGoods, SerialSold and PriceChanged can.
[[nodiscard]] bool canBeApproved(Code why);

} // namespace evertill

#pragma once

#include "core/base/clock.h"
#include "core/base/money.h"

#include <QString>

#include <vector>

namespace evertill {

enum class PickupState { New, Picking, Ready, HandedOver, Rejected, Cancelled };

/// "new", "picking", "ready", "handed_over", "rejected", "cancelled": as the contract names it.
[[nodiscard]] QString pickupStateName(PickupState state);
/// New, Picking and Ready are open: there is still something to be done. The others are final.
[[nodiscard]] bool isOpen(PickupState state);

struct PickupLine {
    int line = 0;
    QString sku;
    QString name;
    Quantity quantity; ///< ordered
    Quantity rejected; ///< of these, what the store could not supply
    Money total; ///< paid online for the line

    [[nodiscard]] Quantity toHandOver() const { return quantity - rejected; }
    friend bool operator==(const PickupLine &, const PickupLine &) = default;
};

/// A web order as it stands now: what the OMS said, with this till's own steps laid over it.
struct PickupOrder {
    QString order; ///< the OMS's id
    QString number; ///< what the shopper was told
    QString customer; ///< the name to call out
    QString code; ///< the shopper's pickup code
    PickupState state = PickupState::New;
    Instant placedAt;
    Instant promisedAt;
    Money total; ///< paid online
    std::vector<PickupLine> lines;

    [[nodiscard]] bool hasGoods() const; ///< whether any line has something left to hand over
    friend bool operator==(const PickupOrder &, const PickupOrder &) = default;
};

} // namespace evertill

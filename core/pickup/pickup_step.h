#pragma once

#include "core/base/result.h"
#include "core/journal/event.h"
#include "core/pickup/pickup_order.h"

namespace evertill {

enum class PickupStepKind { Picking = 1, ItemRejected, Ready, HandedOver, Rejected };
enum class ProofKind { Code = 1, Name };

/// Goods that went out with an order.
struct HandedLine {
    int line = 0;
    QString sku;
    Quantity quantity;
    friend bool operator==(const HandedLine &, const HandedLine &) = default;
};

/// One thing that this till did with an order.
struct PickupStep {
    PickupStepKind kind = PickupStepKind::Picking;
    QString order;
    int line = 0; ///< ItemRejected
    Quantity quantity = {}; ///< ItemRejected
    QString reason = {}; ///< ItemRejected, Rejected
    ProofKind proof = ProofKind::Code; ///< HandedOver
    std::vector<HandedLine> lines = {}; ///< HandedOver

    friend bool operator==(const PickupStep &, const PickupStep &) = default;
};

/// Lays \a step over \a order as the OMS will book it: a step on an order that is closed already changes
/// nothing, and an order that is ready does not go back to picking.
void layOver(PickupOrder &order, const PickupStep &step);

/// The fact pickup.picking, .item_rejected, .ready, .handed_over or .rejected, version 1.
[[nodiscard]] Fact pickupFact(const PickupStep &step, QDate businessDate);
/// The step that \a event, a pickup.* one, tells of. Refuses BadInput{problem}.
[[nodiscard]] Result<PickupStep> pickupStepFrom(const Event &event);

} // namespace evertill

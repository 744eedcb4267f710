#pragma once

#include "core/base/result.h"
#include "core/pickup/pickup_step.h"
#include "core/store/database.h"

namespace evertill {

/// Tables that follow from pickup.* events: pickup_step, stock_movement.
void project(const Event &event, const PickupStep &step, Database &database);
/// Decodes \a event, a pickup.* one, and projects it. Refuses BadInput.
[[nodiscard]] Result<> replayPickup(const Event &event, Database &database);

} // namespace evertill

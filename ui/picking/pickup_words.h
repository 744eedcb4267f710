#pragma once

#include "ui/picking/pickups_view.h"

namespace evertill {

/// "New", "Picking", "Ready", "Handed over", "Rejected", "Cancelled".
[[nodiscard]] QString stateWords(PickupState state);
/// "by 14:30", "late: 14:30"; the day too where it is not today's.
[[nodiscard]] QString promiseWords(const PickupCard &card, const Clock &clock);

struct SaidWords {
    QString sentence;
    QString nextStep;
};
[[nodiscard]] SaidWords saidWords(const PickupSaid &said);

} // namespace evertill

#pragma once

#include "core/base/result.h"
#include "core/journal/event.h"
#include "core/store/database.h"

namespace evertill {

/// Projects \a event into \a database through the room that it belongs to, as the till did when it happened:
/// where a fact was recorded again, its rows stand at its origin (Event::countsAt);
/// kinds without tables of their own (epochs, seals) change nothing. Refuses
/// BadInput{problem}: a payload that breaks the contract, or a kind that this program doesn't know.
[[nodiscard]] Result<> replay(const Event &event, Database &database);

} // namespace evertill

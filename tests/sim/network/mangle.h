#pragma once

#include "sync/oms/exchange.h"
#include "tests/sim/disk/chance.h"

namespace evertill::sim {

/// Where \a body holds events: the same with another digit in one of them, as JSON as good as before. Only
/// its hash tells.
[[nodiscard]] QByteArray withAnotherFact(const QByteArray &body, Chance &chance);

/// \a body with one thing wrong that the contract forbids: never a lie in the contract's own words.
[[nodiscard]] QByteArray garbled(const QByteArray &body, Chance &chance);

/// What a hotel's Wi-Fi answers to everything.
[[nodiscard]] HttpAnswer portalsAnswer();

} // namespace evertill::sim

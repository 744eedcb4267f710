#pragma once

#include "tests/sim/oracle/log.h"

namespace evertill::sim::oracle {

/// What the office last set the offer to that \a facts name; 0 where it is none.
[[nodiscard]] std::int64_t offerFrom(const std::vector<FactPtr> &facts);

/// How often it may still be given, where the office sets that and each sale takes one.
[[nodiscard]] std::int64_t usesFrom(const std::vector<FactPtr> &facts);

} // namespace evertill::sim::oracle

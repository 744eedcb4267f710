#pragma once

#include "tests/sim/oracle/log.h"

#include <set>

namespace evertill::sim::oracle {

/// The tasks that the facts of a store's books open, in their order: "till:epoch:seq:code".
[[nodiscard]] std::set<std::string> tasksOf(const Log &books);

/// What was done beyond what was due, counted from the facts alone, each of them under one excess: lines of
/// which more came back than was sold ("receipt/line"), and orders handed over again or after they were
/// closed.
[[nodiscard]] std::set<std::string> excessesOf(const Log &books);

} // namespace evertill::sim::oracle

#pragma once

#include "tests/sim/oracle/knowledge.h"

#include <map>
#include <set>

namespace evertill::sim::oracle {

enum class Task { Open, Settled };

/// The tasks that the facts of a store's books have raised by that moment, in their order:
/// "till:epoch:seq:code".
[[nodiscard]] std::map<std::string, Task> tasksOf(const Moment &books);

/// The tasks that a till was told of, and those of them that are open as far as it knows.
[[nodiscard]] std::vector<std::string> toldTasks(const Knowledge &knowledge);
[[nodiscard]] std::set<std::string> openTasks(const Knowledge &knowledge, const Log &own);

/// What was done beyond what was due, by the facts alone: each return that took back more of a line than was
/// sold, and each till that handed an order over which was closed; and how many of \a tasks speak of it.
[[nodiscard]] std::map<std::string, int> excessesOf(
    const Log &books, const std::map<std::string, Task> &tasks);

} // namespace evertill::sim::oracle

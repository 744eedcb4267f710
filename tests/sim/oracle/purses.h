#pragma once

#include "tests/sim/oracle/log.h"

#include <optional>

namespace evertill::sim::oracle {

/// What \a fact does to what is in \a purse, \a worth before.
void settle(const Fact &fact, const std::string &purse, std::int64_t &worth);

/// What the books say that is in \a purse; below zero where tills gave it more than there was.
[[nodiscard]] std::int64_t balanceOf(const std::string &purse, const Moment &books);

/// What a till could be given of it at \a now, by the OMS's clock: the balance less what is kept for others.
[[nodiscard]] std::int64_t freeOf(const std::string &purse, const Moment &books, std::int64_t now);

/// What is kept of it under \a hold at \a now; nothing where there is no such hold.
[[nodiscard]] std::optional<std::int64_t> heldUnder(
    const std::string &hold, const std::string &purse, const Moment &books, std::int64_t now);

/// What it paid, in money, in \a shift without the OMS being asked.
[[nodiscard]] std::int64_t lentTo(const std::string &purse, const Log &journal, const std::string &shift);

} // namespace evertill::sim::oracle

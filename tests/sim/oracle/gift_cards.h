#pragma once

#include "tests/sim/oracle/log.h"

namespace evertill::sim::oracle {

/// What the books say that is on the card with that number; below zero where tills gave it more than there
/// was.
[[nodiscard]] std::int64_t balanceOf(const std::string &giftCard, const Moment &books);

/// What a till could be given of it at \a now, by the OMS's clock: the balance less what is kept for others.
[[nodiscard]] std::int64_t freeOf(const std::string &giftCard, const Moment &books, std::int64_t now);

/// What it paid in \a shift without the OMS being asked.
[[nodiscard]] std::int64_t lentTo(const std::string &giftCard, const Log &journal, const std::string &shift);

} // namespace evertill::sim::oracle

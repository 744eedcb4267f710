#pragma once

#include "tests/sim/oracle/entities.h"

namespace evertill::sim::oracle {

/// How money goes back: what the customer paid with money of their own goes back there first; the rest as it
/// was paid, or one way.
struct Refund {
    std::int64_t points = 0; ///< how many
    std::int64_t pointsMoney = 0; ///< what they were worth
    std::int64_t account = 0;
    std::int64_t card = 0;
    std::int64_t gift = 0; ///< to the card that paid
    std::int64_t cash = 0; ///< before it is rounded to coins
    std::int64_t earned = 0; ///< points that the sale earned, and that are taken back
};

/// What goes back on \a sale for goods worth \a gross, after goods worth \a before came back: the part of
/// each way of paying that lies between the two, in the order in which they go back. So any returns together
/// give back each way just what it paid.
[[nodiscard]] Refund refundOf(const Fact &sale, std::int64_t before, std::int64_t gross);

/// What came back of \a receipt so far.
[[nodiscard]] std::int64_t backOf(const Receipt &receipt);

} // namespace evertill::sim::oracle

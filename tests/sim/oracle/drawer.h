#pragma once

#include "tests/sim/oracle/log.h"

#include <map>
#include <optional>

namespace evertill::sim::oracle {

/// The open shift of a till, or the last one.
struct Drawer {
    bool isOpen = false;
    std::string shift;
    std::int64_t expected = 0; ///< cash that should lie there
    std::int64_t card = 0; ///< net
    std::int64_t gift = 0; ///< net
    std::int64_t points = 0; ///< net, in money
    std::int64_t account = 0; ///< net
    std::int64_t sales = 0;
    std::int64_t returns = 0;
};
[[nodiscard]] Drawer drawerOf(const Log &journal);

struct Attempt {
    enum State { Attempted, Unknown, Approved };
    std::string id;
    std::string cart;
    std::int64_t amount = 0;
    State state = Attempted;
    friend bool operator==(const Attempt &, const Attempt &) = default;
};
/// Attempts without an answer, and approved money that no sale took, oldest first.
[[nodiscard]] std::vector<Attempt> openAttempts(const Log &journal);

/// The number that the next receipt of \a till in \a epoch bears.
[[nodiscard]] std::string nextReceipt(const Log &journal, const std::string &till, std::int64_t epoch);

} // namespace evertill::sim::oracle

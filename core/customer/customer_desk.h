#pragma once

#include "core/base/money.h"
#include "core/base/result.h"
#include "core/customer/ticket_customer.h"

#include <functional>

namespace evertill {

/// A customer as the OMS knows them at this moment.
struct KnownCustomer {
    CustomerFacts facts;
    QString name; ///< to greet and to be sure; stands on the screen only, and is kept nowhere
    std::int64_t points = 0; ///< that are free
    std::optional<Money> onAccount; ///< what may still go on account, ≥ 0; nothing: they pay at once

    friend bool operator==(const KnownCustomer &, const KnownCustomer &) = default;
};

/// Asks the OMS about customers while they stand there. Nothing waits for it: each question returns at once,
/// and its answer comes once, on any thread, within ten seconds; not at all once the till ends.
class CustomerDesk {
public:
    using Found = std::function<void(const Result<KnownCustomer> &)>;

    virtual ~CustomerDesk() = default;
    /// Refuses UnknownCustomer (card), Unreachable, Untrusted, Denied, BadAnswer.
    virtual void find(const CustomerCard &card, Currency currency, Found done) = 0;
};

} // namespace evertill

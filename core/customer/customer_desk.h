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

/// What of a customer's can pay: their points, or what they may still put on account.
enum class Purse { Points, Account };

/// So many points, or minor units of \a currency.
struct PurseWish {
    std::int64_t units = 0;
    Currency currency;
};

/// What the OMS keeps of a purse for one cart. It ends by itself: what a till forgot after a power cut is
/// free again then.
struct PurseHold {
    std::int64_t held = 0; ///< points or minor units: what was asked for, or all that was left; > 0

    friend bool operator==(const PurseHold &, const PurseHold &) = default;
};

/// Asks the OMS about customers while they stand there. Nothing waits for it: each question returns at once,
/// and its answer comes once, on any thread, within ten seconds; not at all once the till ends.
class CustomerDesk {
public:
    using Found = std::function<void(const Result<KnownCustomer> &)>;
    using Held = std::function<void(const Result<PurseHold> &)>;

    virtual ~CustomerDesk() = default;
    /// Refuses UnknownCustomer (card), Unreachable, Untrusted, Denied, BadAnswer.
    virtual void find(const CustomerCard &card, Currency currency, Found done) = 0;
    /// Keeps up to what is wished for the sale \a cart under \a hold, an id of the till's own: asked again,
    /// the same answer. Refuses UnknownCustomer, NoPoints or NoCredit (card), Unreachable (a limit of the
    /// shop may allow it all the same), Untrusted, Denied, BadAnswer.
    virtual void hold(Purse purse, const CustomerCard &card, const Uuid &hold, SaleId cart,
        const PurseWish &wish, Held done) = 0;
    /// Lets go of what \a hold keeps. Nobody waits for it: at worst the hold ends by itself.
    virtual void release(Purse purse, const CustomerCard &card, const Uuid &hold) = 0;
};

} // namespace evertill

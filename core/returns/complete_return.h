#pragma once

#include "core/base/result.h"
#include "core/journal/ledger.h"
#include "core/returns/return.h"
#include "core/till/till_config.h"

namespace evertill {

class ReplicaReader;

struct ReturnRequestLine {
    int line = 0; ///< of the receipt
    Quantity quantity;
    QString reason;
    Disposition disposition = Disposition::Restock;
};

/// What the cashier has agreed with the customer.
struct ReturnRequest {
    ReturnId id; ///< made when the return was begun: the same one twice is the same return
    ReceiptNumber of;
    std::vector<ReturnRequestLine>
        lines; ///< a line may stand here more than once: some restocked, some damaged
    /// All of it by this; nothing: to the tenders that the receipt was paid with, in the shop's order.
    std::optional<RefundTo> refundTo = RefundTo(TenderKind::Cash);
    QString approval = {}; ///< the card terminal's code where the money goes back to a card
    /// As paid: the gift card that is credited with what vouchers paid, unless the shop gives that in cash.
    GiftCard credit = {};
};

/// Takes goods of a receipt back: event, tables and stock in one transaction. Durable when it returns; only
/// then does money leave the drawer. What is left is read within that transaction, so it never gives more
/// than is left as far as this till knows. Deposits come back with their goods
/// (core/returns/return_deposits.h). Ledger thread.
class CompleteReturn final {
public:
    /// All outlive it; \a replica is the ledger thread's own reader.
    CompleteReturn(Ledger &ledger, ReplicaReader &replica, const TillConfig &config)
        : m_ledger(ledger), m_replica(replica), m_config(config)
    {
    }

    /// Refuses NothingToReturn (no lines), BadQuantity{quantity} (≤ 0, or a broken piece), BadInput (a line
    /// that the receipt doesn't have, a receipt in another currency than the drawer, a gift card without its
    /// reference, all of it in cash or to a card where a voucher paid and the shop gives that as a credit,
    /// no card for that credit), MoreThanLeft{line,
    /// left}, UnknownReceipt, OtherShop, ShiftClosed, and AlreadyCompleted{receipt}: the same return again;
    /// the stored one stands and ReturnTable::byId finds it.
    [[nodiscard]] Result<Return> run(const ReturnRequest &request);

private:
    Ledger &m_ledger;
    ReplicaReader &m_replica;
    const TillConfig &m_config;
};

} // namespace evertill

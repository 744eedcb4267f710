#pragma once

#include "app/ctl/replay/shop_record.h"
#include "app/ctl/replay/sold_goods.h"
#include "core/base/manual_clock.h"
#include "core/cash/close_shift.h"
#include "core/journal/ledger.h"
#include "core/replica/replica_reader.h"
#include "core/returns/return.h"
#include "core/till/till_config.h"

#include <set>

namespace evertill {

/// What a day of a record came to. Amounts in minor units.
struct ReplayDay {
    QDate day;
    std::int64_t netMinor = 0; ///< sales − returns + adjustments
    std::int64_t grossMinor = 0; ///< sales
    std::int64_t refundMinor = 0; ///< returns, positive
    std::int64_t adjustmentMinor = 0;
    std::int64_t invoices = 0; ///< numbers that are no cancellations
    std::int64_t cancellations = 0;
    std::int64_t lines = 0;
    std::int64_t sales = 0, returns = 0; ///< receipts given out

    friend bool operator==(const ReplayDay &, const ReplayDay &) = default;
};

/// What the record held that no ordinary sale holds, and how often. Every one of them was booked.
struct ReplayOddities {
    std::int64_t priceRounded = 0; ///< more digits than the currency has: rounded half up
    std::int64_t zeroPriceSold = 0; ///< a sale line at 0.00: given away
    std::int64_t writtenOff = 0; ///< negative quantity at no price on an ordinary invoice: stock.adjusted
    std::int64_t negativeOnInvoice =
        0; ///< negative quantity with a price on an ordinary invoice: a return without a receipt
    std::int64_t adjustments = 0; ///< 'A' invoices, or a negative price: cash.moved, in or out
    std::int64_t returnLinesMatched = 0; ///< taken off the receipt on which the customer bought the goods
    std::int64_t returnLinesSplit = 0; ///< of these, taken off several receipts
    std::int64_t returnLinesUnmatched =
        0; ///< no such purchase, or not enough of it: returned without a receipt
};

/// Feeds invoices through the till's own use cases: a shift a day, a sale an invoice, cash throughout. Its
/// clock stands where the record says. One thread, the ledger's.
class Replayer final {
public:
    /// All outlive it; \a clock is the ledger's own.
    Replayer(Ledger &ledger, ReplicaReader &replica, const TillConfig &config, ManualClock &clock);

    /// Books \a invoice. Gives the day that ended before it, if one did. A refusal of a use case ends the
    /// replay: it means that the record can't be told in the till's terms; facts carry the file's line.
    [[nodiscard]] Result<std::optional<ReplayDay>> book(const RecordInvoice &invoice);
    /// Closes the last day.
    [[nodiscard]] Result<std::optional<ReplayDay>> finish();
    [[nodiscard]] const ReplayOddities &oddities() const { return m_oddities; }

private:
    Result<std::optional<ReplayDay>> changeDay(QDate day);
    Result<> bookSale(const RecordInvoice &invoice, const std::vector<RecordLine> &lines);
    Result<> bookReturn(const RecordInvoice &invoice, const std::vector<RecordLine> &lines);
    Result<> bookAdjustment(const RecordLine &line);
    Result<> writeOff(const RecordLine &line);
    void countReturn(const Return &done);

    Ledger &m_ledger;
    ReplicaReader &m_replica;
    const TillConfig &m_config;
    ManualClock &m_clock;
    SoldGoods m_sold;
    std::optional<ReplayDay> m_day;
    std::set<QString> m_numbersToday; // a number may come back later in the day
    ReplayOddities m_oddities;
};

} // namespace evertill

#pragma once

#include "core/base/manual_clock.h"
#include "core/base/seeded_random.h"
#include "core/cash/open_shift.h"
#include "core/replica/replica_reader.h"
#include "core/replica/replica_writer.h"
#include "core/sale/complete_sale.h"

#include <QTemporaryDir>

namespace evertill {

/// Till BER1T1 of store BER1, in euros, prices with their tax inside, its shift open with a float of 100.00.
/// The ledger is in memory and has the true schema; the replica is a real one in a folder of its own.
struct Shop {
    explicit Shop(std::uint64_t seed = 1, Currency currency = euro());

    static Currency euro();
    [[nodiscard]] Money money(std::int64_t minor) const { return Money::minor(minor, config.currency); }
    [[nodiscard]] Uuid newId() { return random.uuid(clock.now()); }
    [[nodiscard]] Position now() const { return ledger->head().position; }

    /// A line of \a quantity at \a price with 19 % inside.
    [[nodiscard]] CartLine line(const QString &sku, Quantity quantity, std::int64_t price,
        const QString &unit = QStringLiteral("ea")) const;
    /// Sells \a lines for cash. Ends the program where the till refuses.
    Sale sell(const std::vector<CartLine> &lines);

    /// The OMS puts \a row, which counts this till's events up to \a through, on a page that includes all up
    /// to \a included.
    void tell(const FeedRow &row, Position through = {}, Position included = {});
    /// The row that the OMS sends of \a sale, of which \a returned pieces of its first line came back for \a
    /// refunded.
    [[nodiscard]] static ReceiptRow rowOf(
        const Sale &sale, Quantity returned = {}, std::int64_t refunded = 0);

    QTemporaryDir folder;
    ManualClock clock;
    SeededRandom random;
    TillConfig config;
    std::unique_ptr<Ledger> ledger;
    ReplicaWriter writer;
    ReplicaReader replica;
    Shift shift;
};

} // namespace evertill

#pragma once

#include "core/base/manual_clock.h"
#include "core/base/seeded_random.h"
#include "core/cash/open_shift.h"
#include "core/journal/ledger.h"
#include "core/sale/complete_sale.h"
#include "core/till/till_config.h"

namespace evertill::test {

/// A till at noon of Saturday, 21 November 2026 in Berlin, with its ledger in memory and the true schema.
class TestTill final {
public:
    explicit TestTill(QStringView currency = u"EUR");

    [[nodiscard]] Money money(std::int64_t minor) const { return Money::minor(minor, config.currency); }
    [[nodiscard]] Tender cash(std::int64_t minor) const { return {TenderKind::Cash, money(minor)}; }
    [[nodiscard]] Tender card(std::int64_t minor) const
    {
        return {TenderKind::Card, money(minor), QStringLiteral("A1")};
    }
    [[nodiscard]] Database &database() { return ledger->database(); }
    [[nodiscard]] std::int64_t events() { return Journal(ledger->database()).countAfter({}); }

    /// Opens a shift over \a floatMinor; ends the program where that is refused.
    Shift openShift(std::int64_t floatMinor = 20'000);
    /// An empty cart with an id of its own.
    [[nodiscard]] Cart newCart();
    /// \a pieces of goods at \a price minor units, taxed at 19 %.
    [[nodiscard]] CartLine goods(
        std::int64_t price, std::int64_t pieces = 1, const QString &sku = QStringLiteral("A")) const;
    /// A cart with one piece of \a price, paid with \a tenders.
    [[nodiscard]] Cart cartOf(std::int64_t price, std::vector<Tender> tenders);
    [[nodiscard]] Result<Sale> complete(const Cart &cart) { return CompleteSale(*ledger, config).run(cart); }

    ManualClock clock{{1'795'258'800'000'000}, 60};
    SeededRandom random{20261121};
    TillConfig config;
    std::unique_ptr<Ledger> ledger;
};

} // namespace evertill::test

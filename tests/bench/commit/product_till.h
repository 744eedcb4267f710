#pragma once

#include "core/base/system_clock.h"
#include "core/base/system_random.h"
#include "core/journal/ledger.h"
#include "core/sale/complete_sale.h"
#include "tests/bench/common/goods.h"

namespace evertill::bench {

/// The product's own till over a ledger in a folder: what the ledger thread does when Pay is pressed.
class ProductTill final {
public:
    /// Opens the ledger in \a folder, and a shift where none is open. An enrolled till sells under its own
    /// name.
    explicit ProductTill(const QString &folder);

    /// The cart that a cashier would have scanned by now.
    [[nodiscard]] Cart cartOf(const std::vector<Goods> &goods);
    /// From domain object to durable.
    void sell(const Cart &cart);
    [[nodiscard]] Ledger &ledger() { return *m_ledger; }
    [[nodiscard]] QString name() const { return m_config.till; }
    void checkpointIfDue() { m_ledger->checkpointIfDue(); }

private:
    SystemClock m_clock;
    SystemRandom m_random;
    TillConfig m_config;
    std::unique_ptr<Ledger> m_ledger;
};

} // namespace evertill::bench

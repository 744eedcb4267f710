#pragma once

#include "core/base/quantity.h"
#include "core/base/result.h"
#include "core/journal/ledger.h"

namespace evertill {

/// Somebody counted, found, broke or took: fact stock.adjusted. Ledger thread.
class AdjustStock final {
public:
    explicit AdjustStock(Ledger &ledger) : m_ledger(ledger) { }

    /// Adds \a quantity (negative: takes it away) to what is on hand of \a sku. Durable when it returns.
    /// Needs no open shift. Refuses BadQuantity{quantity} (0, or absurd), UnknownProduct{sku} (no name at
    /// all: whether the catalogue knows it is the caller's look-up).
    [[nodiscard]] Result<> run(const QString &sku, Quantity quantity, const QString &reason);

private:
    Ledger &m_ledger;
};

} // namespace evertill

#pragma once

#include "core/replica/exchange_rate/exchange_rate_row.h"
#include "core/store/database.h"

#include <optional>

namespace evertill {

/// The replica's exchange rates. Reading is for any connection to a replica; put() and drop() are the
/// writer's.
class ExchangeRateTable final {
public:
    explicit ExchangeRateTable(Database &replica) : m_database(replica) { }

    /// What counts for \a currency at \a at: of those that have begun and say something the latest; of
    /// several that began at once, the one whose id sorts last.
    [[nodiscard]] std::optional<ExchangeRateRow> at(const QString &currency, Instant at);

    void put(const ExchangeRateRow &rate);
    void drop(const QString &id);

private:
    Database &m_database;
};

} // namespace evertill

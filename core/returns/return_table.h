#pragma once

#include "core/journal/position.h"
#include "core/returns/return.h"
#include "core/store/database.h"

#include <map>

namespace evertill {

/// What came back of one line of a sale.
struct Returned {
    Quantity quantity;
    std::int64_t grossMinor = 0;
    friend bool operator==(const Returned &, const Returned &) = default;
};

/// Returns of this till, read back from their tables on any connection to a ledger file.
class ReturnTable final {
public:
    explicit ReturnTable(Database &database) : m_database(database) { }

    [[nodiscard]] std::optional<Return> find(const ReceiptNumber &number);
    [[nodiscard]] std::optional<Return> byId(ReturnId id);
    /// What events beyond \a after took from the lines of \a sale, by line.
    [[nodiscard]] std::map<int, Returned> returnedAfter(Position after, SaleId sale);
    /// Writes the rows that are a return's alone, by the event at \a position; for the projection.
    void insert(Position position, const Return &done);

private:
    Database &m_database;
};

} // namespace evertill

#pragma once

#include "core/sale/sale.h"

namespace evertill {

/// Sales of this till, read back from their tables on any connection to a ledger file.
class SaleTable final {
public:
    explicit SaleTable(Database &database) : m_database(database) { }

    [[nodiscard]] std::optional<Sale> find(const ReceiptNumber &number);
    [[nodiscard]] std::optional<Sale> byId(SaleId id);
    /// The newest \a limit sales, newest first; returns are not among them.
    [[nodiscard]] std::vector<Sale> latest(int limit);
    /// Writes the lines of \a sale; for the projection.
    void insertLines(const Sale &sale);

private:
    [[nodiscard]] Sale whole(const ReceiptHead &head);

    Database &m_database;
};

} // namespace evertill

#pragma once

#include "core/replica/feed_row.h"
#include "core/store/database.h"

namespace evertill {

struct StoredReceipt {
    ReceiptRow receipt;
    Position through;
};

/// The store's recent receipts in the replica. Reading is for any connection to a replica; put() and drop()
/// are the writer's.
class ReceiptTable final {
public:
    explicit ReceiptTable(Database &replica) : m_database(replica) { }

    /// By number: "BER1T1-1-1".
    [[nodiscard]] std::optional<StoredReceipt> find(const QString &receipt);
    /// The latest \a count by their time, lines and tenders left out.
    [[nodiscard]] std::vector<StoredReceipt> latest(int count);

    void put(const ReceiptRow &receipt, Position through);
    void drop(const QString &receipt);

private:
    Database &m_database;
};

} // namespace evertill

#pragma once

#include "core/base/result.h"
#include "core/replica/feed_row.h"
#include "core/store/database.h"

#include <QByteArrayList>

#include <functional>
#include <memory>
#include <span>

namespace evertill {

class ReplicaWriter;

/// A snapshot on its way in: rows first, indexes and search after, then one atomic step that makes it the
/// replica. Dropped before finish() it leaves nothing behind. The writer's thread.
class ReplicaGeneration final {
public:
    ~ReplicaGeneration();
    ReplicaGeneration(const ReplicaGeneration &) = delete;
    ReplicaGeneration &operator=(const ReplicaGeneration &) = delete;

    /// Takes a part of the snapshot: puts only, each entity once. Where two products name one barcode the
    /// earlier keeps it. Refuses BadInput (problem).
    [[nodiscard]] Result<> add(std::span<const FeedChange> changes);
    [[nodiscard]] Result<> add(const ProductRow &product);
    [[nodiscard]] Result<> add(const TaxRow &tax);

    /// Builds the indexes, checks the file, flushes it, and names it in `replica.current` by an atomic
    /// replacement: durable when it returns. Readers move over at their next query. Refuses BadInput
    /// (problem) where an entity came twice: nothing has changed then.
    [[nodiscard]] Result<> finish(const QByteArray &cursor, Position included);

private:
    friend class ReplicaWriter;
    ReplicaGeneration(ReplicaWriter &writer, std::int64_t number, std::function<bool()> isUnwanted);
    [[nodiscard]] static int breaksOff(void *generation);
    void dropIndexes();
    void buildIndexes();

    ReplicaWriter &m_writer;
    std::int64_t m_number;
    std::function<bool()> m_isUnwanted;
    QByteArrayList m_indexes; ///< how the schema makes them
    std::unique_ptr<Database> m_database;
    std::unique_ptr<WriteTransaction> m_transaction;
};

} // namespace evertill

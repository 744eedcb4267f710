#pragma once

#include "tests/sandbox/store/entity.h"
#include "tests/sandbox/store/position.h"
#include "tests/sandbox/store/sha256.h"
#include "tests/sandbox/store/store.h"

#include <optional>

namespace evertill::sandbox {

/// Everything that a till is to know, as NDJSON in pieces, from one read transaction that lasts as long as
/// this object. Memory is bounded by a piece. The store is this object's alone meanwhile.
class Snapshot final {
public:
    Snapshot(Store &store, const QString &till);

    /// The next piece, about 64 KiB of whole lines; nothing after the SnapshotEnd line.
    [[nodiscard]] std::optional<QByteArray> next();

private:
    [[nodiscard]] bool openNext();
    [[nodiscard]] QByteArray endLine();

    Store &m_store;
    SQLite::Transaction m_transaction;
    QString m_till;
    std::unique_ptr<Rows> m_ids;
    int m_nextEntity = 0;
    Entity m_entity = Entity::Tax;
    Sha256 m_hash;
    qint64 m_count = 0;
    bool m_ended = false;
};

} // namespace evertill::sandbox

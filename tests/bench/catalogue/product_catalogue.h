#pragma once

#include "core/catalog/catalog.h"
#include "core/replica/replica_generation.h"
#include "core/replica/replica_reader.h"
#include "core/replica/replica_writer.h"
#include "sync/oms/snapshot_decoder.h"
#include "tests/bench/common/goods.h"

#include <memory>
#include <span>

namespace evertill::bench {

/// \a goods as lines of the OMS's snapshot.
[[nodiscard]] QByteArray snapshotLines(std::span<const Goods> goods);

/// The product's own way from a snapshot's bytes to a catalogue that cashiers scan against.
class ProductCatalogue final {
public:
    explicit ProductCatalogue(const QString &folder);

    void beginLoad();
    void add(const QByteArray &lines);
    /// Durable when it returns.
    void finishLoad();

    void open();
    [[nodiscard]] std::int64_t lookUp(const QString &code);
    [[nodiscard]] int search(const QString &text);

private:
    QString m_folder;
    std::unique_ptr<ReplicaWriter> m_writer;
    std::unique_ptr<ReplicaGeneration> m_generation;
    std::unique_ptr<SnapshotDecoder> m_decoder;
    std::unique_ptr<ReplicaReader> m_reader;
    std::unique_ptr<Catalog> m_catalog;
};

} // namespace evertill::bench

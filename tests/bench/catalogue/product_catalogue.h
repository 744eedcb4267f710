#pragma once

#include "core/catalog/catalog.h"
#include "core/replica/replica_generation.h"
#include "core/replica/replica_reader.h"
#include "core/replica/replica_writer.h"
#include "sync/oms/snapshot_decoder.h"
#include "tests/bench/common/goods.h"

#include <QCryptographicHash>

#include <memory>
#include <span>

namespace evertill::bench {

/// What the OMS would send as a snapshot, piece by piece: the taxes, then goods, then the closing line over
/// everything before it.
class SnapshotText final {
public:
    [[nodiscard]] QByteArray taxes();
    [[nodiscard]] QByteArray lines(std::span<const Goods> goods);
    [[nodiscard]] QByteArray closing() const;

private:
    QByteArray counted(const QByteArray &lines);

    QCryptographicHash m_sha256{QCryptographicHash::Sha256};
    qsizetype m_count = 0;
};

/// The product's own way from a snapshot's bytes to a catalogue that cashiers scan against.
class ProductCatalogue final {
public:
    explicit ProductCatalogue(const QString &folder);

    void beginLoad();
    void add(const QByteArray &snapshot);
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

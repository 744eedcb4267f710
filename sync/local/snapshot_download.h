#pragma once

#include "core/replica/replica_generation.h"
#include "core/replica/replica_writer.h"
#include "sync/engine/action.h"
#include "sync/oms/snapshot_decoder.h"

namespace evertill {

/// A snapshot on its way from the wire into the replica's next generation. Dropped before its end it leaves
/// nothing behind.
class SnapshotDownload final {
public:
    explicit SnapshotDownload(ReplicaWriter &replica);

    /// Takes the next bytes, decompressed. Refuses BadAnswer, BadInput or DamagedFile (this machine failed).
    [[nodiscard]] Result<> feed(QByteArrayView bytes);
    /// What the download came to, after the exchange has ended with \a answer.
    [[nodiscard]] Outcome finish(const std::variant<HttpAnswer, HttpFailure> &answer);

private:
    [[nodiscard]] Result<> add(std::span<const FeedChange> changes);
    [[nodiscard]] Outcome finishGood(ReplicaGeneration &generation);

    ReplicaWriter &m_replica;
    std::unique_ptr<ReplicaGeneration> m_generation;
    SnapshotDecoder m_decoder;
    QString m_machineProblem;
};

} // namespace evertill

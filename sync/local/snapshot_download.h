#pragma once

#include "core/replica/replica_generation.h"
#include "core/replica/replica_writer.h"
#include "sync/engine/action.h"
#include "sync/oms/snapshot_decoder.h"

namespace evertill {

/// What a snapshot asks of its machine while it comes in.
struct SnapshotHost {
    std::function<std::int64_t()> freeBytes; ///< that the disk can still take; empty: as many as come
    std::function<bool()> isUnwanted; ///< whether sync is to end, asked on its thread; empty: never
};

/// A snapshot on its way from the wire into the replica's next generation. Dropped before its end it leaves
/// nothing behind. It never takes the last 256 MiB of the disk, on which the ledger stands too: it is given
/// up before, and the replica stays as it was.
class SnapshotDownload final {
public:
    static constexpr std::int64_t kReserve = std::int64_t(256) << 20;

    SnapshotDownload(ReplicaWriter &replica, SnapshotHost host = {});

    /// Takes the next bytes, decompressed. Refuses BadAnswer, BadInput, DiskFull or DamagedFile (this machine
    /// failed).
    [[nodiscard]] Result<> feed(QByteArrayView bytes);
    /// What the download came to, after the exchange has ended with \a answer.
    [[nodiscard]] Outcome finish(const std::variant<HttpAnswer, HttpFailure> &answer);

private:
    [[nodiscard]] Result<> add(std::span<const FeedChange> changes);
    [[nodiscard]] Result<> checkRoom(std::int64_t needed);
    [[nodiscard]] Outcome finishGood(ReplicaGeneration &generation);

    ReplicaWriter &m_replica;
    SnapshotHost m_host;
    std::unique_ptr<ReplicaGeneration> m_generation;
    SnapshotDecoder m_decoder;
    QString m_machineProblem;
    std::int64_t m_bytes = 0; // that came
    std::int64_t m_bytesWhenLooked = -1; // at the disk
};

} // namespace evertill

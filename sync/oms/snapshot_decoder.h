#pragma once

#include "core/base/result.h"
#include "core/replica/feed_row.h"

#include <QCryptographicHash>

#include <functional>
#include <span>

namespace evertill {

/// What the closing line of a snapshot says.
struct SnapshotEnd {
    QByteArray cursor;
    Position included;
    friend bool operator==(const SnapshotEnd &, const SnapshotEnd &) = default;
};

/// Reads a snapshot (NDJSON, already decompressed) as it arrives, in memory bounded by one line and one
/// batch. The count and the SHA-256 of the closing line are checked: a snapshot that was cut short or mixed
/// up is never taken.
class SnapshotDecoder final {
public:
    /// Takes a batch of at most 500 changes, of fewer where their lines come to 4 MiB, in order; its refusal
    /// ends the reading and is handed on.
    using Sink = std::function<Result<>(std::span<const FeedChange>)>;
    explicit SnapshotDecoder(Sink sink);

    /// Takes the next bytes. Refuses BadAnswer, or what the sink refuses. Not to be called again after a
    /// refusal.
    [[nodiscard]] Result<> feed(QByteArrayView bytes);
    /// After the last byte. Refuses BadAnswer where there was no closing line, or it does not fit what came
    /// before.
    [[nodiscard]] Result<SnapshotEnd> finish();

private:
    [[nodiscard]] Result<> takeLine(const QByteArray &line);
    [[nodiscard]] Result<> takeEnd(const QJsonObject &line);
    [[nodiscard]] Result<> flush();

    Sink m_sink;
    QByteArray m_partial; // of a line whose end has not come yet
    std::vector<FeedChange> m_batch;
    qsizetype m_batchBytes = 0; // of the lines that it came from
    QCryptographicHash m_sha256{QCryptographicHash::Sha256};
    std::int64_t m_count = 0;
    std::optional<SnapshotEnd> m_end;
};

} // namespace evertill

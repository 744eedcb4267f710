#include "sync/local/snapshot_download.h"

#include <exception>

using namespace Qt::StringLiterals;

namespace evertill {
namespace {

constexpr std::int64_t kBytesBetweenLooks = 4 << 20;

HttpFailure bad(const Refusal &refusal)
{
    return {HttpFailure::BadAnswer, refusal.facts.value(u"problem"_s).toString()};
}

} // namespace

SnapshotDownload::SnapshotDownload(ReplicaWriter &replica, SnapshotHost host)
    : m_replica(replica), m_host(std::move(host)),
      m_decoder([this](std::span<const FeedChange> changes) { return add(changes); })
{
}

Result<> SnapshotDownload::feed(QByteArrayView bytes)
{
    if (m_bytesWhenLooked < 0 || m_bytes - m_bytesWhenLooked >= kBytesBetweenLooks) {
        if (auto room = checkRoom(0); !room)
            return room;
        m_bytesWhenLooked = m_bytes;
    }
    m_bytes += bytes.size();
    return m_decoder.feed(bytes);
}

Result<> SnapshotDownload::checkRoom(std::int64_t needed)
{
    if (!m_host.freeBytes)
        return {};
    const std::int64_t free = m_host.freeBytes();
    if (free >= kReserve + needed)
        return {};
    m_machineProblem = u"no room for a snapshot: %1 MiB are free, %2 needed"_s.arg(free >> 20)
                           .arg((kReserve + needed) >> 20);
    return refuse(Code::DiskFull, {{u"problem"_s, m_machineProblem}});
}

Result<> SnapshotDownload::add(std::span<const FeedChange> changes)
{
    try {
        if (!m_generation)
            m_generation = m_replica.startGeneration(m_host.isUnwanted);
        return m_generation->add(changes);
    } catch (const std::exception &failure) {
        m_machineProblem = QString::fromUtf8(failure.what());
        return refuse(Code::DamagedFile, {{u"problem"_s, m_machineProblem}});
    }
}

Outcome SnapshotDownload::finish(const std::variant<HttpAnswer, HttpFailure> &ended)
{
    // Whatever it came to, the generation is done with when this returns.
    const auto generation = std::move(m_generation);
    if (!m_machineProblem.isEmpty())
        return StoreFailure{m_machineProblem};
    if (const auto *failure = std::get_if<HttpFailure>(&ended))
        return *failure;
    const auto &answer = std::get<HttpAnswer>(ended);
    if (answer.status != 200 || answer.api.trimmed() != "1")
        return answer;
    try {
        return finishGood(generation ? *generation : *m_replica.startGeneration());
    } catch (const std::exception &failure) {
        return StoreFailure{QString::fromUtf8(failure.what())};
    }
}

Outcome SnapshotDownload::finishGood(ReplicaGeneration &generation)
{
    const auto end = m_decoder.finish();
    if (!end)
        return bad(end.error());
    // Indexes and search take about as much again as the rows.
    if (!checkRoom(m_bytes))
        return StoreFailure{m_machineProblem};
    if (const auto finished = generation.finish(end->cursor, end->included); !finished)
        return bad(finished.error());
    return SnapshotTaken{end->cursor, end->included};
}

} // namespace evertill

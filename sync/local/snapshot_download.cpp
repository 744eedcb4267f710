#include "sync/local/snapshot_download.h"

#include <exception>

using namespace Qt::StringLiterals;

namespace evertill {
namespace {

HttpFailure bad(const Refusal &refusal)
{
    return {HttpFailure::BadAnswer, refusal.facts.value(u"problem"_s).toString()};
}

} // namespace

SnapshotDownload::SnapshotDownload(ReplicaWriter &replica)
    : m_replica(replica), m_decoder([this](std::span<const FeedChange> changes) { return add(changes); })
{
}

Result<> SnapshotDownload::feed(QByteArrayView bytes) { return m_decoder.feed(bytes); }

Result<> SnapshotDownload::add(std::span<const FeedChange> changes)
{
    try {
        if (!m_generation)
            m_generation = m_replica.startGeneration();
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
    if (const auto finished = generation.finish(end->cursor, end->included); !finished)
        return bad(finished.error());
    return SnapshotTaken{end->cursor, end->included};
}

} // namespace evertill

#include "core/journal/epoch.h"
#include "core/journal/journal.h"
#include "core/journal/seal.h"

using namespace Qt::StringLiterals;

namespace evertill {
namespace {

/// Walks a chain event by event.
class ChainWalk final {
public:
    ChainWalk(const Head &from, std::int64_t newestEpoch, std::optional<QByteArray> newestKey)
        : m_before(from), m_newestEpoch(newestEpoch), m_newestKey(std::move(newestKey))
    {
    }

    /// What is wrong with \a event after those before it, or nothing.
    [[nodiscard]] QString take(const Event &event)
    {
        QString problem = placeProblem(event);
        if (problem.isEmpty() && event.previous != m_before.hash)
            problem = u"does not continue the event before it"_s;
        if (problem.isEmpty() && event.hash != chained(m_before.hash, event.envelope()))
            problem = u"hash differs"_s;
        if (problem.isEmpty())
            problem = event.kind == kEpochOpened ? epochProblem(event)
                : event.kind == kJournalSealed   ? sealProblem(event)
                                                 : QString();
        m_before = {event.position, event.hash};
        return problem;
    }

private:
    [[nodiscard]] QString placeProblem(const Event &event) const
    {
        const Position at = event.position;
        const bool opens = at.seq == 1 && at.epoch > m_before.position.epoch;
        if (!opens && (at.epoch != m_before.position.epoch || at.seq != m_before.position.seq + 1))
            return u"gap"_s;
        if (opens != (event.kind == kEpochOpened))
            return opens ? u"an epoch that nothing opened"_s : u"opens no epoch"_s;
        if (event.origin && event.origin->epoch >= at.epoch)
            return u"recorded again in its own epoch"_s;
        return {};
    }

    [[nodiscard]] QString epochProblem(const Event &event)
    {
        m_epochKey.reset();
        const auto opened = EpochOpened::fromPayload(event.payload);
        return opened && opened->predecessor == m_before ? QString() : u"names another predecessor"_s;
    }

    /// A seal signs the head right before it.
    [[nodiscard]] QString sealProblem(const Event &event)
    {
        const auto seal = Seal::fromPayload(event.payload);
        if (!seal || seal->head != m_before)
            return u"seal names another head"_s;
        const bool isNewest = event.position.epoch == m_newestEpoch;
        if ((m_epochKey && seal->key != *m_epochKey)
            || (isNewest && m_newestKey && seal->key != *m_newestKey))
            return u"sealed with another key"_s;
        m_epochKey = seal->key;
        return sealVerifies(seal->key, seal->head.hash, seal->signature) ? QString()
                                                                         : u"seal does not verify"_s;
    }

    Head m_before;
    std::int64_t m_newestEpoch;
    std::optional<QByteArray> m_newestKey;
    std::optional<QByteArray> m_epochKey;
};

} // namespace

QString ChainFault::text() const
{
    return u"event %1-%2: %3"_s.arg(position.epoch).arg(position.seq).arg(problem);
}

std::optional<ChainFault> findChainFault(
    Journal &journal, Head from, const std::optional<QByteArray> &sealKey)
{
    ChainWalk walk(from, journal.head().position.epoch, sealKey);
    std::optional<ChainFault> fault;
    journal.each(from.position, [&](const Event &event) {
        const QString problem = walk.take(event);
        if (!problem.isEmpty())
            fault = {event.position, problem};
        return !fault;
    });
    return fault;
}

} // namespace evertill

#include "sync/local/till_files.h"

#include "core/journal/epoch.h"

#include <exception>

using namespace Qt::StringLiterals;

namespace evertill {
namespace {

template <typename Work> Outcome orStoreFailure(Work work)
{
    try {
        return work();
    } catch (const std::exception &failure) {
        return StoreFailure{QString::fromUtf8(failure.what())};
    }
}

} // namespace

TillFiles::TillFiles(const DataFolder &folder)
    : m_ledger(folder.file(u"ledger.db"_s), Database::Kind::Reader), m_replica(folder)
{
}

SyncStart TillFiles::start(const QString &till, SyncMode mode)
{
    SyncStart start{till, m_replica.accepted(), m_replica.cursor(), m_replica.included(), mode};
    if (EpochMarks(m_ledger).isRecoveryDue())
        start.recoverInto = Journal(m_ledger).head().position.epoch;
    return start;
}

Outcome TillFiles::perform(const ReadTail &what)
{
    return orStoreFailure([&] { return tail(what); });
}

Outcome TillFiles::perform(const CountTail &what)
{
    return orStoreFailure([&] { return TailCount{Journal(m_ledger).countAfter(what.after)}; });
}

Outcome TillFiles::perform(const ApplyPage &what)
{
    return orStoreFailure([&]() -> Outcome {
        const auto applied = m_replica.apply(what.page);
        if (applied)
            return Done{};
        const QString problem = applied.error().facts.value(u"problem"_s).toString();
        if (applied.error().code == Code::BadInput)
            return HttpFailure{HttpFailure::BadAnswer, problem};
        return StoreFailure{problem, m_replica.cursor().isEmpty()};
    });
}

Outcome TillFiles::perform(const RecordAccepted &what)
{
    return orStoreFailure([&] {
        m_replica.setAccepted(what.accepted);
        return Done{};
    });
}

Tail TillFiles::tail(const ReadTail &what)
{
    Journal journal(m_ledger);
    Tail tail;
    if (const auto event = journal.at(what.after))
        tail.hash = event->hash;
    std::int64_t bytes = 0;
    for (const Event &event : journal.after(what.after, what.limit)) {
        WireEvent wire = WireEvent::of(event);
        bytes += wire.envelope.size();
        if (bytes > what.bytes && !tail.events.empty())
            break;
        tail.events.push_back(std::move(wire));
    }
    return tail;
}

} // namespace evertill

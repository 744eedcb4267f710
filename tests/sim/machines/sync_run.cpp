#include "tests/sim/machines/sync_run.h"

#include "core/recovery/fact_recorder.h"
#include "core/replica/replica_meta.h"
#include "tests/sim/machines/peril.h"
#include "tests/sim/network/finding.h"

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace evertill::sim {
namespace {

Doing doingOf(const HttpRequest &request, bool isSnapshot)
{
    if (isSnapshot)
        return Doing::Snapshot;
    if (request.method == "POST")
        return Doing::Events;
    if (request.path.endsWith(u"/position"_s))
        return Doing::Position;
    return request.path.endsWith(u"&wait=0"_s) ? Doing::Page : Doing::LongPoll;
}

} // namespace

void SyncRun::pump(Till &till)
{
    for (int rounds = 0; till.process; ++rounds) {
        require(rounds < 2'000, u"%1's engine never comes to rest at one moment"_s.arg(till.id));
        till.setClock(m_scene.now);
        const auto actions = till.process->engine.next(till.clock.now());
        if (actions.empty())
            return;
        for (const Action &action : actions)
            perform(till, action);
    }
}

void SyncRun::serve(Till &till)
{
    try {
        pump(till);
    } catch (const ProcessEnded &) {
        bury(till);
    }
}

void SyncRun::perform(Till &till, const Action &action)
{
    Process &process = *till.process;
    const ActionId id = action.id;
    if (const auto *asked = std::get_if<AskOms>(&action.what))
        return begin(till, id, asked->request, false);
    if (const auto *snapshot = std::get_if<TakeSnapshot>(&action.what))
        return begin(till, id, snapshot->request, true);
    if (const auto *drop = std::get_if<Drop>(&action.what)) {
        process.underWay.erase(drop->dropped);
        return;
    }
    if (const auto *tail = std::get_if<ReadTail>(&action.what))
        return answer(till, id, process.files.perform(*tail));
    if (const auto *count = std::get_if<CountTail>(&action.what))
        return answer(till, id, process.files.perform(*count));
    if (const auto *page = std::get_if<ApplyPage>(&action.what))
        return apply(till, id, *page);
    if (const auto *facts = std::get_if<RecordFacts>(&action.what))
        return recordAgain(till, id, *facts);
    const auto &accepted = std::get<RecordAccepted>(action.what);
    answer(till, id, inPeril(till, [&] { return process.files.perform(accepted); }));
}

Outcome SyncRun::inPeril(Till &till, const std::function<Outcome()> &work)
{
    const Peril peril(m_scene, till.disk, 2);
    return work();
}

Outcome SyncRun::inSight(Till &till, int percent, int changes, const std::function<Outcome()> &work)
{
    constexpr int kLooked = 20; // in a hundred
    if (!m_scene.chance.percent(kLooked)) {
        const Peril peril(m_scene, till.disk, percent, changes);
        return work();
    }
    Outcome outcome;
    lookAcross(till, [&] { outcome = work(); });
    return outcome;
}

void SyncRun::answer(Till &till, ActionId id, const Outcome &outcome)
{
    if (till.disk.hasEnded())
        throw ProcessEnded();
    resync(till, outcome);
    till.process->engine.handle(id, outcome, till.clock.now());
}

void SyncRun::resync(Till &till, const Outcome &outcome)
{
    const auto *failure = std::get_if<StoreFailure>(&outcome);
    if (!failure)
        return;
    const auto doing =
        till.process->underWay.empty() ? Doing::Page : till.process->underWay.begin()->second.doing;
    m_scene.tell([&] { return u"%1's disk fails: %2"_s.arg(till.id, failure->problem); });
    if (till.disk.isFull())
        m_scene.count(Fault::DiskFull, doing);
    const std::string cursor = ReplicaMeta(till.process->screen.database()).cursor().toStdString();
    require(till.knowledge.reopen(cursor, false),
        u"%1 shows a copy of the OMS that it had left: cursor %2"_s.arg(
            till.id, QString::fromStdString(cursor)));
}

void SyncRun::apply(Till &till, ActionId id, const ApplyPage &what)
{
    Process &process = *till.process;
    require(process.told && process.told->cursor == what.page.cursor.toStdString()
            && process.told->rows.size() == what.page.changes.size(),
        u"%1 applies another page than it was told"_s.arg(till.id));
    till.knowledge.expect(*process.told);
    m_scene.tell([&] {
        QString rows;
        for (const oracle::Told::Row &row : process.told->rows)
            rows += u' ' + QString::fromStdString(row.key).right(8);
        return u"%1 applies%2, to %3"_s.arg(till.id, rows, QString::fromStdString(process.told->cursor));
    });
    const Outcome outcome = inSight(till, 2, 12, [&] {
        Outcome applied = process.files.perform(what);
        if (std::holds_alternative<Done>(applied) && !till.disk.hasEnded())
            till.knowledge.take(*process.told);
        return applied;
    });
    answer(till, id, outcome);
}

void SyncRun::recordAgain(Till &till, ActionId id, const RecordFacts &what)
{
    Process &process = *till.process;
    // What the journal lacks, as it was; the oracle knows each by its event's id.
    std::vector<oracle::Fact> lacking;
    for (const Event &event : what.facts) {
        const auto known = m_scene.byEvent.find(event.id.toLatin1().toStdString());
        require(known != m_scene.byEvent.end(), u"%1 is given a fact that never was"_s.arg(till.id));
        const oracle::Fact &fact = *known->second;
        const bool isOfJournal = fact.kind == oracle::Kind::EpochOpened || fact.kind == oracle::Kind::Sealed;
        if (!isOfJournal && !till.journal->has(fact.uid, till.journal->size()))
            lacking.push_back(fact);
    }
    m_scene.tell([&] { return u"%1 records %2 facts again"_s.arg(till.id).arg(lacking.size()); });
    till.pending = lacking;
    std::optional<Result<>> result;
    {
        const Peril peril(m_scene, till.disk, 10);
        QueuedFactRecorder(*process.ledger, process.ledgerThread)
            .recordAgain(what.facts, what.isLast, [&](const Result<> &recorded) { result = recorded; });
    }
    if (till.disk.hasEnded())
        throw ProcessEnded();
    till.pending.clear();
    if (result && *result)
        record(till, lacking);
    answer(till, id, result && *result ? Outcome(Done{}) : Outcome(StoreFailure{u"the machine fails"_s}));
    process.engine.ledgerGrew();
}

std::chrono::microseconds SyncRun::way() { return std::chrono::milliseconds(m_scene.chance.between(1, 400)); }

std::optional<Fault> SyncRun::chooseFault(const Till &till)
{
    if (m_scene.now < till.offlineUntil)
        return Fault::Unreachable;
    if (m_scene.isHealing || !m_scene.chance.percent(m_scene.badWeather))
        return std::nullopt;
    return Fault(m_scene.chance.below(int(Fault::TooMany) + 1));
}

void SyncRun::begin(Till &till, ActionId id, const HttpRequest &what, bool isSnapshot)
{
    Request request{
        {&till, till.processes, id}, what, doingOf(what, isSnapshot), chooseFault(till), ++m_lastOrder};
    if (request.fault == Fault::Delayed)
        request.fault.reset(); // the way alone delays
    request.certificate = till.certificate;
    Exchange exchange{what, request.doing, request.fault, till.journal->size(), till.house.moment(), nullptr};
    if (isSnapshot)
        exchange.download = std::make_unique<SnapshotDownload>(till.process->files.replica(), SnapshotHost());
    till.process->underWay.emplace(id, std::move(exchange));
    m_scene.tell([&] {
        return u"%1 asks %2%3"_s.arg(till.id, doingName(request.doing),
            request.fault ? u" ["_s + faultName(*request.fault) + u']' : QString());
    });
    m_scene.after(what.timeout, [this, request] {
        if (find(request.ref))
            end(request, HttpFailure{HttpFailure::Unreachable, u"no whole answer in time"_s});
    });
    if (request.fault == Fault::Unreachable) {
        m_scene.after(50ms, [this, request] {
            end(request, HttpFailure{HttpFailure::Unreachable, u"no way"_s});
        });
        return;
    }
    if (request.fault == Fault::RequestLost)
        return;
    const auto span =
        request.fault == Fault::Overtaken ? std::chrono::seconds(m_scene.chance.between(1, 90)) : way();
    m_scene.after(span, [this, request] { arrive(request); });
    if (request.fault == Fault::RequestDoubled)
        m_scene.after(span + way() * m_scene.chance.between(1, 20), [this, request] { arrive(request); });
}

Exchange *SyncRun::find(const Ref &ref)
{
    if (!ref.till->process || ref.till->processes != ref.process)
        return nullptr;
    const auto found = ref.till->process->underWay.find(ref.id);
    return found == ref.till->process->underWay.end() ? nullptr : &found->second;
}

void SyncRun::end(const Request &request, const Outcome &outcome)
{
    Till &till = *request.ref.till;
    if (!find(request.ref))
        return;
    if (request.fault && *request.fault != Fault::Overtaken && *request.fault != Fault::RequestDoubled
        && *request.fault != Fault::AnswerDoubled && *request.fault != Fault::Late)
        m_scene.count(*request.fault, request.doing);
    till.process->underWay.erase(request.ref.id);
    till.setClock(m_scene.now);
    try {
        answer(till, request.ref.id, outcome);
        pump(till);
    } catch (const ProcessEnded &) {
        bury(till);
    }
}

void SyncRun::wakePolls(OmsHouse &house)
{
    for (const Request &held : std::exchange(m_polls[&house], {})) {
        if (house.isUp()) // it may die over one of them
            ask(held);
    }
}

void SyncRun::breakOff(OmsHouse &house, std::optional<Fault> fault)
{
    m_polls[&house].clear();
    for (const auto &till : m_scene.tills) {
        if (&till->house != &house || !till->process)
            continue;
        if (fault)
            m_scene.countUnderWay(*fault, *till);
        for (const auto &[id, exchange] : till->process->underWay) {
            const Request request{{till.get(), till->processes, id}, exchange.request, exchange.doing, {}, 0};
            m_scene.after(way(), [this, request] {
                end(request, HttpFailure{HttpFailure::Unreachable, u"broken off"_s});
            });
        }
    }
}

} // namespace evertill::sim

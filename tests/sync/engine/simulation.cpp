#include "tests/sync/engine/simulation.h"

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace evertill::test {

Simulation::Simulation(std::uint64_t seed) : m_random(seed), m_engineRandom(seed + 1) { restartTill(); }

void Simulation::restartTill()
{
    m_pending.clear();
    m_past.clear();
    m_engine = std::make_unique<SyncEngine>(
        SyncStart{u"T1"_s, m_accepted, m_cursor, m_included, SyncMode::Steady}, m_engineRandom);
    run();
}

void Simulation::run()
{
    for (int rounds = 0;; ++rounds) {
        const auto actions = m_engine->next(m_now);
        if (actions.empty())
            return;
        if (rounds > 10'000) {
            m_problem = u"the engine never comes to rest at one moment"_s;
            return;
        }
        for (const Action &action : actions)
            perform(action);
    }
}

void Simulation::perform(const Action &action)
{
    const auto &what = action.what;
    if (const auto *ask = std::get_if<AskOms>(&what)) {
        m_pending.push_back({action.id, ask->request});
    } else if (std::holds_alternative<TakeSnapshot>(what)) {
        m_pending.push_back({action.id, std::nullopt});
    } else if (const auto *drop = std::get_if<Drop>(&what)) {
        std::erase_if(m_pending, [&](const Pending &one) { return one.id == drop->dropped; });
    } else if (const auto *tail = std::get_if<ReadTail>(&what)) {
        handle(action.id, Tail{m_journal.after(tail->after, tail->limit), m_journal.hashAt(tail->after)});
    } else if (const auto *count = std::get_if<CountTail>(&what)) {
        handle(action.id, TailCount{std::int64_t(m_journal.after(count->after).size())});
    } else if (m_diskFails && below(4) == 0) {
        handle(action.id, StoreFailure{u"disk full"_s});
    } else if (const auto *page = std::get_if<ApplyPage>(&what)) {
        keep(page->page, false);
        handle(action.id, Done{});
    } else {
        m_accepted = std::get<RecordAccepted>(what).accepted;
        handle(action.id, Done{});
    }
}

void Simulation::keep(const FeedPage &page, bool fromScratch)
{
    if (fromScratch)
        m_rows.clear();
    for (const FeedChange &change : page.changes) {
        const auto &stock = std::get<StockRow>(*change.row);
        m_rows[change.id] = {stock.onHand.thousandths(), stock.reserved.thousandths(), change.through};
    }
    m_cursor = page.cursor;
    m_included = page.included;
}

void Simulation::handle(ActionId id, const Outcome &outcome)
{
    m_engine->handle(id, outcome, m_now);
    if (m_past.size() < 50)
        m_past.emplace_back(id, outcome);
    else
        m_past[below(50)] = {id, outcome};
}

Outcome Simulation::exchanged(const Pending &pending)
{
    if (pending.request)
        return m_oms.answer(*pending.request);
    const FeedPage all = m_oms.snapshot();
    keep(all, true);
    return SnapshotTaken{all.cursor, all.included};
}

Outcome Simulation::wreck(const Pending &pending)
{
    ++m_wrecks;
    const std::uint64_t how = below(8);
    // The deed is done in half of all cases, though nobody hears of it.
    HttpAnswer answer = {200, "1", {}, std::nullopt, "{}"};
    if (pending.request && below(2) == 0)
        answer = m_oms.answer(*pending.request);
    switch (how) {
    case 0:
        return HttpFailure{HttpFailure::Untrusted, u"another CA"_s};
    case 1:
        return HttpAnswer{200, {}, {}, std::nullopt, "<html>"};
    case 2:
        return HttpAnswer{503, "1", QByteArray::number(below(100)), std::nullopt, {}};
    case 3:
        answer.body.truncate(qsizetype(below(std::uint64_t(answer.body.size()) + 1)));
        return pending.request ? Outcome(answer) : Outcome(HttpFailure{HttpFailure::BadAnswer, u"cut"_s});
    case 4:
        return HttpAnswer{403, "1", {}, std::nullopt, R"({"error":"wrong_till"})"};
    default:
        return HttpFailure{HttpFailure::Unreachable, u"lost"_s};
    }
}

void Simulation::deliver(bool mayGoWrong)
{
    if (m_pending.empty())
        return;
    const auto at = m_pending.begin() + std::ptrdiff_t(below(m_pending.size()));
    const Pending pending = *at;
    m_pending.erase(at);
    if (mayGoWrong && pending.request && below(10) == 0)
        (void)m_oms.answer(*pending.request); // it arrives twice
    handle(pending.id, mayGoWrong && below(3) == 0 ? wreck(pending) : exchanged(pending));
}

void Simulation::happen()
{
    const std::uint64_t what = below(1000);
    if (what < 350) {
        deliver(true);
    } else if (what < 550) {
        m_now = m_now + std::chrono::milliseconds(below(8000));
    } else if (what < 750) {
        m_journal.append(someSku(), std::int64_t(below(20)) - 10);
        m_engine->ledgerGrew();
    } else if (what < 880) {
        m_oms.moveByOthers(someSku(), std::int64_t(below(20)) - 10);
    } else if (what < 940 && !m_past.empty()) {
        const auto again = m_past[below(m_past.size())];
        m_engine->handle(again.first, again.second, m_now);
    } else if (what < 960) {
        restartTill();
    } else if (what < 970) {
        m_now = m_now + std::chrono::minutes(below(60));
    } else if (what < 980) {
        m_now = {m_now.us - std::int64_t(below(3'600'000'000))};
    } else if (what < 985) {
        m_oms.goBack(int(below(6)));
    } else if (what < 990) {
        m_oms.forgetCursors();
    } else {
        m_diskFails = !m_diskFails;
    }
}

bool Simulation::step()
{
    happen();
    run();
    return holds();
}

bool Simulation::holds()
{
    const auto &booked = m_oms.events();
    // Equal hashes at the end of a chain are equal all the way.
    if (!booked.empty() && m_journal.hashAt(booked.back().position) != booked.back().hash)
        m_problem = u"the OMS's journal is no beginning of the till's"_s;
    // What is shown: the row and the tail that it does not count. What is true: what others did, as the row
    // tells, and all own movements.
    for (const auto &[sku, row] : m_rows) {
        const std::int64_t shown = row.onHand + m_journal.movedAfter(std::max(row.through, m_included), sku);
        const std::int64_t meant = row.others + m_journal.movedAfter({}, sku);
        if (shown != meant)
            m_problem = u"%1: shows %2, should show %3"_s.arg(sku).arg(shown).arg(meant);
    }
    return m_problem.isEmpty();
}

bool Simulation::isSettled() const
{
    const FeedPage all = m_oms.snapshot();
    const bool sameRows = all.changes.size() == m_rows.size()
        && std::all_of(all.changes.begin(), all.changes.end(), [&](const FeedChange &change) {
               const auto found = m_rows.find(change.id);
               return found != m_rows.end() && found->second.through == change.through
                   && found->second.onHand == std::get<StockRow>(*change.row).onHand.thousandths();
           });
    return sameRows && m_oms.accepted() == m_journal.head() && m_included == m_journal.head()
        && m_accepted.position == m_journal.head() && m_engine->status().unsent == 0
        && m_engine->status().state == ConnectionStatus::Online;
}

bool Simulation::settle(std::chrono::minutes limit)
{
    m_diskFails = false;
    const Instant end = m_now + limit;
    while (m_now < end) {
        run();
        if (!holds())
            return false;
        if (isSettled())
            return true;
        if (!m_pending.empty() && below(2) == 0)
            deliver(false);
        m_now = m_now + 200ms;
    }
    const ConnectionStatus status = m_engine->status();
    m_problem = u"not settled: %1 of %2 events, state %3 (%4), unsent %5, included %6, kept %7"_s
                    .arg(m_oms.events().size())
                    .arg(m_journal.events().size())
                    .arg(int(status.state))
                    .arg(status.detail)
                    .arg(status.unsent)
                    .arg(m_included.seq)
                    .arg(m_accepted.position.seq);
    return false;
}

} // namespace evertill::test

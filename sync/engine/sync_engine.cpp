#include "sync/engine/sync_engine.h"

using namespace std::chrono_literals;

namespace evertill {
namespace {

constexpr auto kClockMatters = 120s;
constexpr auto kClockForgiven = 90s; // once shown: a clock at the edge does not flicker

} // namespace

SyncEngine::SyncEngine(const SyncStart &start, Random &random)
    : m_push(start.till, start.accepted, start.mode, random),
      m_feed(start.till, start.cursor, start.included, start.mode, random),
      m_recovery(start.till, start.recoverInto.has_value(), start.mode, random),
      m_recoverInto(start.recoverInto),
      m_renew(start.till, start.certificate, start.hasNextCertificate, start.mode, random), m_mode(start.mode)
{
}

std::vector<Action> SyncEngine::next(Instant now)
{
    std::vector<Action> actions;
    if (!std::exchange(m_hasBegun, true))
        m_status.since = now;
    // What the till shows is counted beside the lanes: a sale made while a request hangs is to be seen at
    // once.
    if (m_countIsStale && !m_counting) {
        m_countIsStale = false;
        m_counting = ++m_lastId;
        actions.push_back({m_lastId, CountTail{m_push.accepted().position}});
    }
    m_push.next(now, m_lastId, actions);
    if (m_recoverInto && m_push.hasSent(*m_recoverInto))
        m_recovery.begin();
    m_recovery.next(now, m_lastId, actions);
    if (m_push.isAtRest() && !m_recovery.isDue())
        m_feed.begin();
    m_feed.next(now, m_lastId, actions);
    m_renew.mayAsk(m_push.contact().state == Contact::Reached);
    m_renew.next(now, m_lastId, actions);
    refreshStatus(now);
    return actions;
}

void SyncEngine::handle(ActionId id, const Outcome &outcome, Instant now)
{
    if (m_counting == id) {
        m_counting.reset();
        if (const auto *count = std::get_if<TailCount>(&outcome))
            m_status.unsent = count->events;
        return;
    }
    const Accepted before = m_push.accepted();
    const Contact::State pushWas = m_push.contact().state;
    const Contact::State feedWas = m_feed.contact().state;
    const bool feedTook = m_feed.handle(id, outcome, now);
    const bool recoveryTook = !feedTook && m_recovery.handle(id, outcome, now);
    if (!feedTook && !recoveryTook && !m_push.handle(id, outcome, now))
        return handleRenewal(id, outcome, now);
    if (recoveryTook && std::holds_alternative<Done>(outcome))
        ledgerGrew();
    const auto *failure = std::get_if<StoreFailure>(&outcome);
    if (failure && failure->replicaLost)
        m_feed.takeSnapshotNext();
    const auto *answer = std::get_if<HttpAnswer>(&outcome);
    if (answer && answer->date && answer->api == "1")
        noteClock(*answer->date, now);
    m_countIsStale = m_countIsStale || m_push.accepted() != before;
    if (m_push.takeWentBack())
        m_feed.takeSnapshotNext();
    if (pushWas == Contact::Away && m_push.contact().state == Contact::Reached) {
        m_feed.askAnew();
        m_feed.cutPauseShort();
    }
    const bool feedIsBack = feedWas == Contact::Away && m_feed.contact().state == Contact::Reached;
    if (feedIsBack)
        m_push.cutPauseShort();
    // An OMS that came back, or that knows its own cursors no more, may be an older one; so may one whose
    // feed ends before what it accepted.
    const bool fallsShort = m_mode == SyncMode::Steady && feedTook && m_feed.isAtEnd()
        && m_feed.included() < m_push.accepted().position;
    if (feedIsBack || fallsShort || (feedTook && std::holds_alternative<SnapshotTaken>(outcome)))
        m_push.askAgain();
    refreshStatus(now);
}

void SyncEngine::handleRenewal(ActionId id, const Outcome &outcome, Instant now)
{
    if (!m_renew.handle(id, outcome, now))
        return;
    // Who was denied for the certificate before asks at once.
    if (std::holds_alternative<CertificateAdopted>(outcome)) {
        m_push.cutPauseShort();
        m_feed.cutPauseShort();
    }
    refreshStatus(now);
}

void SyncEngine::ledgerGrew()
{
    m_push.ledgerGrew();
    m_countIsStale = true;
}

std::optional<Instant> SyncEngine::wakeAt() const
{
    std::optional<Instant> first;
    for (const auto &wake : {m_push.wakeAt(), m_feed.wakeAt(), m_recovery.wakeAt(), m_renew.wakeAt()}) {
        if (wake && (!first || *wake < *first))
            first = wake;
    }
    return first;
}

/// The lane whose word counts.
const Contact &SyncEngine::decisive() const
{
    const Contact &push = m_push.contact();
    const Contact &feed = m_feed.contact();
    for (const Contact *contact : {&push, &feed, &m_recovery.contact()}) {
        if (contact->state == Contact::Refused)
            return *contact;
    }
    // Whichever lane heard last knows best: a long poll that hangs on a dead line has not noticed yet.
    const bool pushIsLatest = push.at != feed.at ? push.at > feed.at : push.state == Contact::Away;
    return pushIsLatest ? push : feed;
}

ConnectionStatus::State SyncEngine::stateOf(const Contact &contact) const
{
    switch (contact.state) {
    case Contact::Reached:
        return ConnectionStatus::Online;
    case Contact::Away:
        return ConnectionStatus::Offline;
    case Contact::Refused:
        return ConnectionStatus::Refused;
    case Contact::None:
        break;
    }
    return ConnectionStatus::Connecting;
}

void SyncEngine::refreshStatus(Instant now)
{
    const Contact &contact = decisive();
    // A certificate that has ended may look like no answer at all.
    const bool hasEnded = contact.state == Contact::Away && m_renew.hasEnded(now);
    const auto state = hasEnded ? ConnectionStatus::Refused : stateOf(contact);
    const auto trouble = hasEnded ? ConnectionStatus::Expired : contact.trouble;
    if (state != m_status.state || trouble != m_status.trouble)
        m_status.since = now;
    m_status.state = state;
    m_status.trouble = trouble;
    m_status.detail = contact.detail;
}

void SyncEngine::noteClock(Instant server, Instant now)
{
    const auto ahead = std::chrono::duration_cast<std::chrono::seconds>(server - now);
    m_serverAhead = ahead;
    auto &shown = m_status.clockAhead;
    const bool matters = std::chrono::abs(ahead) > (shown == 0min ? kClockMatters : kClockForgiven);
    // A minute more or less in what is shown is no news.
    if (!matters)
        shown = 0min;
    else if (std::chrono::abs(ahead - shown) >= 60s)
        shown = std::chrono::round<std::chrono::minutes>(ahead);
}

bool SyncEngine::isFinished() const
{
    if (m_mode != SyncMode::Once)
        return false;
    return refusal() || (m_push.isAtRest() && !m_recovery.isDue() && m_feed.isAtEnd() && m_renew.isAtRest());
}

std::optional<Refusal> SyncEngine::refusal() const
{
    if (m_push.refusal())
        return m_push.refusal();
    return m_recovery.refusal() ? m_recovery.refusal() : m_feed.refusal();
}

} // namespace evertill

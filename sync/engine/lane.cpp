#include "sync/engine/lane.h"

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace evertill {
namespace {

// A driver keeps the request's own time-out; this is for one that never answers.
constexpr auto kGrace = 15s;
constexpr auto kLongestSnapshot = 6h;

// So many answers that break the contract are no accident of the line any more.
constexpr int kBadForSure = 3;

/// How long a pause may grow. Where nobody answers, the next question is the probe that finds the OMS back:
/// small and often. A server that answers and can't, or won't, is asked ever more seldom.
std::chrono::seconds longestPause(Verdict::Kind kind)
{
    switch (kind) {
    case Verdict::Bad:
        return 300s;
    case Verdict::Later:
    case Verdict::Denied:
        return 60s;
    default:
        return 8s;
    }
}
constexpr auto kLongestForDisk = 60s;

std::optional<Instant> overdue(const decltype(Action::what) &what, Instant now)
{
    if (const auto *ask = std::get_if<AskOms>(&what))
        return now + ask->request.timeout + kGrace;
    if (const auto *ask = std::get_if<AskForCertificate>(&what))
        return now + ask->request.timeout + kGrace;
    if (const auto *ask = std::get_if<TryCertificate>(&what))
        return now + ask->request.timeout + kGrace;
    if (std::holds_alternative<TakeSnapshot>(what))
        return now + kLongestSnapshot;
    return std::nullopt; // this machine's own disk answers, or nothing goes on anyway
}

} // namespace

void Lane::next(Instant now, ActionId &lastId, std::vector<Action> &actions)
{
    if (m_underWay && m_overdueAt && now < m_begunAt) {
        // The clock was set back: the wait is measured anew, lest it last a year.
        m_overdueAt = now + (*m_overdueAt - m_begunAt);
        m_begunAt = now;
    }
    if (m_underWay && m_overdueAt && now >= *m_overdueAt) {
        abandon();
        fail(judge(HttpFailure{HttpFailure::Unreachable, u"no answer in time"_s}), now);
    }
    if (m_abandoned) {
        actions.push_back({++lastId, Drop{*m_abandoned}});
        m_abandoned.reset();
    }
    if (m_underWay || m_refusal || m_backOff.isOn(now))
        return;
    auto what = wish(now);
    if (!what)
        return;
    m_underWay = ++lastId;
    m_begunAt = now;
    m_overdueAt = overdue(*what, now);
    actions.push_back({lastId, std::move(*what)});
}

bool Lane::handle(ActionId id, const Outcome &outcome, Instant now)
{
    if (m_underWay != id)
        return false;
    m_underWay.reset();
    if (const auto *failure = std::get_if<HttpFailure>(&outcome))
        fail(judge(*failure), now);
    else if (const auto *here = std::get_if<StoreFailure>(&outcome))
        failHere(*here, now);
    else
        take(outcome, now);
    return true;
}

std::optional<Instant> Lane::wakeAt() const
{
    if (m_underWay)
        return m_overdueAt;
    if (m_refusal)
        return std::nullopt;
    const auto due = dueAt();
    const auto pause = m_backOff.end();
    return due && pause ? std::max(*due, *pause) : due ? due : pause;
}

void Lane::reached(Instant now) { m_contact = {Contact::Reached, {}, now}; }

void Lane::progressed(Instant now)
{
    reached(now);
    m_backOff.succeeded();
    m_badInARow = 0;
}

ConnectionStatus::Trouble Lane::troubleIn(const Verdict &verdict)
{
    switch (verdict.kind) {
    case Verdict::Denied:
        return ConnectionStatus::Denied;
    case Verdict::Untrusted:
        return ConnectionStatus::Untrusted;
    case Verdict::Bad:
        return ++m_badInARow < kBadForSure ? ConnectionStatus::NoTrouble : ConnectionStatus::Unreadable;
    default:
        return ConnectionStatus::NoTrouble;
    }
}

void Lane::fail(const Verdict &verdict, Instant now)
{
    const auto trouble = troubleIn(verdict);
    const auto state = trouble == ConnectionStatus::NoTrouble ? Contact::Away : Contact::Refused;
    m_contact = {state, verdict.detail, now, trouble};
    m_backOff.failed(now, longestPause(verdict.kind), verdict.retryAfter);
    beginAgain(verdict.kind == Verdict::Bad);
    endIfOnce(refusalOf(verdict));
}

void Lane::failHere(const StoreFailure &failure, Instant now)
{
    m_contact = {Contact::Refused, failure.problem, now, ConnectionStatus::Disk};
    m_backOff.failed(now, kLongestForDisk);
    beginAgain(false);
    endIfOnce({Code::DamagedFile, {{u"problem"_s, failure.problem}}});
}

void Lane::endIfOnce(const Refusal &refusal)
{
    if (m_mode == SyncMode::Once)
        m_refusal = refusal;
}

void Lane::stop(const Refusal &refusal, const Contact &contact)
{
    m_contact = contact;
    m_refusal = refusal;
}

void Lane::stall(const Refusal &refusal, const Contact &contact, std::chrono::seconds pause)
{
    m_contact = contact;
    m_backOff.rest(contact.at, pause);
    beginAgain(false);
    endIfOnce(refusal);
}

void Lane::abandon()
{
    if (!m_underWay)
        return;
    m_abandoned = m_underWay;
    m_underWay.reset();
    m_overdueAt.reset();
}

} // namespace evertill

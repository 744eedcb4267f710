#include "sync/engine/lane.h"

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace evertill {
namespace {

// A driver keeps the request's own time-out; this is for one that never answers.
constexpr auto kGrace = 15s;
constexpr auto kLongestSnapshot = 6h;

std::optional<Instant> overdue(const decltype(Action::what) &what, Instant now)
{
    if (const auto *ask = std::get_if<AskOms>(&what))
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
    auto what = wish();
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
    return m_refusal ? std::nullopt : m_backOff.end();
}

void Lane::reached(Instant now)
{
    m_contact = {Contact::Reached, {}, now};
    m_backOff.succeeded();
}

void Lane::fail(const Verdict &verdict, Instant now)
{
    const bool needsPerson = verdict.kind == Verdict::Denied || verdict.kind == Verdict::Untrusted;
    m_contact = {needsPerson ? Contact::Refused : Contact::Away, verdict.detail, now};
    pauseOrEnd(refusalOf(verdict), now, verdict.retryAfter);
}

void Lane::failHere(const StoreFailure &failure, Instant now)
{
    m_contact = {Contact::Refused, failure.problem, now};
    pauseOrEnd({Code::DamagedFile, {{u"problem"_s, failure.problem}}}, now);
}

void Lane::pauseOrEnd(const Refusal &refusal, Instant now, std::optional<std::chrono::seconds> asked)
{
    m_backOff.failed(now, asked);
    beginAgain();
    if (m_mode == SyncMode::Once)
        m_refusal = refusal;
}

void Lane::stop(const Refusal &refusal, const QString &detail, Instant now)
{
    m_contact = {Contact::Refused, detail, now};
    m_refusal = refusal;
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

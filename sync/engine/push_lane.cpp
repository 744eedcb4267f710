#include "sync/engine/push_lane.h"

#include "sync/oms/answers.h"

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace evertill {
namespace {

constexpr int kMostEvents = 500; // the contract's own bound
constexpr std::int64_t kMostBytes = 1 << 20; // of envelopes; quoted, still well below the contract's 4 MiB
constexpr auto kProbe = 8s; // the position is a small question: a longer silence is none
constexpr auto kTooLargePause = 300s;

Verdict broken(const Refusal &refusal)
{
    return {Verdict::Bad, refusal.facts.value(u"problem"_s).toString(), 200, {}};
}

} // namespace

PushLane::PushLane(const QString &till, const Accepted &known, SyncMode mode, Random &random)
    : Lane(mode, random), m_path("/v1/tills/" + till.toLatin1()), m_heard(known), m_accepted(known),
      m_recorded(known), m_limit(kMostEvents)
{
}

void PushLane::beginAgain(bool)
{
    m_isStuck = m_isStuck || m_phase != Phase::Ask;
    if (m_phase == Phase::Send)
        m_limit = std::max(1, int(m_batch.size() / 2));
    m_phase = Phase::Ask;
}

void PushLane::askAgain()
{
    if (m_phase == Phase::Rest)
        m_phase = Phase::Ask;
}

std::optional<Lane::Wish> PushLane::wish(Instant)
{
    const QString path = QString::fromLatin1(m_path);
    switch (m_phase) {
    case Phase::Ask:
        return AskOms{{"GET", path + u"/position"_s, {}, kProbe, 64 << 10}};
    case Phase::Record:
        return RecordAccepted{m_accepted};
    case Phase::Send:
        return AskOms{{"POST", path + u"/events"_s, encodeBatch(m_batch), 30s, 1 << 20}};
    case Phase::Rest:
        if (!m_grew)
            return std::nullopt;
        m_phase = Phase::Read;
        [[fallthrough]];
    case Phase::Read:
        m_grew = false;
        return ReadTail{m_heard.position, m_limit, kMostBytes};
    }
    return std::nullopt;
}

void PushLane::take(const Outcome &outcome, Instant now)
{
    if (const auto *answer = std::get_if<HttpAnswer>(&outcome))
        m_phase == Phase::Send ? takeBatch(*answer, now) : takePosition(*answer, now);
    else if (const auto *tail = std::get_if<Tail>(&outcome))
        takeTail(*tail, now);
    else
        takeRecorded(now);
}

void PushLane::takeRecorded(Instant now)
{
    m_recorded = m_accepted;
    goOn(now);
}

void PushLane::goOn(Instant now)
{
    m_phase = m_batch.empty() ? Phase::Rest : Phase::Send;
    if (m_batch.empty() && std::exchange(m_isStuck, false))
        progressed(now);
}

void PushLane::learn(const Accepted &accepted, Instant now)
{
    // A position says nothing of what failed behind it: a till that is refused there does not flicker.
    if (!m_isStuck)
        progressed(now);
    else if (contact().state != Contact::Refused)
        reached(now);
    m_heard = accepted;
    m_phase = Phase::Read;
}

void PushLane::takePosition(const HttpAnswer &answer, Instant now)
{
    const Verdict verdict = judge(answer, now);
    if (verdict.kind != Verdict::Good)
        return fail(verdict, now);
    const auto accepted = decodeAccepted(answer.body);
    accepted ? learn(*accepted, now) : fail(broken(accepted.error()), now);
}

void PushLane::takeTail(const Tail &tail, Instant now)
{
    const Position from = m_heard.position;
    const bool fromStart = from == Position();
    if (tail.hash && *tail.hash != m_heard.hash)
        return stopForked(u"the OMS has another event at %1-%2"_s.arg(from.epoch).arg(from.seq), now);
    // Where this journal has no event there, only a later epoch of its own may go on: it closed the one that
    // the OMS knows.
    const bool opensEpoch = !tail.events.empty() && tail.events.front().position.seq == 1;
    if (!tail.hash && !fromStart && !opensEpoch)
        return stopForked(
            u"the OMS has events up to %1-%2, this till has not"_s.arg(from.epoch).arg(from.seq), now);
    m_wentBack = m_wentBack || from < m_accepted.position;
    m_accepted = m_heard;
    m_isOwn = tail.hash.has_value();
    m_batch = tail.events;
    if (m_accepted == m_recorded)
        return goOn(now);
    m_phase = Phase::Record;
}

void PushLane::takeBatch(const HttpAnswer &answer, Instant now)
{
    const Verdict verdict = judge(answer, now);
    if (verdict.status == 409)
        return takeConflict(answer, now);
    if (verdict.status == 413 && verdict.kind == Verdict::Denied) {
        if (m_batch.size() == 1)
            return stallOnTooLarge(now);
        m_limit = int(m_batch.size() / 2);
        m_phase = Phase::Read;
        return;
    }
    if (verdict.kind != Verdict::Good)
        return fail(verdict, now);
    const auto outcome = decodeBatchOutcome(answer.body);
    if (!outcome)
        return fail(broken(outcome.error()), now);
    const bool fits =
        std::equal(outcome->outcomes.begin(), outcome->outcomes.end(), m_batch.begin(), m_batch.end(),
            [](const EventOutcome &one, const WireEvent &event) { return one.position == event.position; });
    const WireEvent &last = m_batch.back();
    const Accepted &accepted = outcome->accepted;
    const bool whole =
        accepted.position == last.position ? accepted.hash == last.hash : accepted.position > last.position;
    if (!fits || !whole)
        return fail({Verdict::Bad, u"the outcome is of another batch"_s, verdict.status, {}}, now);
    m_gapped = false;
    m_isStuck = false;
    m_limit = std::min(kMostEvents, m_limit + std::max(1, m_limit / 8));
    learn(accepted, now);
}

void PushLane::takeConflict(const HttpAnswer &answer, Instant now)
{
    const Verdict verdict = judge(answer, now);
    if (verdict.kind != Verdict::Denied)
        return fail(verdict, now);
    const auto conflict = decodeConflict(answer.body);
    if (!conflict)
        return fail(broken(conflict.error()), now);
    if (conflict->kind == Conflict::Fork)
        return stopForked(u"the OMS has another journal of this till"_s, now);
    if (std::exchange(m_gapped, true))
        return fail({Verdict::Bad, u"a gap after a gap"_s, verdict.status, {}}, now);
    m_phase = Phase::Ask;
}

void PushLane::stallOnTooLarge(Instant now)
{
    const WireEvent &event = m_batch.front();
    const QString detail =
        u"too_large: event %1-%2 of %3 bytes is more than the OMS takes"_s.arg(event.position.epoch)
            .arg(event.position.seq)
            .arg(event.envelope.size());
    stall({Code::Denied, {{u"error"_s, u"too_large"_s}, {u"problem"_s, detail}}},
        {Contact::Refused, detail, now, ConnectionStatus::TooLarge}, kTooLargePause);
}

void PushLane::stopForked(const QString &problem, Instant now)
{
    stop({Code::Denied, {{u"error"_s, u"fork"_s}, {u"problem"_s, problem}}},
        {Contact::Refused, u"fork: "_s + problem, now, ConnectionStatus::Forked});
}

} // namespace evertill

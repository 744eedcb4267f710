#include "sync/engine/recovery_lane.h"

#include "sync/oms/journal_piece.h"

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace evertill {
namespace {

constexpr int kMostFacts = 200;
constexpr std::int64_t kPieceBytes = 32 << 20;

} // namespace

RecoveryLane::RecoveryLane(const QString &till, bool due, SyncMode mode, Random &random)
    : Lane(mode, random), m_path("/v1/tills/" + till.toLatin1()), m_isDue(due)
{
}

void RecoveryLane::beginAgain(bool) { m_phase = Phase::Ask; }

std::optional<Lane::Wish> RecoveryLane::wish(Instant)
{
    if (!m_isDue || !m_begun)
        return std::nullopt;
    if (m_phase == Phase::Record)
        return m_piece;
    const QString path = QString::fromLatin1(m_path)
        + u"/events?diverged=true&epoch=%1&seq=%2&limit=%3"_s.arg(m_after.epoch)
              .arg(m_after.seq)
              .arg(kMostFacts);
    return AskOms{{"GET", path, {}, 60s, kPieceBytes}};
}

void RecoveryLane::take(const Outcome &outcome, Instant now)
{
    if (const auto *answer = std::get_if<HttpAnswer>(&outcome))
        return takePiece(*answer, now);
    progressed(now);
    m_phase = Phase::Ask;
    if (!m_piece.facts.empty())
        m_after = m_piece.facts.back().position;
    m_isDue = !m_piece.isLast;
    m_piece = {};
}

void RecoveryLane::takePiece(const HttpAnswer &answer, Instant now)
{
    const Verdict verdict = judge(answer, now);
    if (verdict.kind != Verdict::Good)
        return fail(verdict, now);
    auto piece = decodeJournalPiece(answer.body, PieceOf::Diverged, m_after);
    if (!piece)
        return fail(
            {Verdict::Bad, piece.error().facts.value(u"problem"_s).toString(), verdict.status, {}}, now);
    reached(now);
    m_piece = {std::move(piece->events), !piece->more};
    m_phase = Phase::Record;
}

} // namespace evertill

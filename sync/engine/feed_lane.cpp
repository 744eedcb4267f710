#include "sync/engine/feed_lane.h"

#include "sync/oms/feed_page.h"

#include <QUrl>

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace evertill {
namespace {

constexpr int kPageLimit = 500; // what a replica commits at once while the shop sells
constexpr auto kWait = 25s;
constexpr auto kSlack = 15s; // beyond the wait, for the answer to travel
constexpr int kBadBeforeSnapshot = 3;
constexpr std::int64_t kPageBytes = 32 << 20;
constexpr std::int64_t kSnapshotBytes = std::int64_t(16) << 30;

} // namespace

FeedLane::FeedLane(
    const QString &till, const QByteArray &cursor, Position included, SyncMode mode, Random &random)
    : Lane(mode, random), m_path("/v1/tills/" + till.toLatin1()),
      m_phase(cursor.isEmpty() ? Phase::Snapshot : Phase::Page), m_cursor(cursor), m_included(included),
      m_begun(mode == SyncMode::Steady)
{
}

void FeedLane::takeSnapshotNext()
{
    abandon();
    m_phase = Phase::Snapshot;
    m_atEnd = false;
}

void FeedLane::askAnew()
{
    if (m_phase != Phase::Page || !m_atEnd)
        return;
    abandon();
    m_atEnd = false;
}

void FeedLane::beginAgain(bool isBad)
{
    if (m_phase == Phase::Apply)
        m_phase = Phase::Page;
    if (!isBad || ++m_bad % kBadBeforeSnapshot != 0)
        return;
    // Where a snapshot can't be read either, the pages are tried again: what there is stays as it is.
    m_phase = m_phase == Phase::Page || m_cursor.isEmpty() ? Phase::Snapshot : Phase::Page;
    m_atEnd = false;
}

std::optional<Lane::Wish> FeedLane::wish(Instant)
{
    if (!m_begun || (mode() == SyncMode::Once && m_atEnd))
        return std::nullopt;
    const QString path = QString::fromLatin1(m_path);
    switch (m_phase) {
    case Phase::Snapshot:
        return TakeSnapshot{{"GET", path + u"/snapshot"_s, {}, 60s, kSnapshotBytes}};
    case Phase::Apply:
        return ApplyPage{m_page};
    case Phase::Page:
        break;
    }
    // The first pages come without a wait, so that what is known already is known soon.
    const auto wait = m_atEnd ? kWait : 0s;
    // Joined piece by piece: an encoded cursor holds percent signs, which QString::arg would take for places
    // of its own.
    const QString query = u"/changes?cursor="_s + QString::fromLatin1(m_cursor.toPercentEncoding())
        + u"&limit="_s + QString::number(kPageLimit) + u"&wait="_s + QString::number(wait.count());
    return AskOms{{"GET", path + query, {}, wait + kSlack, kPageBytes}};
}

void FeedLane::take(const Outcome &outcome, Instant now)
{
    if (const auto *answer = std::get_if<HttpAnswer>(&outcome)) {
        takeAnswer(*answer, now);
    } else if (const auto *snapshot = std::get_if<SnapshotTaken>(&outcome)) {
        progressed(now);
        m_bad = 0;
        m_cursor = snapshot->cursor;
        m_included = snapshot->included;
        m_freshSnapshot = true;
        m_phase = Phase::Page;
    } else {
        takeApplied(now);
    }
}

void FeedLane::takeAnswer(const HttpAnswer &answer, Instant now)
{
    const Verdict verdict = judge(answer, now);
    if (verdict.kind == Verdict::Denied)
        return takeDenied(verdict, now);
    if (verdict.kind != Verdict::Good)
        return fail(verdict, now);
    if (m_phase == Phase::Snapshot) // its good answers are streamed elsewhere and end as SnapshotTaken
        return fail(
            {Verdict::Bad, u"status %1 in place of a snapshot"_s.arg(verdict.status), verdict.status, {}},
            now);
    auto page = decodePage(answer.body);
    if (!page)
        return fail(
            {Verdict::Bad, page.error().facts.value(u"problem"_s).toString(), verdict.status, {}}, now);
    takePage(std::move(*page), now);
}

void FeedLane::takeDenied(const Verdict &verdict, Instant now)
{
    if (verdict.status != 410 || m_phase != Phase::Page)
        return fail(verdict, now);
    m_phase = Phase::Snapshot;
    m_atEnd = false;
    if (std::exchange(m_freshSnapshot, false))
        fail({Verdict::Bad, u"the snapshot's own cursor is gone"_s, verdict.status, {}}, now);
}

void FeedLane::takePage(FeedPage page, Instant now)
{
    const bool moves = page.cursor != m_cursor;
    if ((page.more || !page.changes.empty()) && !moves)
        return fail({Verdict::Bad, u"more to read, but the cursor stands still"_s, 200, {}}, now);
    if (page.changes.size() > std::size_t(kPageLimit))
        return fail({Verdict::Bad, u"a page longer than asked for"_s, 200, {}}, now);
    if (page.included < m_included) {
        m_phase = Phase::Snapshot;
        m_atEnd = false;
        return fail({Verdict::Bad, u"the OMS has gone back in time"_s, 200, {}}, now);
    }
    m_freshSnapshot = false;
    const bool isQuick = m_atEnd && now - begunAt() < kWait / 2;
    m_saysNothing = isQuick && page.changes.empty() && page.included == m_included;
    if (moves || page.included != m_included) {
        m_page = std::move(page);
        m_phase = Phase::Apply;
        return;
    }
    m_atEnd = true;
    m_bad = 0;
    progressed(now);
    restIfTold(now);
}

/// An OMS that does not hold the question open, or moves its cursor though nothing happened, is not asked
/// thousands of times a second.
void FeedLane::restIfTold(Instant now)
{
    if (std::exchange(m_saysNothing, false) && mode() == SyncMode::Steady)
        backOff().rest(now, 1s);
}

void FeedLane::takeApplied(Instant now)
{
    progressed(now);
    m_bad = 0;
    m_cursor = m_page.cursor;
    m_included = m_page.included;
    m_atEnd = !m_page.more;
    m_page = {};
    m_phase = Phase::Page;
    restIfTold(now);
}

} // namespace evertill

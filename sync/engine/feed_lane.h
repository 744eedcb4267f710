#pragma once

#include "sync/engine/lane.h"

namespace evertill {

/// Reads the feed: page after page into the replica, then held open by a long poll so that news arrive at
/// once. Without a cursor, and where the OMS no longer knows the one it has or has gone back in time, it
/// takes a snapshot; also after three pages in a row that broke the contract, in case the fault is in one of
/// their rows. Whatever is refused, the replica stays as it was.
class FeedLane final : public Lane {
public:
    FeedLane(const QString &till, const QByteArray &cursor, Position included, SyncMode mode, Random &random);

    /// In SyncMode::Once: everything is sent, so what is read from now on counts it.
    void begin() { m_begun = true; }
    /// What the replica holds may count events that the OMS has no more.
    void takeSnapshotNext();
    /// The OMS can be reached again: a question that was held open before may hang on a line that is dead.
    void askAnew();
    /// Whether the feed has been read to its end. A lane that runs steadily waits there for news.
    [[nodiscard]] bool isAtEnd() const { return m_atEnd; }
    /// How much of this till's journal the feed has counted in.
    [[nodiscard]] Position included() const { return m_included; }

private:
    enum class Phase { Page, Apply, Snapshot };

    [[nodiscard]] std::optional<Wish> wish(Instant now) override;
    void take(const Outcome &outcome, Instant now) override;
    void beginAgain(bool isBad) override;

    void takeAnswer(const HttpAnswer &answer, Instant now);
    void takePage(FeedPage page, Instant now);
    void takeApplied(Instant now);
    void restIfTold(Instant now);
    void takeDenied(const Verdict &verdict, Instant now);

    QByteArray m_path;
    Phase m_phase;
    QByteArray m_cursor;
    Position m_included;
    FeedPage m_page; // while it is being applied
    bool m_begun;
    bool m_atEnd = false;
    bool m_saysNothing = false; // the last page came at once, and nothing is new in it
    bool m_freshSnapshot = false; // no page was read since: a cursor that is gone already is no progress
    int m_bad = 0; // answers that broke the contract since the last page that was kept
};

} // namespace evertill

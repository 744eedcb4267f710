#pragma once

#include "sync/engine/lane.h"

namespace evertill {

/// Sends the journal: asks how far the OMS has it, then sends batch after batch until nothing is left, and
/// rests until the ledger grows. What the OMS names counts once the journal was read there and is found to be
/// the same, and only then is it kept. After any failure the lane asks again, so that a batch whose answer
/// got lost is not sent twice; that small question is also the probe that finds an OMS that can be reached
/// again. Batches are as large as the contract lets them be, shrink where the OMS calls them too large or one
/// went without its answer, as a slow line leaves it, and grow again. One event that is too large by itself
/// holds up those behind it, which continue it: the lane says so and tries again every five to ten minutes.
/// Where the OMS has another journal under this till's name (a fork) it stops for good: the till sells on,
/// and is enrolled anew.
class PushLane final : public Lane {
public:
    PushLane(const QString &till, const Accepted &known, SyncMode mode, Random &random);

    void ledgerGrew() { m_grew = true; }
    /// The OMS may have been restored meanwhile: a lane at rest makes sure that nothing is to be sent again.
    void askAgain();
    /// How far the OMS has the journal, as last heard and found true.
    [[nodiscard]] const Accepted &accepted() const { return m_accepted; }
    /// Whether the OMS has this journal's epoch \a epoch. What another machine opened under this till's name
    /// does not count: nothing is known of a position before the journal was looked at.
    [[nodiscard]] bool hasSent(std::int64_t epoch) const
    {
        return m_isOwn && m_accepted.position.epoch >= epoch;
    }
    /// Whether everything that the ledger held when it was last read is sent.
    [[nodiscard]] bool isAtRest() const { return m_phase == Phase::Rest && !m_grew && !refusal(); }
    /// Once after the OMS was found to have less of the journal than it had said: it was restored from a
    /// backup.
    [[nodiscard]] bool takeWentBack() { return std::exchange(m_wentBack, false); }

private:
    enum class Phase { Ask, Read, Record, Send, Rest };

    [[nodiscard]] std::optional<Wish> wish(Instant now) override;
    void take(const Outcome &outcome, Instant now) override;
    void beginAgain(bool isBad) override;

    void takePosition(const HttpAnswer &answer, Instant now);
    void takeTail(const Tail &tail, Instant now);
    void takeBatch(const HttpAnswer &answer, Instant now);
    void takeConflict(const HttpAnswer &answer, Instant now);
    void takeRecorded(Instant now);
    void goOn(Instant now);
    void learn(const Accepted &accepted, Instant now);
    void stopForked(const QString &problem, Instant now);
    void stallOnTooLarge(Instant now);

    QByteArray m_path;
    Phase m_phase = Phase::Ask;
    Accepted m_heard; // and not compared with the journal yet
    Accepted m_accepted;
    Accepted m_recorded; // what the replica keeps of it: behind where the disk failed
    std::vector<WireEvent> m_batch;
    int m_limit;
    bool m_grew = true;
    bool m_isOwn = false; // m_accepted stands in this journal
    bool m_wentBack = false;
    bool m_gapped = false; // a gap right after another is no progress
    bool m_isStuck = false; // something beyond the position failed, and was not done since
};

} // namespace evertill

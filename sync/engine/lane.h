#pragma once

#include "core/base/result.h"
#include "core/till/connection_status.h"
#include "sync/engine/action.h"
#include "sync/engine/back_off.h"
#include "sync/oms/verdict.h"

namespace evertill {

/// Whether an engine goes on for ever or ends when all is done.
enum class SyncMode {
    Steady, ///< long polls, tries again and again
    Once, ///< sends everything, reads the feed to its end, rests; the first failure ends it
};

/// How the last exchange of a lane went.
struct Contact {
    enum State { None, Reached, Away, Refused };
    State state = None;
    QString detail; ///< what is wrong, for a log
    Instant at;
    ConnectionStatus::Trouble trouble = ConnectionStatus::NoTrouble; ///< with Refused
};

/// One sequence of actions, at most one of them under way. What all lanes share: waiting for one outcome and
/// for no other, giving an exchange up that nobody answers, pausing after failures, ending on the first of
/// them in SyncMode::Once.
class Lane {
public:
    virtual ~Lane() = default;
    Lane(const Lane &) = delete;
    Lane &operator=(const Lane &) = delete;

    /// Appends what the lane wants to be done now. \a lastId is the engine's counter.
    void next(Instant now, ActionId &lastId, std::vector<Action> &actions);
    /// Whether \a id was what the lane is waiting for; only then the outcome counts.
    bool handle(ActionId id, const Outcome &outcome, Instant now);
    /// When next() may have something new to say without an outcome or a wake.
    [[nodiscard]] std::optional<Instant> wakeAt() const;

    [[nodiscard]] const Contact &contact() const { return m_contact; }
    /// Why the lane ended, in SyncMode::Once or for good.
    [[nodiscard]] const std::optional<Refusal> &refusal() const { return m_refusal; }
    /// The server is back, as the other lane found out.
    void cutPauseShort() { m_backOff.cutShort(); }

protected:
    Lane(SyncMode mode, Random &random) : m_mode(mode), m_backOff(random) { }

    using Wish = decltype(Action::what);
    /// The one thing to do now, or nothing.
    [[nodiscard]] virtual std::optional<Wish> wish(Instant now) = 0;
    /// When wish() may have something to say by the passing of time alone.
    [[nodiscard]] virtual std::optional<Instant> dueAt() const { return std::nullopt; }
    virtual void take(const Outcome &outcome, Instant now) = 0;
    /// The exchange under way failed, or was given up: where to begin again. \a isBad: an answer came that
    /// breaks the contract.
    virtual void beginAgain(bool isBad) = 0;

    [[nodiscard]] SyncMode mode() const { return m_mode; }
    [[nodiscard]] BackOff &backOff() { return m_backOff; }
    /// When the action under way was begun.
    [[nodiscard]] Instant begunAt() const { return m_begunAt; }
    /// The OMS answered. What failed behind this answer before may yet fail again: pauses go on growing.
    void reached(Instant now);
    /// What was to be done is done: the next failure is the first of its kind.
    void progressed(Instant now);
    void fail(const Verdict &verdict, Instant now);
    void failHere(const StoreFailure &failure, Instant now);
    /// Ends the lane: only a person can mend this.
    void stop(const Refusal &refusal, const Contact &contact);
    /// Only a person can mend this, but perhaps at the OMS: tries again after about \a pause.
    void stall(const Refusal &refusal, const Contact &contact, std::chrono::seconds pause);
    /// Nobody waits for the action under way any more.
    void abandon();

private:
    [[nodiscard]] ConnectionStatus::Trouble troubleIn(const Verdict &verdict);
    void endIfOnce(const Refusal &refusal);

    SyncMode m_mode;
    BackOff m_backOff;
    Contact m_contact;
    int m_badInARow = 0;
    std::optional<Refusal> m_refusal;
    std::optional<ActionId> m_underWay;
    std::optional<ActionId> m_abandoned;
    Instant m_begunAt;
    std::optional<Instant> m_overdueAt;
};

} // namespace evertill

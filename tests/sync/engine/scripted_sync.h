#pragma once

#include "core/base/seeded_random.h"
#include "sync/engine/sync_engine.h"
#include "tests/sync/engine/model_journal.h"

namespace evertill::test {

/// An engine whose every outcome the test writes down. Counts of the tail are answered by themselves.
class ScriptedSync final {
public:
    ScriptedSync() : ScriptedSync(begin(SyncMode::Steady)) { }
    explicit ScriptedSync(const SyncStart &start);
    /// A till with an empty journal at the OMS and a replica at the cursor c0.
    [[nodiscard]] static SyncStart begin(SyncMode mode);

    ModelJournal journal;
    Instant now{1'700'000'000'000'000};
    SyncEngine &engine() { return m_engine; }

    /// Asks the engine what to do now and keeps what it says.
    void step();
    /// Appends \a events and goes on until the first batch is being sent.
    void reachFirstBatch(int events);
    /// Goes on until the feed's end is reached and the question held open.
    void reachLongPoll();
    void advance(std::chrono::milliseconds span) { now = now + span; }

    /// The one action of that kind that is open and whose path ends in (or, with a query, contains) \a part;
    /// asserts where there is none.
    [[nodiscard]] Action openRequest(const QString &part) const;
    [[nodiscard]] bool hasRequest(const QString &part) const;
    template <typename What> [[nodiscard]] std::optional<Action> open() const
    {
        for (const Action &action : m_open) {
            if (std::holds_alternative<What>(action.what))
                return action;
        }
        return std::nullopt;
    }

    void answer(const Action &action, const Outcome &outcome);
    /// The OMS's answer to the open request with \a part in its path.
    void answer(const QString &part, int status, const QByteArray &body);
    void fail(const QString &part, HttpFailure::Kind kind = HttpFailure::Unreachable);
    /// Answers the open reading of the tail from the journal.
    void readTail();
    /// Says that the open page, position or snapshot is kept.
    void done();

    [[nodiscard]] QByteArray acceptedJson(Position position) const;
    /// What the OMS says of the events in the open batch when it took all of them.
    [[nodiscard]] QByteArray batchTaken() const;
    [[nodiscard]] ConnectionStatus status() const { return m_engine.status(); }

    std::vector<ActionId> dropped;

private:
    SeededRandom m_random{7};
    SyncEngine m_engine;
    std::vector<Action> m_open;
};

[[nodiscard]] HttpAnswer omsAnswer(int status, const QByteArray &body);
/// A page without changes.
[[nodiscard]] QByteArray emptyPage(const QByteArray &cursor, Position included, bool more = false);
/// A page with the stock of one product.
[[nodiscard]] QByteArray stockPage(const QByteArray &cursor, Position included, bool more = false);

/// A page with the stock of so many products.
[[nodiscard]] QByteArray longPage(int products);

} // namespace evertill::test

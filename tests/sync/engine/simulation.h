#pragma once

#include "core/base/seeded_random.h"
#include "sync/engine/sync_engine.h"
#include "tests/sync/engine/model_oms.h"

#include <memory>

namespace evertill::test {

/// A till and an OMS with the worst of networks between them, all of it from one seed: requests and answers
/// get lost, late, doubled or mangled; the till is killed; the OMS is restored from a backup; clocks jump.
/// After each step what the till shows is checked.
class Simulation final {
public:
    explicit Simulation(std::uint64_t seed);

    /// One thing that happens. False, with problem(), where the till shows or does what it must not.
    [[nodiscard]] bool step();
    /// From now on the network is good and nothing else happens: whether all is sent and read within \a
    /// limit.
    [[nodiscard]] bool settle(std::chrono::minutes limit);

    [[nodiscard]] QString problem() const { return m_problem; }
    [[nodiscard]] int events() const { return int(m_journal.events().size()); }
    [[nodiscard]] int wrecks() const { return m_wrecks; }

private:
    struct Pending {
        ActionId id = 0;
        std::optional<HttpRequest> request; // nothing: a snapshot
    };
    struct Row {
        std::int64_t onHand = 0;
        std::int64_t others = 0;
        Position through;
    };

    void restartTill();
    void run();
    void perform(const Action &action);
    void keep(const FeedPage &page, bool fromScratch);
    void handle(ActionId id, const Outcome &outcome);
    void deliver(bool mayGoWrong);
    [[nodiscard]] Outcome exchanged(const Pending &pending);
    [[nodiscard]] Outcome wreck(const Pending &pending);
    void happen();
    [[nodiscard]] bool holds();
    [[nodiscard]] bool isSettled() const;
    [[nodiscard]] std::uint64_t below(std::uint64_t bound) { return m_random.next64() % bound; }
    [[nodiscard]] QString someSku() { return QString(QChar(char16_t(u'A' + below(5)))); }

    SeededRandom m_random;
    SeededRandom m_engineRandom;
    Instant m_now{1'700'000'000'000'000};
    ModelJournal m_journal;
    ModelOms m_oms;
    std::map<QString, Row> m_rows; // the replica
    Accepted m_accepted;
    QByteArray m_cursor;
    Position m_included;
    std::unique_ptr<SyncEngine> m_engine;
    std::vector<Pending> m_pending;
    std::vector<std::pair<ActionId, Outcome>> m_past; // to be told again
    bool m_diskFails = false;
    int m_wrecks = 0;
    QString m_problem;
};

} // namespace evertill::test

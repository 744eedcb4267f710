#pragma once

#include "core/base/manual_clock.h"
#include "core/base/seeded_random.h"
#include "tests/sim/machines/process.h"
#include "tests/sim/network/oms_house.h"

namespace evertill::sim {

/// A till's machine with its disk and clock, the process on it while it runs, and beside both what the oracle
/// knows of them.
struct Till {
    /// \a machine: its disk's name; empty: the till's.
    Till(const QString &id, OmsHouse &house, std::uint64_t seed, const std::string &machine = {});

    [[nodiscard]] std::string name() const { return id.toStdString(); }
    /// Brings its own clock to the true moment \a now, off by what it is off.
    void setClock(Instant now);
    [[nodiscard]] bool isRunning() const { return process != nullptr; }

    QString id;
    OmsHouse &house;
    Disk disk;
    ManualClock clock{{0}, 60};
    std::int64_t clockIsOffUs = 0;
    std::int64_t driftPpm = 0;
    Instant driftsSince;
    SeededRandom random;
    TillConfig config;
    QString certificate; ///< its number
    std::unique_ptr<Process> process;
    int processes = 0; ///< started so far
    Instant offlineUntil;
    std::uint64_t newestArrival = 0; ///< of its requests at the OMS

    // The oracle's.
    std::shared_ptr<oracle::Log> journal = std::make_shared<oracle::Log>();
    oracle::Knowledge knowledge;
    /// Journal, knowledge and process as they were when its screens were last compared.
    std::array<std::size_t, 3> compared{};
    struct Backup {
        QString path;
        std::size_t length = 0; ///< of the journal in it
        Head head;
    };
    std::optional<Backup> backup;
    Till *twin = nullptr; ///< another machine that goes on as this till
    bool isCopy = false; ///< and this one is the copy
    std::size_t copiedAt = 0; ///< the journal's length then
    bool isPutAway = false; ///< for good
    bool wasRestored = false;
    bool isBeingRestored = false; ///< and nobody has looked yet whether it was done
    Head confirmed; ///< what a use case has said is durable
    std::vector<oracle::Fact> pending; ///< of the deed in which the process ended
    bool isPendingDurable = false; ///< it was said to be done before the process ended
    std::optional<QByteArray> keptCart; ///< as it was last said to be kept
    std::optional<std::optional<QByteArray>> pendingCart;
};

} // namespace evertill::sim

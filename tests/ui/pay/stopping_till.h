#pragma once

#include "core/base/manual_clock.h"
#include "core/base/seeded_random.h"
#include "core/journal/ledger.h"
#include "core/replica/replica_reader.h"
#include "core/till/till_config.h"
#include "tests/sim/disk/disk.h"
#include "ui/sell/sell_presenter.h"

namespace evertill {

/// The card terminal on the counter: a machine of its own, which no stop of the till reaches.
struct Terminal {
    int charges = 0;
    int voids = 0;

    [[nodiscard]] bool hasMoney() const { return charges > voids; }
    [[nodiscard]] QString slip() const { return QStringLiteral("A%1").arg(charges); }
};

/// A till whose shift is open, on a disk that can end at any write. What is behind the window is all there:
/// Sell's presenters, the ledger with its true schema, the replica.
class StoppingTill final {
public:
    StoppingTill();

    /// As the machine was when its shift was just opened.
    void begin();
    void endAt(std::int64_t operation) { m_disk.endAt(operation); }
    [[nodiscard]] bool hasEnded() const { return m_disk.hasEnded(); }
    /// The process is gone, and with \a powerCut what was not flushed; then the program is started again.
    void restart(bool powerCut);

    [[nodiscard]] SellPresenter &sell() { return m_process->sell; }
    [[nodiscard]] Ledger &ledger() { return *m_process->ledger; }
    [[nodiscard]] Database &tables() { return m_process->ledger->database(); }
    [[nodiscard]] ReplicaReader &replica() { return m_process->ledgerReplica; }
    [[nodiscard]] const TillConfig &config() const { return m_config; }
    [[nodiscard]] Money money(std::int64_t minor) const { return Money::minor(minor, m_config.currency); }
    [[nodiscard]] Uuid newId() { return m_random.uuid(m_clock.now()); }
    [[nodiscard]] int events(const QByteArray &kind);
    /// The receipts that were printed, each time that it was.
    [[nodiscard]] const QStringList &papers() const { return m_papers; }
    [[nodiscard]] QStringList differences();

private:
    struct Process {
        Process(std::unique_ptr<Ledger> opened, const DataFolder &folder, StoppingTill &till);

        std::unique_ptr<Ledger> ledger;
        ReplicaReader ledgerReplica;
        ReplicaReader replica;
        Database reader;
        InlineQueue queue;
        TillServices services;
        SellPresenter sell;
    };
    void start();

    ManualClock m_clock{{1'795'258'800'000'000}, 60};
    SeededRandom m_random{20261121};
    TillConfig m_config;
    sim::Disk m_disk{"t", 7};
    sim::Disk::Image m_image;
    std::unique_ptr<Process> m_process;
    QStringList m_papers;
};

} // namespace evertill

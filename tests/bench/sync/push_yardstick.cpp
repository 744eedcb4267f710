#include "tests/bench/sync/push_yardstick.h"

#include "core/journal/journal.h"
#include "sync/http/sync_thread.h"
#include "sync/oms/event_batch.h"
#include "tests/bench/common/samples.h"
#include "tests/sandbox/logic/oms.h"
#include "tests/sync/e2e/shop_disk.h"

#include <QCryptographicHash>
#include <QFile>
#include <QJsonDocument>

#include <future>
#include <random>

using namespace Qt::StringLiterals;

namespace evertill::bench {
namespace {

using Clock = std::chrono::steady_clock;

constexpr auto kTill = "BER1T1";
constexpr int kRounds = 4;
constexpr int kBatch = 500; // as the till sends them

double perSecond(int events, Clock::duration spent)
{
    return events / std::chrono::duration<double>(spent).count();
}

/// The sandbox's logic on a file of its own, without a server.
class LogicAlone final {
public:
    explicit LogicAlone(const QString &path)
        : m_oms(path, {}, [engine = std::mt19937(4711)](int count) mutable {
              QByteArray bytes;
              for (int i = 0; i < count; ++i)
                  bytes += char(engine());
              return bytes;
          })
    {
        QFile demo(QStringLiteral(EVERTILL_SOURCE_DIR "/resources/demo/catalog.tsv"));
        if (!demo.open(QIODevice::ReadOnly) || !m_oms.load(*sandbox::DemoCatalog::read(demo.readAll()), kNow))
            qFatal("no demo catalogue");
    }

    /// Takes what \a journal holds beyond what it has; the time spent in the logic itself.
    Clock::duration takeRest(Journal &journal)
    {
        Clock::duration spent{};
        for (;;) {
            std::vector<WireEvent> batch;
            for (const Event &event : journal.after(m_taken, kBatch))
                batch.push_back(WireEvent::of(event));
            if (batch.empty())
                return spent;
            const QJsonObject object = QJsonDocument::fromJson(encodeBatch(batch)).object();
            const auto began = Clock::now();
            const auto outcome = m_oms.pushEvents(QString::fromLatin1(kTill), object, kNow);
            spent += Clock::now() - began;
            if (!outcome)
                qFatal("the logic refused a batch: %s", qPrintable(outcome.error().message));
            m_taken = batch.back().position;
        }
    }

private:
    static constexpr qint64 kNow = 1'795'262'400'000'000;
    sandbox::Oms m_oms;
    Position m_taken;
};

/// Hears when the OMS has everything that the till has.
class UntilSent final : public ConnectionObserver {
public:
    void wait() { m_sent.get_future().wait(); }

private:
    void connectionChanged(const ConnectionStatus &status) override
    {
        if (status.state == ConnectionStatus::Refused)
            qFatal("the till's events can't go out: %s", qPrintable(status.detail));
        if (status.state == ConnectionStatus::Online && status.unsent == 0 && !std::exchange(m_isTold, true))
            m_sent.set_value();
    }
    void replicaChanged() override { }

    std::promise<void> m_sent;
    bool m_isTold = false;
};

/// From the till's sync being started to the last event being acknowledged, and that being kept.
Clock::duration timeToSend(const test::ShopDisk &disk)
{
    const SystemClock clock;
    SystemRandom random;
    UntilSent observer;
    const auto identity = loadOmsIdentity(disk.folder());
    const auto began = Clock::now();
    const SyncThread sync(
        {disk.folder(), QString::fromLatin1(kTill), identity.value()}, clock, random, observer);
    observer.wait();
    return Clock::now() - began;
}

QByteArray ledgerFiles(const test::ShopDisk &disk)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (const QString &name : {u"ledger.db"_s, u"ledger.db-wal"_s}) {
        QFile file(disk.file(name));
        if (file.open(QIODevice::ReadOnly))
            hash.addData(&file);
    }
    return hash.result();
}

} // namespace

void pushYardstick(const QString &folder, int events)
{
    test::SandboxProcess oms;
    oms.start();
    test::ShopDisk disk;
    if (!disk.enrol(QString::fromLatin1(kTill), oms) || !disk.sync())
        qFatal("the till can't be enrolled");
    LogicAlone logic(folder + u"/logic.db"_s);
    Journal journal(disk.ledger().database());
    logic.takeRest(journal);

    Clock::duration product{};
    Clock::duration feed{};
    Clock::duration bare{};
    int pushed = 0;
    int changes = 0;
    for (int round = 0; round < kRounds; ++round) {
        for (int i = 0; i < events / kRounds; ++i) {
            disk.sell();
            disk.ledger().checkpointIfDue();
            ++pushed;
        }
        const QByteArray before = ledgerFiles(disk);
        product += timeToSend(disk);
        const auto began = Clock::now();
        const auto report = disk.sync(); // and what the OMS made of them comes back
        feed += Clock::now() - began;
        if (!report || report->unsent != 0)
            qFatal("the till's events did not all go out");
        changes += ledgerFiles(disk) != before;
        bare += logic.takeRest(journal);
    }
    printFigure("push.product", perSecond(pushed, product), "events/s");
    printFigure("push.bare", perSecond(pushed, bare), "events/s");
    printFigure("push.and_feed", perSecond(pushed, product + feed), "events/s");
    printFigure("push.ledger_changes", changes, "times");
}

} // namespace evertill::bench

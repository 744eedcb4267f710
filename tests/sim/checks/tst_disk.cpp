#include "core/base/manual_clock.h"
#include "core/base/seeded_random.h"
#include "core/cash/open_shift.h"
#include "core/journal/ledger.h"
#include "core/journal/seal.h"
#include "core/replica/files/replica_files.h"
#include "core/store/database.h"
#include "tests/sim/disk/disk.h"
#include "tests/sim/disk/vfs.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace evertill::sim {

/// A disk that did not lose what a real one may lose would prove nothing.
class DiskTest final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { useSimulatedDisks(); }
    void aPowerCutTakesWhatWasNotFlushed();
    void aCommitThatReturnedOutlivesThePowerCut();
    void aCommitIsThereWhollyOrNotWhereverTheProcessEnds();
    void anEventThatATillOpensWithOutlivesThePowerCut();
    void aSealKeyThatTheOmsWasToldOfOutlivesThePowerCut();
    void aFullDiskRefusesAndKeepsWhatItHas();
    void aPointerNamesTheOldOrTheNewFileWhereverThePowerIsCut();
};

namespace {

void makeTable(Disk &disk)
{
    Database database(disk.folder().file(u"l.db"_s), Database::Kind::Ledger);
    database.exec("CREATE TABLE t(n INTEGER, s TEXT)");
}

std::int64_t rows(Disk &disk)
{
    Database database(disk.folder().file(u"l.db"_s), Database::Kind::Ledger);
    return database.number("SELECT count(*) FROM t");
}

/// Five rows that fill some pages, in one transaction.
void addFive(Disk &disk)
{
    Database database(disk.folder().file(u"l.db"_s), Database::Kind::Ledger);
    WriteTransaction transaction(database);
    for (int i = 0; i < 5; ++i)
        database.statement("INSERT INTO t VALUES(?,?)").with(i, QString(3000, u'x')).run();
    transaction.commit();
}

} // namespace

void DiskTest::aPowerCutTakesWhatWasNotFlushed()
{
    int lost = 0;
    int torn = 0;
    for (std::uint64_t seed = 1; seed <= 40; ++seed) {
        Disk disk("m", seed);
        auto inode = std::make_shared<Inode>();
        disk.names().set(disk.root() + "/f", inode);
        disk.names().sync();
        inode->write(0, std::string(4096, 'a').data(), 4096);
        inode->sync();
        inode->write(0, std::string(4096, 'b').data(), 4096);
        const Loss loss = disk.restart(true);
        lost += loss.lost;
        torn += loss.torn;
        const auto kept = std::count(inode->content().begin(), inode->content().end(), 'b');
        QCOMPARE(kept % 512, 0);
        QVERIFY(loss.lost == 0 || kept == 0);
    }
    QVERIFY2(lost > 0 && torn > 0, "nothing was ever lost, or torn");
}

void DiskTest::aCommitThatReturnedOutlivesThePowerCut()
{
    for (std::uint64_t seed = 1; seed <= 40; ++seed) {
        Disk disk("m", seed);
        makeTable(disk);
        auto database = std::make_unique<Database>(disk.folder().file(u"l.db"_s), Database::Kind::Ledger);
        database->exec("INSERT INTO t VALUES(1,'one')");
        disk.end();
        database.reset();
        (void)disk.restart(true);
        QCOMPARE(rows(disk), 1);
    }
}

void DiskTest::aCommitIsThereWhollyOrNotWhereverTheProcessEnds()
{
    int there = 0;
    int gone = 0;
    for (int operation = 1; operation < 60; ++operation) {
        Disk disk("m", std::uint64_t(operation));
        makeTable(disk);
        disk.endAt(operation);
        bool isDone = false;
        try {
            addFive(disk);
            isDone = !disk.hasEnded();
        } catch (const SQLite::Exception &) {
            QVERIFY(disk.hasEnded());
        }
        disk.end();
        (void)disk.restart(operation % 2 == 0);
        const std::int64_t found = rows(disk);
        QVERIFY(found == 5 || (found == 0 && !isDone));
        ++(found == 5 ? there : gone);
    }
    QVERIFY2(there > 0 && gone > 0, "the process never ended before, or never after the commit");
}

void DiskTest::anEventThatATillOpensWithOutlivesThePowerCut()
{
    const ManualClock clock({0}, 60);
    SeededRandom random(1);
    TillConfig config = bareTill(Currency::fromCode(u"EUR"_s).value());
    int newest = 0;
    for (int operation = 1; operation < 40; ++operation) {
        Disk disk("m", std::uint64_t(operation));
        const auto open = [&] { return std::move(Ledger::open(disk.folder(), clock, random).value()); };
        {
            const auto ledger = open();
            disk.endAt(operation);
            try {
                (void)OpenShift(*ledger, config).run(Money::minor(0, config.currency));
            } catch (const SQLite::Exception &) {
                QVERIFY(disk.hasEnded());
            }
            disk.end();
        }
        (void)disk.restart(false); // killed
        Head head;
        {
            const auto ledger = open();
            head = ledger->head();
            disk.end();
        }
        (void)disk.restart(true); // and then the power
        QVERIFY(open()->head() == head);
        newest += head.position.seq == 2;
    }
    QVERIFY2(newest > 0 && newest < 39, "no commit was broken off, or every one");
}

void DiskTest::aSealKeyThatTheOmsWasToldOfOutlivesThePowerCut()
{
    for (std::uint64_t seed = 1; seed <= 40; ++seed) {
        Disk disk("m", seed);
        SeededRandom random(seed);
        const auto key = [&] {
            const DataFolder folder = disk.folder();
            return SealKey::keptAt(folder.file(u"seal.key"_s), random, *folder.files).value().publicKey();
        };
        const QByteArray told = key();
        disk.end();
        (void)disk.restart(true);
        QCOMPARE(key(), told);
    }
}

void DiskTest::aFullDiskRefusesAndKeepsWhatItHas()
{
    Disk disk("m", 7);
    makeTable(disk);
    disk.setFull(true);
    QVERIFY_THROWS_EXCEPTION(SQLite::Exception, addFive(disk));
    QVERIFY(disk.refused() > 0);
    disk.setFull(false);
    QCOMPARE(rows(disk), 0);
    addFive(disk);
    QCOMPARE(rows(disk), 5);
}

void DiskTest::aPointerNamesTheOldOrTheNewFileWhereverThePowerIsCut()
{
    int old = 0;
    int fresh = 0;
    for (int operation = 1; operation <= 8; ++operation) {
        for (std::uint64_t seed = 1; seed <= 10; ++seed) {
            Disk disk("m", seed);
            const ReplicaFiles files(disk.folder());
            for (const int generation : {1, 2})
                disk.names().set(files.path(generation).toStdString(), std::make_shared<Inode>());
            files.makeCurrent(1);
            disk.endAt(operation);
            try {
                files.makeCurrent(2);
            } catch (const std::runtime_error &) {
                QVERIFY(disk.hasEnded());
            }
            const bool isDone = !disk.hasEnded();
            disk.end();
            (void)disk.restart(true);
            QVERIFY(files.current() == 2 || (files.current() == 1 && !isDone));
            ++(files.current() == 2 ? fresh : old);
        }
    }
    QVERIFY2(old > 0 && fresh > 0, "the power was never cut before, or never after the step");
}

} // namespace evertill::sim

QTEST_GUILESS_MAIN(evertill::sim::DiskTest)
#include "tst_disk.moc"

#include "core/base/manual_clock.h"
#include "core/base/seeded_random.h"
#include "core/journal/ledger.h"
#include "core/replica/replica_writer.h"
#include "core/store/folder_lock.h"
#include "core/till/till_config.h"
#include "tests/app/ctl/run_ctl.h"

#include <QDir>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>

using namespace evertill;
using namespace Qt::StringLiterals;

namespace {

const QString kTask = u"BER1T1:1:2:over_refunded"_s;

/// A till's folder with one of everything that needs a person.
struct Folder {
    Folder()
    {
        auto ledger = Ledger::open(dir.path(), clock, random);
        if (!ledger)
            qFatal("no ledger");
        saveTillConfig((*ledger)->database(), bareTill(*Currency::fromCode(u"EUR")));
        OrderRow order;
        order.order = random.uuid(clock.now());
        order.number = u"W-1001"_s;
        order.currency = *Currency::fromCode(u"EUR");
        order.promisedAt = {1};
        ProductRow tea;
        tea.sku = u"T"_s;
        tea.name = u"Tea"_s;
        tea.unit = u"ea"_s;
        tea.tax = u"A"_s;
        FeedPage page;
        page.cursor = "1";
        page.changes = {{FeedChange::Put, Entity::Task, kTask, {},
                            TaskRow{kTask, u"over_refunded"_s, {7}, false, R"({"receipt":"BER1T1-1-1"})"}},
            {FeedChange::Put, Entity::Order, order.order.toString(), {}, order},
            {FeedChange::Put, Entity::Product, u"T"_s, {}, tea},
            {FeedChange::Put, Entity::Stock, u"T"_s, {}, StockRow{u"T"_s, Quantity::pieces(-1), {}}}};
        if (!ReplicaWriter(dir.path()).apply(page))
            qFatal("no replica");
    }
    [[nodiscard]] test::CtlRun run(const QStringList &options) const
    {
        return test::runCtl(
            QStringLiteral(EVERTILLCTL), QStringList{u"tasks"_s, u"--data"_s, dir.path()} + options);
    }
    [[nodiscard]] QList<QJsonObject> listed() const { return run({}).lines(); }

    ManualClock clock{{1'795'258'800'000'000}, 60};
    SeededRandom random{1};
    QTemporaryDir dir;
};

} // namespace

class TasksTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void listsEverythingThatNeedsAPerson();
    void settlesATaskOnce();
    void refusesWhatItCanNotSettle_data();
    void refusesWhatItCanNotSettle();
    void leavesARunningTillAlone();
    void makesNoTillOfAnEmptyFolder();
};

void TasksTest::listsEverythingThatNeedsAPerson()
{
    const Folder folder;
    const QList<QJsonObject> listed = folder.listed();
    QCOMPARE(listed.size(), 3);
    QCOMPARE(listed[0].value(u"kind"_s).toString(), u"task"_s);
    QCOMPARE(listed[0].value(u"task"_s).toString(), kTask);
    QCOMPARE(listed[0].value(u"code"_s).toString(), u"over_refunded"_s);
    QCOMPARE(listed[0].value(u"opened_at"_s).toInt(), 7);
    QCOMPARE(listed[0].value(u"facts"_s).toObject().value(u"receipt"_s).toString(), u"BER1T1-1-1"_s);
    QVERIFY(listed[0].value(u"to_do"_s).toString().contains(u"claim the difference"_s));
    QCOMPARE(listed[1].value(u"kind"_s).toString(), u"late_pickup"_s);
    QCOMPARE(listed[1].value(u"number"_s).toString(), u"W-1001"_s);
    QCOMPARE(listed[2].value(u"kind"_s).toString(), u"low_stock"_s);
    QCOMPARE(listed[2].value(u"on_hand"_s).toInt(), -1000);
}

void TasksTest::settlesATaskOnce()
{
    const Folder folder;
    const auto settled = folder.run({u"--settle"_s, kTask, u"--note"_s, u"the customer paid it back"_s});
    QCOMPARE(settled.exitCode, 0);
    QCOMPARE(settled.said().value(u"settled"_s).toString(), kTask);
    QCOMPARE(folder.listed().size(), 2);
    const auto again = folder.run({u"--settle"_s, kTask, u"--note"_s, u"twice"_s});
    QCOMPARE(again.exitCode, 1);
    QCOMPARE(again.refused().value(u"error"_s).toString(), u"TaskSettled"_s);
    const auto journal =
        test::runCtl(QStringLiteral(EVERTILLCTL), {u"journal"_s, u"--data"_s, folder.dir.path()});
    QCOMPARE(journal.out.count("task.settled"), 1);
    QVERIFY(journal.out.contains("the customer paid it back"));
    const auto audit =
        test::runCtl(QStringLiteral(EVERTILLCTL), {u"verify"_s, u"--data"_s, folder.dir.path()});
    QCOMPARE(audit.exitCode, 0);
}

void TasksTest::refusesWhatItCanNotSettle_data()
{
    QTest::addColumn<QStringList>("options");
    QTest::addColumn<QString>("error");
    QTest::newRow("no note") << QStringList{u"--settle"_s, kTask} << u"BadInput"_s;
    QTest::newRow("a note on nothing") << QStringList{u"--note"_s, u"done"_s} << u"BadInput"_s;
    QTest::newRow("an empty note") << QStringList{u"--settle"_s, kTask, u"--note"_s, u" "_s}
                                   << u"MissingNote"_s;
    QTest::newRow("an unknown task") << QStringList{u"--settle"_s, u"BER1T1:1:3:unknown_order"_s, u"--note"_s,
        u"done"_s} << u"UnknownTask"_s;
}

void TasksTest::refusesWhatItCanNotSettle()
{
    QFETCH(QStringList, options);
    const Folder folder;
    const auto run = folder.run(options);
    QCOMPARE(run.exitCode, 1);
    QCOMPARE(run.out, QByteArray());
    QTEST(run.refused().value(u"error"_s).toString(), "error");
    QCOMPARE(folder.listed().size(), 3);
}

void TasksTest::leavesARunningTillAlone()
{
    const Folder folder;
    const auto lock = FolderLock::take(folder.dir.path());
    QVERIFY(lock);
    QCOMPARE(folder.listed().size(), 3);
    const auto run = folder.run({u"--settle"_s, kTask, u"--note"_s, u"done"_s});
    QCOMPARE(run.exitCode, 1);
    QCOMPARE(run.refused().value(u"error"_s).toString(), u"FolderInUse"_s);
}

void TasksTest::makesNoTillOfAnEmptyFolder()
{
    const QTemporaryDir empty;
    const auto run = test::runCtl(QStringLiteral(EVERTILLCTL),
        {u"tasks"_s, u"--data"_s, empty.path(), u"--settle"_s, kTask, u"--note"_s, u"done"_s});
    QCOMPARE(run.exitCode, 1);
    QVERIFY(QDir(empty.path()).isEmpty());
    QVERIFY(test::runCtl(QStringLiteral(EVERTILLCTL), {u"tasks"_s, u"--help"_s}).out.contains("--settle"));
}

QTEST_GUILESS_MAIN(TasksTest)
#include "tst_tasks.moc"

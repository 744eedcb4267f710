#include "core/replica/order_table.h"
#include "core/replica/receipt_table.h"
#include "core/replica/replica_generation.h"
#include "core/replica/replica_reader.h"
#include "core/replica/replica_writer.h"
#include "core/replica/stock_table.h"
#include "core/replica/task_table.h"
#include "core/replica/tax_table.h"
#include "tests/core/replica/rows.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

#include <stdexcept>

using namespace evertill;
using namespace Qt::StringLiterals;

class ReplicaWriterTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void beginsEmpty();
    void rowsCursorAndIncludedStayTogether();
    void everyKindOfRowComesBackAsItWent();
    void aChangedOrderLosesItsOldLines();
    void dropsTakeRowsAway();
    void refusesAChangeThatContradictsItself_data();
    void refusesAChangeThatContradictsItself();
    void acceptedSurvivesRestart();
    void aFileThatIsNoReplicaCountsAsNone_data();
    void aFileThatIsNoReplicaCountsAsNone();
    void damageFoundWhileWritingIsGivenUp();
    void whatCouldNotBeginAnewDoesSoLater();
};

void ReplicaWriterTest::beginsEmpty()
{
    const QTemporaryDir folder;
    const ReplicaWriter writer(folder.path());
    QCOMPARE(writer.cursor(), QByteArray());
    QCOMPARE(writer.included(), Position());
    QCOMPARE(writer.accepted(), Accepted());
}

void ReplicaWriterTest::rowsCursorAndIncludedStayTogether()
{
    const QTemporaryDir folder;
    {
        ReplicaWriter writer(folder.path());
        QVERIFY(writer.apply(test::page({test::put(test::tax())}, "c7", {1, 9})));
        auto wrong = test::put(test::tax(u"reduced"_s, 70'000));
        wrong.row.reset();
        QVERIFY(!writer.apply(test::page({test::put(test::tax(u"zero"_s, 0)), wrong}, "c8", {1, 10})));
        QCOMPARE(writer.cursor(), QByteArray("c7"));
    }
    const ReplicaWriter again(folder.path());
    QCOMPARE(again.cursor(), QByteArray("c7"));
    QCOMPARE(again.included(), (Position{1, 9}));
    ReplicaReader reader(folder.path());
    QCOMPARE(reader.included(), (Position{1, 9}));
    QCOMPARE(TaxTable(reader.database()).all().size(), 1U);
}

void ReplicaWriterTest::everyKindOfRowComesBackAsItWent()
{
    const QTemporaryDir folder;
    ReplicaWriter writer(folder.path());
    const StockRow stock{u"A"_s, Quantity::pieces(12), Quantity::thousandths(500)};
    const TaskRow task{u"BER1T1:1:4:over_refunded"_s, u"over_refunded"_s, {5}, false, "{\"line\":1}"};
    const OrderRow order = test::order();
    const ReceiptRow receipt = test::receipt();
    QVERIFY(writer.apply(test::page({test::put(Entity::Stock, u"A"_s, stock, {1, 3}),
        test::put(Entity::Order, order.order.toString(), order, {1, 4}),
        test::put(Entity::Receipt, receipt.receipt, receipt, {1, 5}),
        test::put(Entity::Task, task.task, task, {2, 6})})));
    ReplicaReader reader(folder.path());
    Database &database = reader.database();
    const auto storedStock = StockTable(database).find(u"A"_s);
    QVERIFY(storedStock && storedStock->stock == stock && storedStock->through == (Position{1, 3}));
    for (const auto &found :
        {OrderTable(database).find(order.order), OrderTable(database).findByNumber(u"W-1001"_s)})
        QVERIFY(found && found->order == order && found->through == (Position{1, 4}));
    QCOMPARE(OrderTable(database).findByCode(u"K7QX42"_s).size(), 1U);
    QCOMPARE(OrderTable(database).all().size(), 1U);
    const auto storedReceipt = ReceiptTable(database).find(receipt.receipt);
    QVERIFY(storedReceipt && storedReceipt->receipt == receipt && storedReceipt->through == (Position{1, 5}));
    QCOMPARE(ReceiptTable(database).latest(5).size(), 1U);
    const auto tasks = TaskTable(database).open(10);
    QVERIFY(tasks.size() == 1 && tasks.front().task == task && tasks.front().through == (Position{2, 6}));
}

void ReplicaWriterTest::aChangedOrderLosesItsOldLines()
{
    const QTemporaryDir folder;
    ReplicaWriter writer(folder.path());
    OrderRow order = test::order();
    const QString id = order.order.toString();
    QVERIFY(writer.apply(test::page({test::put(Entity::Order, id, order)})));
    order.state = OrderState::Ready;
    order.lines.pop_back();
    QVERIFY(writer.apply(test::page({test::put(Entity::Order, id, order)})));
    ReplicaReader reader(folder.path());
    QVERIFY(OrderTable(reader.database()).find(order.order)->order == order);
}

void ReplicaWriterTest::dropsTakeRowsAway()
{
    const QTemporaryDir folder;
    ReplicaWriter writer(folder.path());
    const OrderRow order = test::order();
    const QString id = order.order.toString();
    QVERIFY(writer.apply(test::page({test::put(test::tax()), test::put(Entity::Order, id, order)})));
    QVERIFY(writer.apply(test::page({test::drop(Entity::Tax, u"standard"_s), test::drop(Entity::Order, id),
        test::drop(Entity::Product, u"never was"_s)})));
    ReplicaReader reader(folder.path());
    QVERIFY(TaxTable(reader.database()).all().empty());
    QVERIFY(OrderTable(reader.database()).all().empty());
    QCOMPARE(reader.database().number("SELECT count(*) FROM pickup_order_line"), 0);
}

void ReplicaWriterTest::refusesAChangeThatContradictsItself_data()
{
    QTest::addColumn<FeedChange>("change");
    QTest::newRow("a put without a row") << FeedChange{FeedChange::Put, Entity::Tax, u"a"_s, {}, {}};
    QTest::newRow("a row of another entity") << test::put(Entity::Product, u"standard"_s, test::tax());
    QTest::newRow("an id that is not the row's") << test::put(Entity::Tax, u"reduced"_s, test::tax());
    QTest::newRow("no id") << test::drop(Entity::Stock, {});
    QTest::newRow("an order whose id is no UUID") << test::drop(Entity::Order, u"W-1001"_s);
    QTest::newRow("a product with a code of letters")
        << test::put(test::product(u"A"_s, u"Tea"_s, {u"CODE"_s}));
}

void ReplicaWriterTest::refusesAChangeThatContradictsItself()
{
    QFETCH(FeedChange, change);
    const QTemporaryDir folder;
    ReplicaWriter writer(folder.path());
    const auto applied = writer.apply(test::page({test::put(test::tax()), change}));
    QVERIFY(!applied);
    QCOMPARE(applied.error().code, Code::BadInput);
    ReplicaReader reader(folder.path());
    QVERIFY(TaxTable(reader.database()).all().empty());
}

void ReplicaWriterTest::acceptedSurvivesRestart()
{
    const QTemporaryDir folder;
    Accepted accepted{{2, 40}, {}};
    accepted.hash[31] = 7;
    {
        ReplicaWriter writer(folder.path());
        writer.setAccepted(accepted);
    }
    QVERIFY(ReplicaWriter(folder.path()).accepted() == accepted);
    ReplicaReader reader(folder.path());
    QVERIFY(reader.accepted() == accepted);
}

void ReplicaWriterTest::aFileThatIsNoReplicaCountsAsNone_data()
{
    QTest::addColumn<QByteArray>("pointer");
    QTest::addColumn<QByteArray>("file");
    const QByteArray header = QByteArray("SQLite format 3\0", 16);
    QTest::newRow("the pointer is torn") << QByteArray("replica-1.d") << QByteArray();
    QTest::newRow("the pointer is empty") << QByteArray() << QByteArray();
    QTest::newRow("the pointer leads out of the folder") << QByteArray("../replica-1.db\n") << QByteArray();
    QTest::newRow("the pointer names no file") << QByteArray("replica-7.db\n") << QByteArray();
    QTest::newRow("the file is noise") << QByteArray("replica-1.db\n") << QByteArray(9000, 'x');
    QTest::newRow("the file is cut after its header") << QByteArray("replica-1.db\n") << header;
}

void ReplicaWriterTest::aFileThatIsNoReplicaCountsAsNone()
{
    QFETCH(QByteArray, pointer);
    QFETCH(QByteArray, file);
    const QTemporaryDir folder;
    {
        ReplicaWriter writer(folder.path());
        QVERIFY(writer.apply(test::page({test::put(test::tax())}, "c1", {1, 1})));
    }
    const auto overwrite = [&](const QString &name, const QByteArray &bytes) {
        QFile target(folder.filePath(name));
        QVERIFY(target.open(QIODevice::WriteOnly) && target.write(bytes) == bytes.size());
    };
    overwrite(u"replica.current"_s, pointer);
    if (!file.isEmpty())
        overwrite(u"replica-1.db"_s, file);
    ReplicaReader reader(folder.path());
    QCOMPARE(reader.included(), Position());
    ReplicaWriter writer(folder.path());
    QCOMPARE(writer.cursor(), QByteArray());
    QVERIFY(writer.apply(test::page({test::put(test::tax())}, "c2")));
    QCOMPARE(TaxTable(reader.database()).all().size(), 1U);
    QCOMPARE(QDir(folder.path()).entryList({u"replica-*.db"_s}).size(), 1);
}

void ReplicaWriterTest::damageFoundWhileWritingIsGivenUp()
{
    const QTemporaryDir folder;
    {
        ReplicaWriter writer(folder.path());
        QVERIFY(writer.apply(test::page({test::put(test::tax())}, "c1", {1, 1})));
    }
    ReplicaReader reader(folder.path());
    QCOMPARE(reader.included(), (Position{1, 1}));
    ReplicaWriter writer(folder.path());
    reader.giveUp();
    QCOMPARE(reader.included(), Position());
    const auto applied = writer.apply(test::page({}, "c2", {1, 2}));
    QVERIFY(!applied);
    QCOMPARE(applied.error().code, Code::DamagedFile);
    QCOMPARE(writer.cursor(), QByteArray());
    QVERIFY(writer.apply(test::page({test::put(test::tax())}, "c3", {1, 3})));
    QCOMPARE(reader.included(), (Position{1, 3}));
}

void ReplicaWriterTest::whatCouldNotBeginAnewDoesSoLater()
{
    const QTemporaryDir folder;
    const QString pointer = folder.filePath(u"replica.current"_s);
    ReplicaWriter writer(folder.path());
    QVERIFY(writer.apply(test::page({test::put(test::tax())}, "c1", {1, 1})));
    ReplicaReader reader(folder.path());
    QCOMPARE(reader.included(), (Position{1, 1}));
    reader.giveUp();
    QFile::remove(pointer);
    QVERIFY(QDir().mkpath(pointer)); // what can't be replaced
    const auto apply = [&] { return writer.apply(test::page({}, "c2", {1, 2})); };
    QVERIFY_THROWS_EXCEPTION(std::runtime_error, (void)apply());
    QCOMPARE(writer.cursor(), QByteArray());
    QVERIFY_THROWS_EXCEPTION(std::runtime_error, (void)apply());
    QVERIFY_THROWS_EXCEPTION(std::runtime_error, writer.setAccepted({{1, 5}, {}}));
    QVERIFY_THROWS_EXCEPTION(std::runtime_error, (void)writer.startGeneration());
    QVERIFY(QDir().rmdir(pointer));
    const auto applied = apply();
    QVERIFY(!applied); // the page goes on from rows that are gone
    QCOMPARE(applied.error().code, Code::DamagedFile);
    writer.setAccepted({{1, 5}, {}});
    QVERIFY(writer.apply(test::page({test::put(test::tax())}, "c3", {1, 3})));
    QCOMPARE(reader.included(), (Position{1, 3}));
}

QTEST_GUILESS_MAIN(ReplicaWriterTest)
#include "tst_replica_writer.moc"

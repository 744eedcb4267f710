#include "core/replica/replica_generation.h"
#include "core/replica/replica_reader.h"
#include "core/replica/replica_writer.h"
#include "tests/core/replica/rows.h"
#include "tests/core/support/failing_files.h"

#include <SQLiteCpp/Exception.h>

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

#include <sqlite3.h>

using namespace evertill;
using namespace Qt::StringLiterals;

class ReplicaGenerationTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readersMoveOverAtTheirNextQuery();
    void readersOfOtherProcessesNeedOnlyThePointer();
    void aSnapshotOfAReaderStaysWhereItIs();
    void whatIsNotFinishedNeverWas();
    void aFinishedGenerationHasItsIndexes();
    void theEarlierProductKeepsACode();
    void refusesAProductTwice();
    void refusesDrops();
    void acceptedComesAlong();
    void aFinishedGenerationThatCanNotBeOpenedIsKept();
    void aPointerThatCanNotBeFlushedIsFollowed();

private:
    [[nodiscard]] static std::int64_t products(ReplicaReader &reader)
    {
        return reader.database().number("SELECT count(*) FROM product");
    }
};

void ReplicaGenerationTest::readersMoveOverAtTheirNextQuery()
{
    const QTemporaryDir folder;
    ReplicaWriter writer(folder.path());
    ReplicaReader reader(folder.path());
    QCOMPARE(products(reader), 0);
    auto next = writer.startGeneration();
    QVERIFY(next->add(std::vector{test::put(test::tax()), test::put(test::product(u"A"_s, u"Tea"_s))}));
    QCOMPARE(products(reader), 0);
    QVERIFY(next->finish("c9", {3, 1}));
    QCOMPARE(products(reader), 1);
    QCOMPARE(reader.included(), (Position{3, 1}));
    QCOMPARE(writer.cursor(), QByteArray("c9"));
    QCOMPARE(reader.generation(), writer.generation());
    QCOMPARE(QDir(folder.path()).entryList({u"replica-*.db"_s}), QStringList{u"replica-2.db"_s});
    QVERIFY(writer.apply(test::page({test::put(test::product(u"B"_s, u"Coffee"_s))}, "c10", {3, 2})));
    QCOMPARE(products(reader), 2);
}

void ReplicaGenerationTest::readersOfOtherProcessesNeedOnlyThePointer()
{
    const QTemporaryDir folder;
    ReplicaReader reader(folder.path());
    QCOMPARE(reader.generation(), 0);
    {
        ReplicaWriter writer(folder.path());
        auto next = writer.startGeneration();
        QVERIFY(next->add(test::product(u"A"_s, u"Tea"_s)));
        QVERIFY(next->finish("c", {}));
    }
    QCOMPARE(products(reader), 1);
}

void ReplicaGenerationTest::aSnapshotOfAReaderStaysWhereItIs()
{
    const QTemporaryDir folder;
    ReplicaWriter writer(folder.path());
    QVERIFY(writer.apply(test::page({test::put(test::product(u"A"_s, u"Tea"_s))}, "c1", {1, 1})));
    ReplicaReader reader(folder.path());
    {
        ReplicaReader::Snapshot snapshot(reader);
        QCOMPARE(snapshot.included(), (Position{1, 1}));
        QVERIFY(writer.apply(test::page({test::put(test::product(u"B"_s, u"Tea"_s))}, "c2", {1, 2})));
        QCOMPARE(snapshot.included(), (Position{1, 1}));
        auto next = writer.startGeneration();
        QVERIFY(next->finish("c3", {1, 3}));
        QCOMPARE(products(reader), 1);
        QCOMPARE(snapshot.included(), (Position{1, 1}));
    }
    QCOMPARE(reader.included(), (Position{1, 3}));
    QCOMPARE(products(reader), 0);
}

void ReplicaGenerationTest::whatIsNotFinishedNeverWas()
{
    const QTemporaryDir folder;
    ReplicaWriter writer(folder.path());
    QVERIFY(writer.apply(test::page({test::put(test::product(u"A"_s, u"Tea"_s))}, "c1", {1, 1})));
    {
        auto dropped = writer.startGeneration();
        QVERIFY(dropped->add(test::product(u"B"_s, u"Coffee"_s)));
    }
    ReplicaReader reader(folder.path());
    QCOMPARE(products(reader), 1);
    QCOMPARE(writer.cursor(), QByteArray("c1"));
    QCOMPARE(QDir(folder.path()).entryList({u"replica-*"_s}).filter(u"replica-2"_s), QStringList());
}

void ReplicaGenerationTest::aFinishedGenerationHasItsIndexes()
{
    const QTemporaryDir folder;
    ReplicaWriter writer(folder.path());
    auto next = writer.startGeneration();
    auto row = test::product(u"A"_s, u"Crème brûlée"_s, {u"4006381333931"_s});
    row.category = u"Sweets"_s;
    row.instore = u"2112345000008"_s;
    QVERIFY(next->add(row));
    QVERIFY(next->finish("c", {}));
    ReplicaReader reader(folder.path());
    Database &database = reader.database();
    QCOMPARE(database.number("SELECT count(*) FROM sqlite_schema WHERE type='index' AND name IN "
                             "('product_sku','product_category')"),
        2);
    QCOMPARE(database.number("SELECT count(*) FROM product_trigram WHERE product_trigram MATCH 'brulee'"), 1);
    QCOMPARE(database.number("SELECT count(*) FROM product_prefix WHERE product_prefix MATCH 'b*'"), 1);
    QCOMPARE(database.number("SELECT count(*) FROM barcode JOIN instore USING (product)"), 1);
    const int before = database.number("SELECT count(*) FROM product") == 1 ? 1 : 0;
    row.name = u"Panna cotta"_s;
    QVERIFY(writer.apply(test::page({test::put(row)})));
    QCOMPARE(
        reader.database().number("SELECT count(*) FROM product_trigram WHERE product_trigram MATCH 'brulee'"),
        0);
    QCOMPARE(reader.database().number("SELECT count(*) FROM product"), before);
}

void ReplicaGenerationTest::theEarlierProductKeepsACode()
{
    const QTemporaryDir folder;
    ReplicaWriter writer(folder.path());
    auto next = writer.startGeneration();
    QVERIFY(next->add(test::product(u"A"_s, u"Tea"_s, {u"0000096385074"_s})));
    QVERIFY(next->add(test::product(u"B"_s, u"Coffee"_s, {u"96385074"_s})));
    QVERIFY(next->finish("c", {}));
    ReplicaReader reader(folder.path());
    QCOMPARE(reader.database().number("SELECT product FROM barcode WHERE gtin=96385074"), 1);
}

void ReplicaGenerationTest::refusesAProductTwice()
{
    const QTemporaryDir folder;
    ReplicaWriter writer(folder.path());
    QVERIFY(writer.apply(test::page({}, "c1")));
    auto next = writer.startGeneration();
    QVERIFY(next->add(test::product(u"A"_s, u"Tea"_s)));
    QVERIFY(next->add(test::product(u"A"_s, u"Tea"_s)));
    const auto finished = next->finish("c2", {});
    QVERIFY(!finished);
    QCOMPARE(finished.error().code, Code::BadInput);
    next.reset();
    QCOMPARE(writer.cursor(), QByteArray("c1"));
    QCOMPARE(ReplicaWriter(folder.path()).cursor(), QByteArray("c1"));
}

void ReplicaGenerationTest::refusesDrops()
{
    const QTemporaryDir folder;
    ReplicaWriter writer(folder.path());
    const auto next = writer.startGeneration();
    const auto added = next->add(std::vector{test::drop(Entity::Tax, u"a"_s)});
    QVERIFY(!added);
    QCOMPARE(added.error().code, Code::BadInput);
}

void ReplicaGenerationTest::acceptedComesAlong()
{
    const QTemporaryDir folder;
    ReplicaWriter writer(folder.path());
    const Accepted accepted{{1, 12}, {}};
    writer.setAccepted(accepted);
    QVERIFY(writer.startGeneration()->finish("c", {}));
    QVERIFY(writer.accepted() == accepted);
}

void ReplicaGenerationTest::aFinishedGenerationThatCanNotBeOpenedIsKept()
{
    const QTemporaryDir folder;
    ReplicaWriter writer(folder.path());
    auto next = writer.startGeneration();
    QVERIFY(next->add(test::product(u"A"_s, u"Tea"_s)));
    const auto refuseToOpen = [](sqlite3 *, const char **, const sqlite3_api_routines *) {
        return SQLITE_CANTOPEN;
    };
    QCOMPARE(sqlite3_auto_extension(reinterpret_cast<void (*)()>(+refuseToOpen)), SQLITE_OK);
    QVERIFY_THROWS_EXCEPTION(SQLite::Exception, (void)next->finish("c9", {3, 1}));
    sqlite3_reset_auto_extension();
    next.reset();
    ReplicaReader reader(folder.path());
    QCOMPARE(products(reader), 1);
    next = writer.startGeneration();
    QCOMPARE(writer.cursor(), QByteArray("c9"));
    QVERIFY(QFile::exists(folder.filePath(u"replica-2.db"_s)));
    QVERIFY(next->finish("c10", {3, 2}));
    QCOMPARE(writer.generation(), 3);
    QCOMPARE(products(reader), 0);
}

void ReplicaGenerationTest::aPointerThatCanNotBeFlushedIsFollowed()
{
    const QTemporaryDir folder;
    bool isFailing = false;
    const test::FailingFiles files([&](const QString &path) { return !isFailing || path != folder.path(); });
    ReplicaWriter writer({folder.path(), files});
    QVERIFY(writer.apply(test::page({test::put(test::product(u"A"_s, u"Tea"_s))}, "c1", {1, 1})));
    ReplicaReader reader(folder.path());
    QCOMPARE(products(reader), 1);
    auto next = writer.startGeneration();
    QVERIFY(next->add(test::product(u"A"_s, u"Tea"_s)));
    QVERIFY(next->add(test::product(u"B"_s, u"Coffee"_s)));
    isFailing = true;
    QVERIFY_THROWS_EXCEPTION(std::runtime_error, (void)next->finish("c9", {3, 1}));
    next.reset();
    isFailing = false;
    QCOMPARE(
        products(reader), 2); // the pointer names it: it is there, for this reader and for the next start
    QCOMPARE(writer.cursor(), QByteArray("c9"));
    QVERIFY(writer.apply(test::page({test::put(test::product(u"C"_s, u"Milk"_s))}, "c10", {3, 2})));
    QCOMPARE(products(reader), 3);
    QVERIFY(
        QFile::exists(folder.filePath(u"replica-1.db"_s))); // should a power cut bring the old pointer back
}

QTEST_GUILESS_MAIN(ReplicaGenerationTest)
#include "tst_replica_generation.moc"

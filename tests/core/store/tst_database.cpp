#include "core/store/database.h"
#include "core/store/folder_lock.h"

#include <SQLiteCpp/Exception.h>

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

#include <cerrno>

using namespace evertill;
using namespace Qt::StringLiterals;

class DatabaseTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aTransactionThatIsNotCommittedNeverHappened();
    void aStatementGoneOutOfScopeKeepsNoReadOpen();
    void valuesComeBackAsTheyWent();
    void textOfAnyLengthComesBackAsItWent();
    void textIsWhatTheColumnSaysWhateverWasLikely();
    void bringsANewFileToTheNewestSchema();
    void refusesAFileOfANewerProgram();
    void aReaderCanNotWrite();
    void oneProcessHoldsTheFolder();
    void aLockFileNobodyHoldsIsTakenOver_data();
    void aLockFileNobodyHoldsIsTakenOver();
    void aFolderThatCanNotBeMadeSaysWhy();
    void aLockFileThatCanNotBeMadeSaysWhy();
};

void DatabaseTest::aTransactionThatIsNotCommittedNeverHappened()
{
    Database database({}, Database::Kind::Scratch);
    database.exec("CREATE TABLE t(n INTEGER)");
    {
        WriteTransaction dropped(database);
        database.statement("INSERT INTO t VALUES(?)").with(1).run();
    }
    QCOMPARE(database.number("SELECT COUNT(*) FROM t"), 0);
    {
        WriteTransaction kept(database);
        database.statement("INSERT INTO t VALUES(?)").with(2).run();
        kept.commit();
    }
    QCOMPARE(database.number("SELECT n FROM t"), 2);
}

void DatabaseTest::aStatementGoneOutOfScopeKeepsNoReadOpen()
{
    const QTemporaryDir folder;
    Database database(folder.filePath(u"a.db"_s), Database::Kind::Ledger);
    database.exec("CREATE TABLE t(n INTEGER); INSERT INTO t VALUES(1),(2)");
    {
        auto half = database.statement("SELECT n FROM t");
        QVERIFY(half.next());
    }
    database.exec("DROP TABLE t"); // SQLite refuses this while a read of the table is open
}

void DatabaseTest::valuesComeBackAsTheyWent()
{
    Database database({}, Database::Kind::Scratch);
    database.exec("CREATE TABLE t(a, b, c, d, e)");
    const QString text = u"Früchte\0tee 😀"_s;
    const QByteArray blob("\0\1\2", 3);
    const Uuid id = *Uuid::fromText("0190a0b1-c2d3-7456-89ab-cdef01234567");
    database.statement("INSERT INTO t VALUES(?,?,?,?,?)")
        .with(text, blob, id, std::nullopt, std::optional(7LL))
        .run();
    auto row = database.statement("SELECT a,b,c,d,e FROM t");
    QVERIFY(row.next());
    QCOMPARE(row.text(0), text);
    QCOMPARE(row.bytes(1), blob);
    QCOMPARE(row.uuid(2), id);
    QVERIFY(row.isNull(3));
    QCOMPARE(row.integer(4), 7);
    QVERIFY(!row.next());
}

void DatabaseTest::textOfAnyLengthComesBackAsItWent()
{
    Database database({}, Database::Kind::Scratch);
    for (int length = 0; length < 300; ++length) {
        for (const QString &end : {QString(), u"ü"_s, u"\0x"_s}) {
            const QString text = QString(length, u'x') + end;
            auto query = database.statement("SELECT ?");
            query.with(text);
            QVERIFY(query.next());
            QCOMPARE(query.text(0), text);
        }
    }
    auto query = database.statement("SELECT ?");
    query.with(QDate(2026, 1, 9));
    QVERIFY(query.next());
    QCOMPARE(query.text(0), u"2026-01-09"_s);
    QCOMPARE(query.date(0), QDate(2026, 1, 9));
}

void DatabaseTest::textIsWhatTheColumnSaysWhateverWasLikely()
{
    const QStringList texts = {u""_s, u"kg"_s, u"kG"_s, u"é"_s, u"Ã©"_s, u"a\0b"_s, u"Tee 😀"_s};
    Database database({}, Database::Kind::Scratch);
    for (const QString &said : texts) {
        for (const QString &likely : texts) {
            auto row = database.statement("SELECT ?");
            row.with(said);
            QVERIFY(row.next());
            QCOMPARE(row.text(0, likely), said);
        }
    }
}

void DatabaseTest::bringsANewFileToTheNewestSchema()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"ledger.db"_s);
    std::int64_t version = 0;
    {
        Database database(path, Database::Kind::Ledger);
        QVERIFY(migrate(database, u"ledger"_s));
        version = database.number("PRAGMA user_version");
        QVERIFY(version >= 1);
    }
    Database again(path, Database::Kind::Ledger);
    QVERIFY(migrate(again, u"ledger"_s));
    QCOMPARE(again.number("PRAGMA user_version"), version);
}

void DatabaseTest::refusesAFileOfANewerProgram()
{
    const QTemporaryDir folder;
    Database database(folder.filePath(u"ledger.db"_s), Database::Kind::Ledger);
    database.exec("CREATE TABLE tomorrow(n); PRAGMA user_version=9999");
    const auto refused = migrate(database, u"ledger"_s);
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, Code::NewerFile);
    QCOMPARE(refused.error().facts.value(u"version"_s).toInt(), 9999);
    QCOMPARE(database.number("SELECT COUNT(*) FROM sqlite_schema"), 1);
}

void DatabaseTest::aReaderCanNotWrite()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"a.db"_s);
    Database writer(path, Database::Kind::Ledger);
    writer.exec("CREATE TABLE t(n)");
    Database reader(path, Database::Kind::Reader);
    QVERIFY_THROWS_EXCEPTION(SQLite::Exception, reader.exec("INSERT INTO t VALUES(1)"));
    writer.exec("INSERT INTO t VALUES(2)");
    QCOMPARE(reader.number("SELECT n FROM t"), 2);
}

void DatabaseTest::oneProcessHoldsTheFolder()
{
    const QTemporaryDir folder;
    const QString till = folder.filePath(u"till"_s);
    {
        const auto held = FolderLock::take(till);
        QVERIFY(held);
        const auto second = FolderLock::take(till);
        QVERIFY(!second);
        QCOMPARE(second.error().code, Code::FolderInUse);
    }
    QVERIFY(FolderLock::take(till));
}

void DatabaseTest::aLockFileNobodyHoldsIsTakenOver_data()
{
    QTest::addColumn<QByteArray>("left");
    QTest::newRow("empty: the power went while it was made") << QByteArray();
    QTest::newRow("of another machine's process") << QByteArray("1\nevertill\nanother-till\nid\nboot\n");
    QTest::newRow("bytes of something else") << QByteArray(4096, '\xff');
}

void DatabaseTest::aLockFileNobodyHoldsIsTakenOver()
{
    QFETCH(QByteArray, left);
    const QTemporaryDir folder;
    QFile file(folder.filePath(u"till.lock"_s));
    QVERIFY(file.open(QIODevice::ReadWrite) && file.write(left) == left.size() && file.flush());
    const auto held = FolderLock::take(folder.path());
    QVERIFY(held);
    QVERIFY(file.seek(0));
    QCOMPARE(file.readAll(), QByteArray::number(QCoreApplication::applicationPid()) + '\n');
    const auto second = FolderLock::take(folder.path());
    QVERIFY(!second);
    QCOMPARE(second.error().code, Code::FolderInUse);
}

void DatabaseTest::aFolderThatCanNotBeMadeSaysWhy()
{
    const QTemporaryDir folder;
    QFile inTheWay(folder.filePath(u"file"_s));
    QVERIFY(inTheWay.open(QIODevice::WriteOnly));
    const QString path = folder.filePath(u"file/till"_s);
    const auto refused = FolderLock::take(path);
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, Code::BadInput);
    QCOMPARE(refused.error().facts.value(u"path"_s).toString(), path);
    QVERIFY(refused.error().facts.value(u"problem"_s).toString().contains(qt_error_string(ENOTDIR)));
}

void DatabaseTest::aLockFileThatCanNotBeMadeSaysWhy()
{
    const QTemporaryDir folder;
    QVERIFY(QDir(folder.path()).mkdir(u"till.lock"_s));
    const auto refused = FolderLock::take(folder.path());
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, Code::BadInput);
    QVERIFY(refused.error().facts.value(u"problem"_s).toString().contains(qt_error_string(EISDIR)));
}

QTEST_GUILESS_MAIN(DatabaseTest)
#include "tst_database.moc"

#include "core/till/connection_record.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace evertill;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

class ConnectionRecordTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void isReadAsItWasLeft_data();
    void isReadAsItWasLeft();
    void theNewestReplacesTheOneBefore();
    void whatCanNotBeReadIsNothing_data();
    void whatCanNotBeReadIsNothing();
    void aFolderThatIsGoneIsNoFailure();
};

void ConnectionRecordTest::isReadAsItWasLeft_data()
{
    QTest::addColumn<int>("state");
    QTest::addColumn<int>("trouble");
    for (int state = 0; state <= ConnectionStatus::Bare; ++state) {
        for (int trouble = 0; trouble <= ConnectionStatus::Disk; ++trouble)
            QTest::addRow("%d %d", state, trouble) << state << trouble;
    }
}

void ConnectionRecordTest::isReadAsItWasLeft()
{
    QFETCH(int, state);
    QFETCH(int, trouble);
    const QTemporaryDir folder;
    ConnectionStatus status;
    status.state = ConnectionStatus::State(state);
    status.trouble = ConnectionStatus::Trouble(trouble);
    status.since = {1'763'700'000'000'000};
    status.unsent = 12;
    status.detail = u"“quoted”\nand broken"_s;
    status.clockAhead = -7min;
    saveConnection(folder.path(), status);
    QCOMPARE(loadConnection(folder.path()), status);
    QVERIFY(!stateName(status.state).isEmpty());
}

void ConnectionRecordTest::theNewestReplacesTheOneBefore()
{
    const QTemporaryDir folder;
    QVERIFY(!loadConnection(folder.path()));
    ConnectionStatus status;
    saveConnection(folder.path(), status);
    status.unsent = 3;
    saveConnection(folder.path(), status);
    QCOMPARE(loadConnection(folder.path())->unsent, 3);
}

void ConnectionRecordTest::whatCanNotBeReadIsNothing_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("half of it") << QByteArray(R"({"state":"online","since":1)");
    QTest::newRow("a state nobody knows") << QByteArray(
        R"({"clock_ahead_min":0,"detail":"","since":1,"state":"asleep","trouble":"","unsent":0})");
    QTest::newRow("a number in place of a text") << QByteArray(
        R"({"clock_ahead_min":0,"detail":7,"since":1,"state":"online","trouble":"","unsent":0})");
}

void ConnectionRecordTest::whatCanNotBeReadIsNothing()
{
    QFETCH(QByteArray, content);
    const QTemporaryDir folder;
    QFile file(folder.filePath(u"connection.json"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(content);
    file.close();
    QVERIFY(!loadConnection(folder.path()));
}

void ConnectionRecordTest::aFolderThatIsGoneIsNoFailure()
{
    saveConnection(u"/nowhere/at/all"_s, {});
    QVERIFY(!loadConnection(u"/nowhere/at/all"_s));
}

QTEST_APPLESS_MAIN(ConnectionRecordTest)
#include "tst_connection_record.moc"

#include "core/tasks/task_settlement.h"

#include <QFile>
#include <QTest>

using namespace evertill;
using namespace Qt::StringLiterals;

namespace {

QByteArray golden()
{
    QFile file(QFINDTESTDATA("golden/task_settled_1.json"));
    return file.open(QIODevice::ReadOnly) ? file.readAll().trimmed() : QByteArray();
}

TaskSettlement broughtBack()
{
    return {u"BER1T1:1:42:order_not_open"_s, u"Kim brought the goods back: \"all fine\""_s};
}

Event eventOf(const QByteArray &payload)
{
    Event event;
    event.kind = "task.settled";
    event.payload = payload;
    return event;
}

} // namespace

class TaskSettlementTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void isWrittenAsTheReleasedVersionWas();
    void theReleasedVersionIsReadBack();
    void whatBreaksTheContractIsRefused_data();
    void whatBreaksTheContractIsRefused();
};

void TaskSettlementTest::isWrittenAsTheReleasedVersionWas()
{
    const Fact fact = taskSettled(broughtBack(), QDate(2026, 11, 21));
    QCOMPARE(QByteArray(fact.kind), "task.settled");
    QCOMPARE(fact.version, 1);
    QCOMPARE(fact.subject, "BER1T1:1:42:order_not_open");
    QVERIFY(!golden().isEmpty());
    QCOMPARE(fact.payload, golden());
}

void TaskSettlementTest::theReleasedVersionIsReadBack()
{
    const auto read = taskSettlementFrom(eventOf(golden()));
    QVERIFY(read);
    QVERIFY(*read == broughtBack());
}

void TaskSettlementTest::whatBreaksTheContractIsRefused_data()
{
    QTest::addColumn<QByteArray>("payload");
    QTest::newRow("no task") << QByteArray(R"({"note":"done"})");
    QTest::newRow("a task without a name") << QByteArray(R"({"note":"done","task":""})");
    QTest::newRow("no note") << QByteArray(R"({"task":"a"})");
    QTest::newRow("a note that is a number") << QByteArray(R"({"note":1,"task":"a"})");
    QTest::newRow("no object") << QByteArray("[]");
    QTest::newRow("cut short") << QByteArray(R"({"note":"done","task":"a")");
}

void TaskSettlementTest::whatBreaksTheContractIsRefused()
{
    QFETCH(QByteArray, payload);
    const auto read = taskSettlementFrom(eventOf(payload));
    QVERIFY(!read);
    QCOMPARE(read.error().code, Code::BadInput);
    Event other = eventOf(golden());
    other.version = 2;
    QVERIFY(!taskSettlementFrom(other));
    other.version = 1;
    other.kind = "task.opened";
    QVERIFY(!taskSettlementFrom(other));
}

QTEST_GUILESS_MAIN(TaskSettlementTest)
#include "tst_task_settlement.moc"

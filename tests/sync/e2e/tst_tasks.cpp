#include "core/pickup/hand_over.h"
#include "core/pickup/mark_ready.h"
#include "core/pickup/pickup_queue.h"
#include "core/tasks/settle_task.h"
#include "core/tasks/task_list.h"
#include "tests/sync/e2e/sandbox_process.h"
#include "tests/sync/e2e/till.h"

#include <QJsonArray>
#include <QTest>

using namespace Qt::StringLiterals;

namespace evertill::test {
namespace {

constexpr char kOrder[] =
    R"({"customer":"Ada","lines":[{"sku":"E1001","quantity":2000}],"promised_in_minutes":30})";

} // namespace

/// A clash between a till and the reference OMS, over real TLS, until a person has settled it.
class TasksTest final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { m_oms.start(); }
    void init();
    void anOrderCancelledWhileTheTillHandedItOverIsOneTaskUntilItIsSettled();
    void twoTillsThatHandedOverOneOrderBothSeeTheOneTask();

private:
    /// One exchange in full; the till is offline before and after it.
    void exchange(Till &till, const QString &name);
    /// The shopper's order as the control answers it.
    [[nodiscard]] QJsonObject place() { return m_oms.control("POST", u"/sandbox/orders"_s, kOrder); }
    static void handOver(Till &till, const QJsonObject &order);
    [[nodiscard]] static std::vector<OpenTask> open(Till &till)
    {
        return TaskList(till.replica(), till.ledger().database()).open();
    }
    /// State and note of \a task in the OMS's own books.
    [[nodiscard]] QString atTheOms(const QString &task);

    SandboxProcess m_oms;
    std::unique_ptr<Till> m_one;
    std::unique_ptr<Till> m_two;
    QString m_nameOne;
    QString m_nameTwo;
    int m_number = 0;
};

void TasksTest::init()
{
    m_nameOne = u"BER1T%1"_s.arg(++m_number);
    m_nameTwo = u"BER1T%1"_s.arg(++m_number);
    m_one = std::make_unique<Till>();
    m_two = std::make_unique<Till>();
    m_one->enrolAs(m_nameOne, m_oms);
    m_two->enrolAs(m_nameTwo, m_oms);
    exchange(*m_one, m_nameOne);
    exchange(*m_two, m_nameTwo);
}

void TasksTest::exchange(Till &till, const QString &name)
{
    const auto report = till.syncOnce(till.settings(name));
    if (!report)
        qFatal("no exchange: %s", qPrintable(codeName(report.error().code)));
}

void TasksTest::handOver(Till &till, const QJsonObject &order)
{
    const QString id = order.value("order"_L1).toString();
    const PickupProof proof{ProofKind::Code, order.value("code"_L1).toString()};
    if (!MarkReady(till.ledger(), till.replica()).run(id)
        || !HandOver(till.ledger(), till.replica()).run(id, proof))
        qFatal("the till did not hand over");
}

QString TasksTest::atTheOms(const QString &task)
{
    for (const QJsonValue row : m_oms.rows(u"task"_s)) {
        const QJsonObject found = row.toObject();
        if (found.value("task"_L1) == task)
            return found.value("state"_L1).toString() + u": "_s + found.value("note"_L1).toString();
    }
    return {};
}

void TasksTest::anOrderCancelledWhileTheTillHandedItOverIsOneTaskUntilItIsSettled()
{
    const QJsonObject order = place();
    const QString id = order.value("order"_L1).toString();
    exchange(*m_one, m_nameOne);
    m_oms.control("POST", u"/sandbox/orders/%1/cancel"_s.arg(id));
    handOver(*m_one, order);
    QVERIFY(open(*m_one).empty());

    exchange(*m_one, m_nameOne);
    const std::vector<OpenTask> tasks = open(*m_one);
    QCOMPARE(tasks.size(), std::size_t(1));
    QCOMPARE(tasks.front().code, u"order_not_open"_s);
    QCOMPARE(tasks.front().facts.value("number"_L1), order.value("number"_L1));
    QCOMPARE(tasks.front().facts.value("state"_L1).toString(), u"cancelled"_s);
    QCOMPARE(tasks.front().facts.value("steps"_L1).toArray().size(), 2);
    QCOMPARE(
        PickupQueue(m_one->replica(), m_one->ledger().database()).byId(id)->state, PickupState::Cancelled);

    const QString task = tasks.front().task;
    QVERIFY(SettleTask(m_one->ledger(), m_one->replica()).run(task, u"Ada paid for it"_s));
    QVERIFY(open(*m_one).empty());
    QCOMPARE(atTheOms(task), u"open: "_s);
    exchange(*m_one, m_nameOne);
    QVERIFY(open(*m_one).empty());
    QCOMPARE(atTheOms(task), u"settled: Ada paid for it"_s);
}

void TasksTest::twoTillsThatHandedOverOneOrderBothSeeTheOneTask()
{
    const QJsonObject order = place();
    exchange(*m_one, m_nameOne);
    exchange(*m_two, m_nameTwo);
    handOver(*m_one, order);
    handOver(*m_two, order);
    exchange(*m_one, m_nameOne);
    exchange(*m_two, m_nameTwo);
    exchange(*m_one, m_nameOne);
    QCOMPARE(open(*m_one).size(), std::size_t(1));
    QVERIFY(open(*m_one) == open(*m_two));
    const OpenTask task = open(*m_one).front();
    QCOMPARE(task.facts.value("state"_L1).toString(), u"handed_over"_s);
    QCOMPARE(task.facts.value("closed_by"_L1).toString(), m_nameOne);
    QCOMPARE(task.facts.value("till"_L1).toString(), m_nameTwo);

    QVERIFY(SettleTask(m_one->ledger(), m_one->replica()).run(task.task, u"came back"_s));
    exchange(*m_one, m_nameOne);
    exchange(*m_two, m_nameTwo);
    QVERIFY(open(*m_two).empty());
    QCOMPARE(SettleTask(m_two->ledger(), m_two->replica()).run(task.task, u"again"_s).error().code,
        Code::TaskSettled);
}

} // namespace evertill::test

QTEST_GUILESS_MAIN(evertill::test::TasksTest)
#include "tst_tasks.moc"

#include "core/cash/close_shift.h"
#include "core/tasks/settle_task.h"
#include "core/tasks/task_list.h"
#include "tests/core/shop/shop.h"

#include <QTest>

using namespace evertill;
using namespace Qt::StringLiterals;

namespace {

const QString kTask = u"BER1T1:1:2:order_not_open"_s;

TaskRow row(const QString &task, std::int64_t openedAt, bool settled = false)
{
    return {task, task.section(u':', 3), {openedAt}, settled, R"({"number":"W-1001","till":"BER1T1"})"};
}

} // namespace

class SettleTaskTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { m_shop = std::make_unique<Shop>(); }
    void openTasksAreListedTheOldestFirst();
    void aSettledTaskIsGoneAtOnce();
    void itStaysGoneWhateverTheOmsHasCounted();
    void itIsOpenAgainWhereTheOmsSaysSo();
    void aTaskIsSettledBetweenShiftsToo();
    void whatCanNotBeSettledChangesNothing_data();
    void whatCanNotBeSettledChangesNothing();
    void aSettledTaskIsNotSettledAgain();
    void findingWhatIsOpenLooksAtNothingElse();

private:
    [[nodiscard]] QStringList open()
    {
        QStringList names;
        for (const OpenTask &task : list().open())
            names.append(task.task);
        return names;
    }
    [[nodiscard]] TaskList list() { return {m_shop->replica, m_shop->ledger->database()}; }
    [[nodiscard]] Result<OpenTask> settle(const QString &task, const QString &note = u"brought back"_s)
    {
        return SettleTask(*m_shop->ledger, m_shop->replica).run(task, note);
    }

    std::unique_ptr<Shop> m_shop;
};

void SettleTaskTest::openTasksAreListedTheOldestFirst()
{
    m_shop->tell(row(u"BER1T1:1:9:over_refunded"_s, 30));
    m_shop->tell(row(kTask, 10));
    m_shop->tell(row(u"BER1T2:1:7:unknown_product"_s, 20));
    m_shop->tell(row(u"BER1T1:1:3:unknown_order"_s, 5, true));
    QCOMPARE(open(), (QStringList{kTask, u"BER1T2:1:7:unknown_product"_s, u"BER1T1:1:9:over_refunded"_s}));
    const OpenTask first = list().open().front();
    QCOMPARE(first.code, u"order_not_open"_s);
    QVERIFY(first.openedAt == Instant{10});
    QCOMPARE(first.facts.value(u"number"_s).toString(), u"W-1001"_s);
    QVERIFY(*list().find(kTask) == first);
}

void SettleTaskTest::aSettledTaskIsGoneAtOnce()
{
    m_shop->tell(row(kTask, 10));
    const auto settled = settle(kTask, u"  Kim brought\nit back "_s);
    QVERIFY(settled);
    QCOMPARE(settled->task, kTask);
    QCOMPARE(open(), QStringList());
    const auto event = Journal(m_shop->ledger->database()).at(m_shop->now());
    QCOMPARE(event->kind, "task.settled");
    QVERIFY(event->businessDate == m_shop->shift.businessDate);
    QCOMPARE(event->payload, R"({"note":"Kim brought it back","task":"BER1T1:1:2:order_not_open"})");
}

void SettleTaskTest::itStaysGoneWhateverTheOmsHasCounted()
{
    m_shop->tell(row(kTask, 10));
    const Position before = m_shop->now();
    QVERIFY(settle(kTask));
    const Position settled = m_shop->now();
    m_shop->sell({m_shop->line(u"PEN"_s, Quantity::pieces(1), 100)});
    // The OMS sent the row anew, for another step on it, before it had our settlement.
    m_shop->tell(row(kTask, 10), before, before);
    QCOMPARE(open(), QStringList());
    m_shop->tell(row(kTask, 10, true), settled, before);
    QCOMPARE(open(), QStringList());
    m_shop->tell(row(kTask, 10, true), settled, m_shop->now());
    QCOMPARE(open(), QStringList());
}

void SettleTaskTest::itIsOpenAgainWhereTheOmsSaysSo()
{
    m_shop->tell(row(kTask, 10));
    QVERIFY(settle(kTask));
    m_shop->tell(row(kTask, 10), m_shop->now());
    QCOMPARE(open(), QStringList{kTask});
    QVERIFY(settle(kTask, u"and now for good"_s));
    QCOMPARE(open(), QStringList());
}

void SettleTaskTest::aTaskIsSettledBetweenShiftsToo()
{
    m_shop->tell(row(kTask, 10));
    QVERIFY(CloseShift(*m_shop->ledger).run(m_shop->money(10000)));
    QVERIFY(settle(kTask));
    QVERIFY(Journal(m_shop->ledger->database()).at(m_shop->now())->businessDate
        == m_shop->clock.localDate(m_shop->clock.now()));
}

void SettleTaskTest::whatCanNotBeSettledChangesNothing_data()
{
    QTest::addColumn<QString>("task");
    QTest::addColumn<QString>("note");
    QTest::addColumn<int>("code");
    QTest::newRow("nothing was said") << kTask << QString() << int(Code::MissingNote);
    QTest::newRow("only spaces were said") << kTask << u" \n "_s << int(Code::MissingNote);
    QTest::newRow("too much was said") << kTask << QString(501, u'a') << int(Code::BadInput);
    QTest::newRow("nobody knows the task")
        << u"BER1T1:1:3:unknown_order"_s << u"done"_s << int(Code::UnknownTask);
    QTest::newRow("another till settled it")
        << u"BER1T1:1:9:over_refunded"_s << u"done"_s << int(Code::TaskSettled);
}

void SettleTaskTest::whatCanNotBeSettledChangesNothing()
{
    QFETCH(QString, task);
    QFETCH(QString, note);
    m_shop->tell(row(kTask, 10));
    m_shop->tell(row(u"BER1T1:1:9:over_refunded"_s, 10, true));
    const Position before = m_shop->now();
    const auto settled = settle(task, note);
    QVERIFY(!settled);
    QTEST(int(settled.error().code), "code");
    QVERIFY(m_shop->now() == before);
    QCOMPARE(open(), QStringList{kTask});
}

void SettleTaskTest::aSettledTaskIsNotSettledAgain()
{
    m_shop->tell(row(kTask, 10));
    QVERIFY(settle(kTask));
    const Position before = m_shop->now();
    QCOMPARE(settle(kTask, u"twice"_s).error().code, Code::TaskSettled);
    QVERIFY(m_shop->now() == before);
}

void SettleTaskTest::findingWhatIsOpenLooksAtNothingElse()
{
    auto plan = m_shop->replica.database().statement(
        "EXPLAIN QUERY PLAN SELECT task FROM task WHERE settled=0 ORDER BY opened_at,task LIMIT 1");
    QVERIFY(plan.next());
    QVERIFY2(plan.text(3).contains(u"task_open"_s), qPrintable(plan.text(3)));
    QVERIFY(!plan.next());
}

QTEST_GUILESS_MAIN(SettleTaskTest)
#include "tst_settle_task.moc"

#include "core/sale/cart_store.h"
#include "core/sale/sale_table.h"
#include "tests/ui/counter/counter.h"
#include "ui/sell/sell_room.h"
#include "ui/shell/main_window.h"
#include "ui/widgets/amount_label.h"
#include "ui/widgets/big_button.h"

#include <QLineEdit>
#include <QListView>
#include <QTest>

#include <deque>

using namespace Qt::StringLiterals;

namespace evertill {

/// A disk that takes its time: work is done when the test says so.
class HeldQueue final : public WorkQueue {
public:
    void post(Work work) override { m_waiting.push_back(std::move(work)); }
    void run()
    {
        while (!m_waiting.empty()) {
            const Work work = std::move(m_waiting.front());
            m_waiting.pop_front();
            work();
        }
    }
    [[nodiscard]] std::size_t waiting() const { return m_waiting.size(); }

private:
    std::deque<Work> m_waiting;
};

/// What a cashier does while the disk is still busy with what they did before.
class SavingTest final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void scansAtStartWaitForTheOpenCart();
    void aScanWhileTheSaleIsSavedBeginsTheNextOne();
    void aSecondPressWhileTheSaleIsSavedDoesNothing();
    void linesScannedWhileTheCartIsSavedAreSavedAfterIt();
    void aScanWhileACardIsApprovedLosesNoMoney();
    void aRefusedSaleCanBeFinishedLater();
    void noMoneyIsTakenBeforeTheDiskHasSaidThatItHasRoom();

private:
    [[nodiscard]] int lines() const
    {
        return part<QListView>(*m_window, u"ticketLines"_s)->model()->rowCount();
    }
    void press(const QString &button) { part<BigButton>(*m_window, button)->click(); }

    std::unique_ptr<Counter> m_counter;
    HeldQueue m_queue;
    std::unique_ptr<TillServices> m_services;
    std::unique_ptr<MainWindow> m_window;
    Counter::Goods m_milk;
    Counter::Goods m_bread;
};

void SavingTest::init()
{
    m_window.reset();
    m_counter = std::make_unique<Counter>();
    m_milk = m_counter->stock({u"E1"_s, u"Milk 1 l"_s, u"4006381333931"_s, 149});
    m_bread = m_counter->stock({u"E2"_s, u"Bread 500 g"_s, u"96385074"_s, 281});
    m_counter->openShift();
    m_queue.run();
    m_services.reset(new TillServices{m_queue, *m_counter->ledger, m_counter->ledgerReplica,
        m_counter->config, m_counter->replica, m_counter->reader, m_counter->clock, m_counter->random});
    m_window = std::make_unique<MainWindow>(m_counter->clock, m_counter->config);
    auto *room = new SellRoom(*m_services, m_counter->printer, Theme::light());
    m_window->addRoom(SellRoom::railEntry(), [room] { return room; });
    open(*m_window);
    room->start();
}

void SavingTest::scansAtStartWaitForTheOpenCart()
{
    m_window->takeScan(m_milk.gtin);
    QCOMPARE(lines(), 0);
    m_queue.run();
    QCOMPARE(lines(), 1);
}

void SavingTest::aScanWhileTheSaleIsSavedBeginsTheNextOne()
{
    m_queue.run();
    m_window->takeScan(m_milk.gtin);
    m_queue.run();
    press(u"pay"_s);
    press(u"note1"_s);
    m_window->takeScan(m_bread.gtin);
    m_window->takeScan(m_bread.gtin);
    QCOMPARE(lines(), 1);
    QCOMPARE(m_counter->events("sale.completed"), 0);
    m_queue.run();
    QCOMPARE(m_counter->events("sale.completed"), 1);
    QCOMPARE(lines(), 1);
    QCOMPARE(part<AmountLabel>(*m_window, u"total"_s)->amount(), m_counter->money(2 * 281));
}

void SavingTest::aSecondPressWhileTheSaleIsSavedDoesNothing()
{
    m_queue.run();
    m_window->takeScan(m_milk.gtin);
    m_queue.run();
    press(u"pay"_s);
    auto *cash = part<BigButton>(*m_window, u"payCash"_s);
    cash->click();
    const std::size_t once = m_queue.waiting();
    QCOMPARE(once, std::size_t(1));
    QVERIFY(!cash->isEnabled());
    QTest::keyClick(m_window.get(), Qt::Key_F10);
    QTest::keyClick(m_window.get(), Qt::Key_F12);
    QTest::keyClick(m_window.get(), Qt::Key_Escape);
    QCOMPARE(m_queue.waiting(), once);
    m_queue.run();
    QCOMPARE(m_counter->events("sale.completed"), 1);
    QVERIFY(isSeen(*m_window, u"change"_s));
}

void SavingTest::linesScannedWhileTheCartIsSavedAreSavedAfterIt()
{
    m_queue.run();
    for (int i = 0; i < 5; ++i)
        m_window->takeScan(m_milk.gtin);
    QCOMPARE(m_queue.waiting(), std::size_t(1));
    m_queue.run();
    const auto kept = CartStore(*m_counter->ledger).load();
    QVERIFY(kept);
    QCOMPARE(kept->lines.size(), std::size_t(1));
    QCOMPARE(kept->lines.front().quantity, Quantity::pieces(5));
}

void SavingTest::aScanWhileACardIsApprovedLosesNoMoney()
{
    m_queue.run();
    m_window->takeScan(m_bread.gtin);
    m_queue.run();
    press(u"pay"_s);
    part<QLineEdit>(*m_window, u"cashAmount"_s)->setText(u"1"_s);
    press(u"payCard"_s);
    m_queue.run();
    part<QLineEdit>(*m_window, u"approvalCode"_s)->setText(u"7788"_s);
    press(u"approveCard"_s);
    m_window->takeScan(m_milk.gtin);
    QCOMPARE(lines(), 1);
    m_queue.run();
    QCOMPARE(lines(), 2);
    QCOMPARE(part<AmountLabel>(*m_window, u"amountDue"_s)->amount(), m_counter->money(281 + 149 - 100));
    const auto kept = CartStore(*m_counter->ledger).load();
    QVERIFY(kept);
    QCOMPARE(kept->tenders.size(), std::size_t(1));
}

void SavingTest::aRefusedSaleCanBeFinishedLater()
{
    m_queue.run();
    m_window->takeScan(m_milk.gtin);
    m_queue.run();
    press(u"pay"_s);
    press(u"note1"_s);
    // Meanwhile the shift ends under it.
    m_counter->ledgerTables().exec("UPDATE shift SET closed_at = 1");
    m_queue.run();
    QCOMPARE(m_counter->events("sale.completed"), 0);
    QVERIFY(words(*m_window).contains(u"no shift is open"_s));
    QVERIFY(words(*m_window).contains(u"Cash given"_s));
    m_counter->ledgerTables().exec("UPDATE shift SET closed_at = NULL");
    press(u"finishSale"_s);
    m_queue.run();
    QCOMPARE(m_counter->events("sale.completed"), 1);
    QCOMPARE(SaleTable(m_counter->reader).latest(5).size(), std::size_t(1));
}

void SavingTest::noMoneyIsTakenBeforeTheDiskHasSaidThatItHasRoom()
{
    m_queue.run();
    m_window->takeScan(m_milk.gtin);
    m_queue.run();
    m_counter->isDiskFull = true;
    press(u"pay"_s);
    press(u"note1"_s);
    m_queue.run();
    QCOMPARE(m_counter->events("sale.completed"), 0);
    QVERIFY(words(*m_window).contains(u"Take no money"_s));
    QVERIFY(!words(*m_window).contains(u"Cash given"_s));
    QVERIFY(CartStore(*m_counter->ledger).load()->tenders.empty());
}

} // namespace evertill

QTEST_MAIN(evertill::SavingTest)
#include "tst_saving.moc"

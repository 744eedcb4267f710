#include "core/journal/epoch.h"
#include "core/payment/card_payments.h"
#include "core/sale/sale_table.h"
#include "tests/ui/tasks/clashes.h"
#include "ui/sell/sell_room.h"
#include "ui/shell/main_window.h"
#include "ui/tasks/tasks_room.h"
#include "ui/widgets/big_button.h"

#include <QLabel>
#include <QLineEdit>

using namespace Qt::StringLiterals;

namespace evertill {

/// A card payment whose ticket is gone, in the real window: shown until it is used for its sale, voided, or
/// known not to have been taken.
class StrayCardsTest final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void itIsShownFirstAndCounted();
    void notTakenIsSaidByFingersAlone();
    void chargedThenVoidedByKeysAlone();
    void chargedThenRungUpAgainByKeysAlone();
    void inDoubtItsTicketCanBeOpenedNoSecondTime();
    void otherGoodsOnTheTicketComeFirst();
    void aTillThatGoesOnFromACopySaysSo();
    void whatIsSettledElsewhereMeanwhileChargesNothing();
    void everyControlFitsAFingerAndHasAName();
    void cleanup();

private:
    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::keyClick(QApplication::focusWidget(), key, modifiers);
    }
    /// A finger comes after the page that it aims at was laid out.
    void finger(const QString &button)
    {
        QCoreApplication::processEvents();
        press(*m_window, button);
    }
    [[nodiscard]] QString said() { return words(*m_window); }
    void openTask();

    std::unique_ptr<Clashes> m_shop;
    std::unique_ptr<MainWindow> m_window;
    SellRoom *m_sell = nullptr;
    TasksRoom *m_tasks = nullptr;
    Counter::Goods m_tea;
    PaymentId m_card;
};

void StrayCardsTest::init()
{
    m_shop = std::make_unique<Clashes>();
    m_shop->openShift();
    m_tea = m_shop->stock({u"T"_s, u"Green tea"_s, u"4006381333931"_s, 350});
    const SaleId lost(m_shop->random.uuid(m_shop->clock.now()));
    m_card = CardPayments(*m_shop->ledger).attempt(lost, m_shop->money(350)).value();
    m_window = std::make_unique<MainWindow>(m_shop->clock, m_shop->config);
    m_sell = new SellRoom(m_shop->services, m_shop->printer, Theme::light());
    m_tasks = new TasksRoom(m_shop->services, Theme::light());
    m_window->addRoom(SellRoom::railEntry(), [this] { return m_sell; });
    m_window->addRoom(TasksRoom::railEntry(), [this] { return m_tasks; });
    open(*m_window);
    m_sell->start();
    QTest::keyClick(m_window.get(), Qt::Key_F8);
}

void StrayCardsTest::cleanup()
{
    m_window.reset();
    m_shop.reset();
}

void StrayCardsTest::openTask()
{
    key(Qt::Key_Down);
    key(Qt::Key_Return);
    QVERIFY2(part<QLabel>(*m_window, u"taskTitle"_s)->text() == u"Card payment, €3.50"_s, qPrintable(said()));
}

void StrayCardsTest::itIsShownFirstAndCounted()
{
    m_shop->cancelledOrder();
    m_window->dataChanged();
    QCOMPARE(m_tasks->badge(), 2);
    QCOMPARE(listed(*m_tasks).mid(0, 3),
        QStringList(
            {u"Card payments (1)"_s, u"Card payment, €3.50, Answer not known"_s, u"To settle (1)"_s}));
}

void StrayCardsTest::notTakenIsSaidByFingersAlone()
{
    touch(*m_tasks, 1);
    QVERIFY2(said().contains(u"Nobody knows yet whether the card was charged."_s), qPrintable(said()));
    QVERIFY(!part<BigButton>(*m_window, u"cardApproved"_s)->isEnabled());
    finger(u"cardNotTaken"_s);
    QCOMPARE(m_shop->events("payment.declined"), 1);
    QCOMPARE(m_tasks->badge(), 0);
    QVERIFY2(said().contains(u"€3.50 was not taken"_s), qPrintable(said()));
}

void StrayCardsTest::chargedThenVoidedByKeysAlone()
{
    openTask();
    QCOMPARE(QApplication::focusWidget()->accessibleName(), u"Approval code"_s);
    QTest::keyClicks(QApplication::focusWidget(), u"A44"_s);
    key(Qt::Key_Return);
    QCOMPARE(m_shop->events("payment.approved"), 1);
    QCOMPARE(m_tasks->badge(), 1);
    QVERIFY2(said().contains(u"approval code A44"_s), qPrintable(said()));
    QVERIFY(!isSeen(*m_window, u"slipCode"_s));
    key(Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(m_shop->events("payment.voided"), 1);
    QCOMPARE(m_tasks->badge(), 0);
    QVERIFY2(said().contains(u"went back to the card"_s), qPrintable(said()));
}

void StrayCardsTest::chargedThenRungUpAgainByKeysAlone()
{
    openTask();
    QTest::keyClicks(QApplication::focusWidget(), u"A44"_s);
    key(Qt::Key_Return);
    key(Qt::Key_F12);
    QCOMPARE(m_window->openedRoom()->name(), RoomName::Sell);
    QVERIFY2(said().contains(u"€3.50 is paid already"_s), qPrintable(said()));
    QCOMPARE(m_tasks->badge(), 0);
    m_window->takeScan(m_tea.gtin);
    key(Qt::Key_F12);
    QVERIFY2(said().contains(u"Card, approved A44"_s), qPrintable(said()));
    QTest::keyClick(m_window.get(), Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(m_shop->events("sale.completed"), 1);
    QCOMPARE(m_shop->events("payment.attempted"), 1);
    const auto sale = SaleTable(m_shop->reader).latest(1).front();
    QCOMPARE(sale.tenders, (std::vector<Tender>{{TenderKind::Card, m_shop->money(350), u"A44"_s, m_card}}));
    QVERIFY(openAttempts(m_shop->reader).empty());
}

void StrayCardsTest::inDoubtItsTicketCanBeOpenedNoSecondTime()
{
    QVERIFY(CardPayments(*m_shop->ledger).approve(m_card, u"A1"_s));
    m_window->dataChanged();
    touch(*m_tasks, 1);
    finger(u"cardSale"_s);
    m_window->takeScan(m_tea.gtin);
    QTest::keyClick(m_window.get(), Qt::Key_F8);
    QVERIFY2(said().contains(u"Nothing needs you."_s), qPrintable(said()));
    m_sell->showThing(QString::fromLatin1(m_card.toLatin1()));
    QTest::keyClick(m_window.get(), Qt::Key_F1);
    QCOMPARE(part<QListView>(*m_window, u"ticketLines"_s)->model()->rowCount(), 1);
}

void StrayCardsTest::otherGoodsOnTheTicketComeFirst()
{
    QVERIFY(CardPayments(*m_shop->ledger).approve(m_card, u"A1"_s));
    m_window->dataChanged();
    m_window->takeScan(m_tea.gtin);
    QCOMPARE(m_window->openedRoom()->name(), RoomName::Sell);
    QTest::keyClick(m_window.get(), Qt::Key_F8);
    touch(*m_tasks, 1);
    finger(u"cardSale"_s);
    QVERIFY2(said().contains(u"Other goods are on the ticket."_s), qPrintable(said()));
    QCOMPARE(part<QListView>(*m_window, u"ticketLines"_s)->model()->rowCount(), 1);
    QCOMPARE(m_tasks->badge(), 1);
}

void StrayCardsTest::aTillThatGoesOnFromACopySaysSo()
{
    touch(*m_tasks, 1);
    QVERIFY(!isSeen(*m_window, u"taskWarning"_s));
    EpochMarks(m_shop->ledgerTables()).setRecoveryDue(true);
    m_window->dataChanged();
    QVERIFY(isSeen(*m_window, u"taskWarning"_s));
}

void StrayCardsTest::whatIsSettledElsewhereMeanwhileChargesNothing()
{
    openTask();
    QTest::keyClicks(QApplication::focusWidget(), u"A44"_s);
    QVERIFY(CardPayments(*m_shop->ledger).decline(m_card));
    finger(u"cardApproved"_s);
    QCOMPARE(m_shop->events("payment.approved"), 0);
    QVERIFY2(said().contains(u"not open any more"_s), qPrintable(said()));
    QCOMPARE(m_tasks->badge(), 0);
}

void StrayCardsTest::everyControlFitsAFingerAndHasAName()
{
    touch(*m_tasks, 1);
    QCOMPARE(unfitControls(*m_window).join(u'\n'), QString());
    QVERIFY(CardPayments(*m_shop->ledger).approve(m_card, u"A1"_s));
    m_window->dataChanged();
    QVERIFY(isSeen(*m_window, u"cardSale"_s));
    QCOMPARE(unfitControls(*m_window).join(u'\n'), QString());
}

} // namespace evertill

QTEST_MAIN(evertill::StrayCardsTest)
#include "tst_stray_cards.moc"

#include "core/catalog/scanned_code.h"
#include "core/sale/sale_table.h"
#include "tests/ui/sell/purses_known.h"
#include "tests/ui/sell/sell_window.h"
#include "ui/theme/style_sheet.h"

#include <QApplication>
#include <QScopeGuard>
#include <QShortcut>

using namespace Qt::StringLiterals;

namespace evertill {
/// Paying with points and on account at the real widgets.
class OwnMoneyPayingTest final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void pointsPayWhatTheOmsKept();
    void onlyWholePointsPay();
    void theAccountPaysTheRest();
    void keysAloneDoTheSame();
    void noKeyOfTheScreenMeansTwoThings();
    void everyWayToPayFitsTheSmallestScreen();
    void nobodysTicketHasNeither();
    void offlineTheShopTakesUpToItsLimit();
    void noPointsIsSaidAndNothingIsTaken();
    void escStopsWaitingAndTheLateAnswerIsLetGo();
    void givenBackIsLetGoAndOnlyThenTheCustomerGoes();
    void everyControlFitsAFinger();
    void cleanup() { m_till.reset(); }

private:
    void beginToPay(bool isTheirs = true)
    {
        m_till->scan(m_till->milk.gtin);
        if (isTheirs)
            m_till->scan(m_number);
        m_till->press(u"pay"_s);
    }
    void takeEverything()
    {
        m_till->counter->config.giftCards = {true, 0};
        m_till->counter->config.vouchers.areTaken = true;
        m_till->counter->config.foreignCash = {
            {*Currency::fromCode(u"USD"), ExchangeRate::parse(u"0.92").value(), 100}};
    }
    void keep(std::int64_t units)
    {
        m_desk.answer(PurseHold{units});
        QCoreApplication::processEvents();
    }
    void say(Code code)
    {
        m_desk.answer(refuse(code, {{u"card"_s, m_number.right(4)}}));
        QCoreApplication::processEvents();
    }
    [[nodiscard]] Sale lastSale() { return SaleTable(m_till->counter->reader).latest(1).front(); }
    [[nodiscard]] QString shown() { return words(*m_till->window); }

    std::unique_ptr<SellWindow> m_till;
    PursesKnown m_desk;
    QString m_number;
};

void OwnMoneyPayingTest::init()
{
    m_till = std::make_unique<SellWindow>();
    m_desk = {};
    m_till->counter->config.customers = {true, {1, 1, {}, 100}, {true, 120}};
    m_till->counter->services.customers = &m_desk;
    m_number = houseCode(ScannedCode::Customer, u"4000123456"_s).value();
    m_till->restart();
}

void OwnMoneyPayingTest::pointsPayWhatTheOmsKept()
{
    beginToPay();
    m_till->press(u"payPoints"_s);
    QVERIFY(shown().contains(u"Asking the head office"_s));
    QCOMPARE(m_desk.wanted, 149);
    QCOMPARE(m_till->sales(), 0);
    keep(49);
    QCOMPARE(m_till->amount(u"amountDue"_s), m_till->counter->money(100));
    QVERIFY(shown().contains(u"Points (49)"_s));
    m_till->press(u"note1"_s);
    const Sale sale = lastSale();
    QCOMPARE(sale.tenders.front().points, 49);
    QVERIFY(!sale.tenders.front().hold.isNull());
    QCOMPARE(sale.customer->points, 1);
}

void OwnMoneyPayingTest::onlyWholePointsPay()
{
    m_till->counter->config.customers.points.worth = 10;
    beginToPay();
    m_till->press(u"payPoints"_s);
    QCOMPARE(m_desk.wanted, 14);
    keep(14);
    QCOMPARE(m_till->amount(u"amountDue"_s), m_till->counter->money(9));
    // Less than a point is due.
    m_till->press(u"payPoints"_s);
    QVERIFY(isSeen(*m_till->window, u"payCash"_s));
}

void OwnMoneyPayingTest::theAccountPaysTheRest()
{
    beginToPay();
    QVERIFY2(shown().contains(u"500 points · up to €30.00 on account"_s), qPrintable(shown()));
    m_till->press(u"payOnAccount"_s);
    QCOMPARE(m_desk.asked, Purse::Account);
    keep(149);
    QCOMPARE(m_till->sales(), 1);
    QCOMPARE(lastSale().tenders.front().kind, TenderKind::OnAccount);
    QCOMPARE(lastSale().tenders.front().customer, customerCardWith(m_number));
}

void OwnMoneyPayingTest::keysAloneDoTheSame()
{
    m_till->scan(m_till->milk.gtin);
    m_till->scan(m_number);
    QTest::keyClick(m_till->window.get(), Qt::Key_F12);
    // At the field that has the keyboard: it keeps neither key for itself.
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_P, Qt::ControlModifier);
    QCOMPARE(m_desk.asked, Purse::Points);
    say(Code::Unreachable);
    QTest::keyClick(m_till->window.get(), Qt::Key_F10);
    QVERIFY(shown().contains(u"Asking the head office"_s));
    say(Code::Unreachable);
    QTest::keyClick(m_till->window.get(), Qt::Key_F9);
    QCOMPARE(m_till->amount(u"amountDue"_s), m_till->counter->money(49));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_O, Qt::ControlModifier);
    QCOMPARE(m_desk.asked, Purse::Account);
    keep(49);
    QCOMPARE(m_till->sales(), 1);
}

void OwnMoneyPayingTest::noKeyOfTheScreenMeansTwoThings()
{
    takeEverything();
    const auto twice = [this] {
        QStringList keys;
        QStringList found;
        for (const QShortcut *shortcut : m_till->window->findChildren<QShortcut *>()) {
            const auto *widget = qobject_cast<QWidget *>(shortcut->parent());
            const QString key = shortcut->key().toString();
            if (!widget || !widget->isVisible() || !shortcut->isEnabled() || key.isEmpty())
                continue;
            (keys.contains(key) ? found : keys).append(key);
        }
        return found;
    };
    beginToPay();
    QVERIFY(isSeen(*m_till->window, u"payVoucher"_s) && isSeen(*m_till->window, u"payForeign"_s));
    QCOMPARE(twice(), QStringList());
    QCOMPARE(unfitControls(*m_till->room), QStringList());
    m_till->press(u"payPoints"_s);
    say(Code::Unreachable);
    QCOMPARE(twice(), QStringList());
}

void OwnMoneyPayingTest::everyWayToPayFitsTheSmallestScreen()
{
    takeEverything();
    const QString before = qApp->styleSheet();
    const auto plain = qScopeGuard([&] { qApp->setStyleSheet(before); });
    applyTheme(*qApp, Theme::light());
    m_till->restart();
    const auto isSmall = [this] {
        QCoreApplication::processEvents();
        const QSize least = m_till->window->minimumSizeHint();
        if (least.width() > 1024 || least.height() > 768)
            qWarning("%d x %d", least.width(), least.height());
        return least.width() <= 1024 && least.height() <= 768;
    };
    QVERIFY(isSmall());
    beginToPay();
    QVERIFY(isSmall());
    m_till->press(u"payPoints"_s);
    keep(49);
    QVERIFY(isSmall());
    m_till->press(u"payPoints"_s);
    say(Code::Unreachable);
    QVERIFY(isSmall());
    QTest::keyClick(m_till->window.get(), Qt::Key_Escape);
    QTest::keyClicks(part<AmountField>(*m_till->window, u"cashAmount"_s), u"900"_s);
    m_till->press(u"payPoints"_s);
    QVERIFY(isSeen(*m_till->window, u"payNotice"_s));
    QVERIFY(isSmall());
}

void OwnMoneyPayingTest::nobodysTicketHasNeither()
{
    beginToPay(false);
    QVERIFY(!isSeen(*m_till->window, u"payPoints"_s));
    QVERIFY(!isSeen(*m_till->window, u"payOnAccount"_s));
    // The card is shown at the last moment.
    m_till->scan(m_number);
    QVERIFY(isSeen(*m_till->window, u"payPoints"_s));
}

void OwnMoneyPayingTest::offlineTheShopTakesUpToItsLimit()
{
    beginToPay();
    m_till->press(u"payPoints"_s);
    say(Code::Unreachable);
    m_till->press(u"ownMoneyOffline"_s);
    QCOMPARE(m_till->amount(u"amountDue"_s), m_till->counter->money(49));
    m_till->press(u"payPoints"_s);
    say(Code::Unreachable);
    QVERIFY(!isSeen(*m_till->window, u"ownMoneyOffline"_s));
    QTest::keyClick(m_till->window.get(), Qt::Key_Escape);
    m_till->press(u"payOnAccount"_s);
    say(Code::Unreachable);
    m_till->press(u"ownMoneyOffline"_s);
    QCOMPARE(m_till->sales(), 1);
    QVERIFY(lastSale().tenders.front().hold.isNull());
}

void OwnMoneyPayingTest::noPointsIsSaidAndNothingIsTaken()
{
    beginToPay();
    m_till->press(u"payPoints"_s);
    say(Code::NoPoints);
    QVERIFY(shown().contains(u"no points to pay with"_s));
    QVERIFY(!isSeen(*m_till->window, u"ownMoneyOffline"_s));
    QCOMPARE(m_till->sales(), 0);
}

void OwnMoneyPayingTest::escStopsWaitingAndTheLateAnswerIsLetGo()
{
    beginToPay();
    m_till->press(u"payPoints"_s);
    QTest::keyClick(m_till->window.get(), Qt::Key_Escape);
    QVERIFY(isSeen(*m_till->window, u"payCash"_s));
    keep(149);
    QCOMPARE(m_desk.released, m_desk.holds);
    QCOMPARE(m_till->sales(), 0);
}

void OwnMoneyPayingTest::givenBackIsLetGoAndOnlyThenTheCustomerGoes()
{
    beginToPay();
    m_till->press(u"payPoints"_s);
    keep(49);
    m_till->press(u"takeOffCustomer"_s);
    QVERIFY(isSeen(*m_till->window, u"customerName"_s));
    m_till->press(u"giveBack1"_s);
    QCOMPARE(m_desk.released, m_desk.holds);
    m_till->press(u"takeOffCustomer"_s);
    QVERIFY(!isSeen(*m_till->window, u"customerName"_s));
    QVERIFY(!isSeen(*m_till->window, u"payPoints"_s));
}

void OwnMoneyPayingTest::everyControlFitsAFinger()
{
    beginToPay();
    QCOMPARE(unfitControls(*m_till->room), QStringList());
    m_till->press(u"payPoints"_s);
    say(Code::Unreachable);
    QCOMPARE(unfitControls(*m_till->room), QStringList());
}

} // namespace evertill

QTEST_MAIN(evertill::OwnMoneyPayingTest)
#include "tst_own_money.moc"

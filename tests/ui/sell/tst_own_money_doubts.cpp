#include "core/catalog/scanned_code.h"
#include "core/sale/sale_table.h"
#include "tests/ui/sell/purses_known.h"
#include "tests/ui/sell/sell_window.h"

using namespace Qt::StringLiterals;

namespace evertill {

/// What may happen while the head office is being asked whether points or an account pay.
class OwnMoneyDoubtsTest final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void aQuantityThatWasAskedForMeanwhileChangesNoSoldTicket();
    void askedAgainItIsTheSameHoldThatNobodyHeardOf();
    void whatNobodyHeardOfIsLetGo_data();
    void whatNobodyHeardOfIsLetGo();
    void aCardThatNobodyKnowsLeavesTheTicketOnceNobodyIsAsked();
    void whatIsRefusedWhilePayingIsSaidThere();
    void lessThanAPointIsSaidToBeThat();
    void cleanup() { m_till.reset(); }

private:
    void beginToPay()
    {
        m_till->scan(m_till->milk.gtin);
        m_till->scan(m_number);
        m_till->press(u"pay"_s);
    }
    void answer(const Result<PurseHold> &with)
    {
        m_desk.answer(with);
        QCoreApplication::processEvents();
    }
    void noAnswer() { answer(refuse(Code::Unreachable)); }
    void escape() { QTest::keyClick(m_till->window.get(), Qt::Key_Escape); }
    [[nodiscard]] QString shown() { return words(*m_till->window); }

    std::unique_ptr<SellWindow> m_till;
    PursesKnown m_desk;
    QString m_number;
};

void OwnMoneyDoubtsTest::init()
{
    m_till = std::make_unique<SellWindow>();
    m_desk = {};
    m_till->counter->config.customers = {true, {1, 10, {}, 100}, {true, 120}};
    m_till->counter->services.customers = &m_desk;
    m_number = houseCode(ScannedCode::Customer, u"4000123456"_s).value();
    m_till->restart();
}

/// The answer completed the sale behind the page, and Enter then asked for a line that was selected no more.
void OwnMoneyDoubtsTest::aQuantityThatWasAskedForMeanwhileChangesNoSoldTicket()
{
    beginToPay();
    m_till->press(u"payOnAccount"_s);
    m_till->press(u"quantity"_s);
    auto *field = part<QLineEdit>(*m_till->window, u"quantityField"_s);
    field->setText(u"2"_s);
    answer(PurseHold{149});
    QCOMPARE(m_till->sales(), 1);
    QVERIFY(shown().contains(u"Ticket, paid"_s));
    QVERIFY(!isSeen(*m_till->window, u"quantityField"_s));
    Q_EMIT field->returnPressed();
    QCOMPARE(m_till->amount(u"total"_s), m_till->counter->money(149));
    QVERIFY(shown().contains(u"Ticket, paid"_s));
}

void OwnMoneyDoubtsTest::askedAgainItIsTheSameHoldThatNobodyHeardOf()
{
    beginToPay();
    m_till->press(u"payPoints"_s);
    noAnswer();
    m_till->press(u"ownMoneyAgain"_s);
    QCOMPARE(m_desk.holds.size(), std::size_t(2));
    QCOMPARE(m_desk.holds[0], m_desk.holds[1]);
    answer(PurseHold{14});
    QVERIFY(m_desk.released.empty());
    // The next one is another.
    m_till->press(u"payOnAccount"_s);
    QVERIFY(m_desk.holds[2] != m_desk.holds[0]);
    answer(refuse(Code::NoCredit, {{u"card"_s, m_number.right(4)}}));
    m_till->press(u"ownMoneyAgain"_s);
    QVERIFY(m_desk.holds[3] != m_desk.holds[2]);
}

void OwnMoneyDoubtsTest::whatNobodyHeardOfIsLetGo_data()
{
    QTest::addColumn<QString>("by");
    QTest::newRow("Esc") << u"esc"_s;
    QTest::newRow("Esc, before it is known that no answer comes") << u"esc first"_s;
    QTest::newRow("taken offline") << u"offline"_s;
    QTest::newRow("the customer is taken off") << u"customer"_s;
}

void OwnMoneyDoubtsTest::whatNobodyHeardOfIsLetGo()
{
    QFETCH(QString, by);
    beginToPay();
    m_till->press(u"payOnAccount"_s);
    if (by == u"esc first")
        escape();
    noAnswer();
    if (by == u"esc")
        escape();
    if (by == u"offline")
        m_till->press(u"ownMoneyOffline"_s);
    if (by == u"customer")
        m_till->press(u"takeOffCustomer"_s);
    QCOMPARE(m_desk.released, m_desk.holds);
}

void OwnMoneyDoubtsTest::aCardThatNobodyKnowsLeavesTheTicketOnceNobodyIsAsked()
{
    m_desk.thinks = true;
    beginToPay();
    m_till->press(u"payPoints"_s);
    m_desk.found(refuse(Code::UnknownCustomer, {{u"card"_s, m_number.right(4)}}));
    QCoreApplication::processEvents();
    answer(refuse(Code::UnknownCustomer, {{u"card"_s, m_number.right(4)}}));
    escape();
    QVERIFY(!isSeen(*m_till->window, u"customerName"_s));
    m_till->press(u"note1"_s);
    QCOMPARE(m_till->sales(), 1);
    QVERIFY(!SaleTable(m_till->counter->reader).latest(1).front().customer);
}

void OwnMoneyDoubtsTest::whatIsRefusedWhilePayingIsSaidThere()
{
    beginToPay();
    m_till->press(u"payPoints"_s);
    answer(PurseHold{4});
    QVERIFY(!isSeen(*m_till->window, u"payNotice"_s));
    m_till->press(u"takeOffCustomer"_s);
    QVERIFY(isSeen(*m_till->window, u"payNotice"_s));
    // So is more than is due.
    QTest::keyClicks(part<AmountField>(*m_till->window, u"cashAmount"_s), u"900"_s);
    m_till->press(u"payPoints"_s);
    QVERIFY2(shown().contains(u"No more than €1.09 is due."_s), qPrintable(shown()));
}

void OwnMoneyDoubtsTest::lessThanAPointIsSaidToBeThat()
{
    beginToPay();
    m_till->press(u"payPoints"_s);
    answer(PurseHold{14});
    m_till->press(u"payPoints"_s); // 0.09 is due
    QVERIFY2(shown().contains(u"One point is worth €0.10; this is less."_s), qPrintable(shown()));
}

} // namespace evertill

QTEST_MAIN(evertill::OwnMoneyDoubtsTest)
#include "tst_own_money_doubts.moc"

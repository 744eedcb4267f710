#include "core/catalog/scanned_code.h"
#include "core/sale/sale_table.h"
#include "tests/ui/sell/sell_window.h"

#include <QLineEdit>

using namespace Qt::StringLiterals;

namespace evertill {
namespace {

/// The OMS's side: answers when it is told to.
class Desk final : public GiftCardDesk {
public:
    void hold(const GiftCard &, const Uuid &hold, SaleId, Money amount, Held done) override
    {
        wanted = amount;
        holds.push_back(hold);
        answer = std::move(done);
    }
    void release(const GiftCard &, const Uuid &) override { ++released; }
    void balance(const GiftCard &, Currency, Balance) override { }

    Money wanted;
    Held answer;
    std::vector<Uuid> holds;
    int released = 0;
};

} // namespace

/// Paying by gift card at the real widgets: what is kept pays, nobody waits, and what nobody waits for is let
/// go.
class GiftCardPayingTest final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void aScannedCardPaysWhatTheOmsKept();
    void fingersAloneTypeTheDigitsOfTheNumber();
    void aCardWithTooLittlePaysItsPart();
    void escStopsWaitingAndTheLateAnswerIsLetGo();
    void offlineTheShopLendsUpToItsLimit();
    void askedAgainItIsTheSameHoldThatNobodyHeardOf();
    void anEmptyCardIsSaidAndNothingIsTaken();
    void aMistypedNumberIsRefusedBeforeAnybodyIsAsked();
    void givenBackIsLetGo();
    void aShopWithoutGiftCardsShowsNone();
    void everyControlFitsAFinger();
    void cleanup() { m_till.reset(); }

private:
    void beginToPay()
    {
        m_till->scan(m_till->milk.gtin);
        m_till->press(u"pay"_s);
    }
    void keep(std::int64_t minor, std::int64_t left = 0)
    {
        m_desk.answer(GiftCardHold{m_till->counter->money(minor), m_till->counter->money(left), {}});
    }
    [[nodiscard]] Sale lastSale() { return SaleTable(m_till->counter->reader).latest(1).front(); }

    std::unique_ptr<SellWindow> m_till;
    Desk m_desk;
    QString m_number;
};

void GiftCardPayingTest::init()
{
    m_till = std::make_unique<SellWindow>();
    m_desk = {};
    m_till->counter->config.giftCards = {true, 100};
    m_till->counter->services.giftCards = &m_desk;
    m_number = houseCode(ScannedCode::GiftCard, u"7000123456"_s).value();
}

void GiftCardPayingTest::aScannedCardPaysWhatTheOmsKept()
{
    beginToPay();
    m_till->scan(m_number);
    QCOMPARE(m_desk.wanted, m_till->counter->money(149));
    QVERIFY(words(*m_till->window).contains(u"Asking the head office"_s));
    QCOMPARE(m_till->sales(), 0);
    keep(149, 851);
    QCOMPARE(m_till->sales(), 1);
    const Tender paid = lastSale().tenders.front();
    QCOMPARE(paid.kind, TenderKind::GiftCard);
    QCOMPARE(paid.giftCard, giftCardWith(m_number));
    QVERIFY(!paid.hold.isNull());
    QVERIFY(words(*m_till->window).contains(u"**** "_s + m_number.right(4)));
    QVERIFY(!words(*m_till->window).contains(m_number));
}

void GiftCardPayingTest::fingersAloneTypeTheDigitsOfTheNumber()
{
    beginToPay();
    m_till->press(u"payGiftCard"_s);
    part<QLineEdit>(*m_till->window, u"giftCardNumber"_s)->setText(u"7000123456"_s);
    m_till->press(u"payByGiftCard"_s);
    keep(149);
    QCOMPARE(lastSale().tenders.front().giftCard, giftCardWith(m_number));
}

void GiftCardPayingTest::aCardWithTooLittlePaysItsPart()
{
    beginToPay();
    m_till->scan(m_number);
    keep(49);
    QCOMPARE(m_till->sales(), 0);
    QCOMPARE(m_till->amount(u"amountDue"_s), m_till->counter->money(100));
    m_till->press(u"note1"_s);
    QCOMPARE(lastSale().tenders.size(), std::size_t(2));
}

void GiftCardPayingTest::escStopsWaitingAndTheLateAnswerIsLetGo()
{
    beginToPay();
    m_till->scan(m_number);
    QTest::keyClick(m_till->window.get(), Qt::Key_Escape);
    QVERIFY(isSeen(*m_till->window, u"payCash"_s));
    keep(149);
    QCOMPARE(m_desk.released, 1);
    QCOMPARE(m_till->sales(), 0);
    m_till->press(u"note1"_s);
    QCOMPARE(m_till->sales(), 1);
}

void GiftCardPayingTest::offlineTheShopLendsUpToItsLimit()
{
    beginToPay();
    m_till->scan(m_number);
    m_desk.answer(refuse(Code::Unreachable));
    m_till->press(u"giftCardOffline"_s);
    QCOMPARE(m_till->amount(u"amountDue"_s), m_till->counter->money(49));
    m_till->scan(m_number);
    m_desk.answer(refuse(Code::Unreachable));
    QVERIFY(!isSeen(*m_till->window, u"giftCardOffline"_s));
    QTest::keyClick(m_till->window.get(), Qt::Key_Escape);
    m_till->press(u"note1"_s);
    QVERIFY(lastSale().tenders.front().hold.isNull());
    // What was lent counts against the next sale of the shift.
    beginToPay();
    m_till->scan(m_number);
    m_desk.answer(refuse(Code::Unreachable));
    QVERIFY(!isSeen(*m_till->window, u"giftCardOffline"_s));
}

void GiftCardPayingTest::askedAgainItIsTheSameHoldThatNobodyHeardOf()
{
    beginToPay();
    m_till->scan(m_number);
    m_desk.answer(refuse(Code::Unreachable));
    m_till->scan(m_number);
    QCOMPARE(m_desk.holds.size(), std::size_t(2));
    QCOMPARE(m_desk.holds[0], m_desk.holds[1]);
    m_desk.answer(refuse(Code::Unreachable));
    // Another card is another question.
    m_till->scan(houseCode(ScannedCode::GiftCard, u"7000123457"_s).value());
    QCOMPARE(m_desk.released, 1);
    QVERIFY(m_desk.holds[2] != m_desk.holds[0]);
    QTest::keyClick(m_till->window.get(), Qt::Key_Escape);
    m_desk.answer(refuse(Code::Unreachable));
    QTRY_COMPARE(m_desk.released, 2);
}

void GiftCardPayingTest::anEmptyCardIsSaidAndNothingIsTaken()
{
    beginToPay();
    m_till->scan(m_number);
    m_desk.answer(refuse(Code::GiftCardEmpty, {{u"card"_s, m_number.right(4)}}));
    QVERIFY(words(*m_till->window).contains(u"Nothing is left on the gift card"_s));
    QVERIFY(!isSeen(*m_till->window, u"giftCardOffline"_s));
    QCOMPARE(m_till->counter->events("sale.completed"), 0);
}

void GiftCardPayingTest::aMistypedNumberIsRefusedBeforeAnybodyIsAsked()
{
    beginToPay();
    m_till->press(u"payGiftCard"_s);
    part<QLineEdit>(*m_till->window, u"giftCardNumber"_s)->setText(m_number.chopped(1) + u"2"_s);
    m_till->press(u"payByGiftCard"_s);
    QVERIFY(!m_desk.answer);
    QVERIFY(words(*m_till->window).contains(u"misread or mistyped"_s));
}

void GiftCardPayingTest::givenBackIsLetGo()
{
    beginToPay();
    m_till->scan(m_number);
    keep(49);
    m_till->press(u"giveBack1"_s);
    QCOMPARE(m_desk.released, 1);
    QCOMPARE(m_till->amount(u"amountDue"_s), m_till->counter->money(149));
}

void GiftCardPayingTest::aShopWithoutGiftCardsShowsNone()
{
    m_till->counter->config.giftCards = {};
    beginToPay();
    QVERIFY(!isSeen(*m_till->window, u"payGiftCard"_s));
    m_till->scan(m_number);
    QVERIFY(!m_desk.answer);
}

void GiftCardPayingTest::everyControlFitsAFinger()
{
    beginToPay();
    QCOMPARE(unfitControls(*m_till->room), QStringList());
    m_till->press(u"payGiftCard"_s);
    QCOMPARE(unfitControls(*m_till->room), QStringList());
    m_till->scan(m_number);
    m_desk.answer(refuse(Code::Unreachable));
    QCOMPARE(unfitControls(*m_till->room), QStringList());
}

} // namespace evertill

QTEST_MAIN(evertill::GiftCardPayingTest)
#include "tst_gift_cards.moc"

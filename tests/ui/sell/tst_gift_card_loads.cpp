#include "core/catalog/scanned_code.h"
#include "core/sale/sale_table.h"
#include "core/stock/stock_view.h"
#include "tests/ui/sell/sell_window.h"

#include <QLineEdit>

using namespace Qt::StringLiterals;

namespace evertill {
namespace {

class Teller final : public GiftCardDesk {
public:
    void hold(const GiftCard &, const Uuid &, SaleId, Money, Held) override { ++holds; }
    void release(const GiftCard &, const Uuid &) override { }
    void balance(const GiftCard &, Currency, Balance done) override { answer = std::move(done); }

    Balance answer;
    int holds = 0;
};

} // namespace

/// Selling gift cards: a card that is scanned at the counter shows what is on it, and takes more.
class GiftCardLoadsTest final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void aNewCardIsSoldWithGoodsOnOneTicket();
    void aKnownCardShowsWhatIsOnIt();
    void withoutTheOmsItIsLoadedAllTheSame();
    void escLeavesTheTicketAsItWas();
    void nothingAndMoreThanOnePieceAreRefused();
    void theCardOnTheTicketDoesNotPayForItself();
    void goodsThatAreScannedMeanwhileGoOnTheTicket();
    void aCardWhoseNumberIsTypedIsACardToo();
    void everyControlFitsAFinger();
    void cleanup() { m_till.reset(); }

private:
    void load(const QString &amount)
    {
        part<AmountField>(*m_till->window, u"loadAmount"_s)->setText(amount);
        m_till->press(u"loadGiftCard"_s);
    }
    std::unique_ptr<SellWindow> m_till;
    Teller m_desk;
    QString m_number;
};

void GiftCardLoadsTest::init()
{
    m_till = std::make_unique<SellWindow>();
    m_desk = {};
    m_till->counter->config.giftCards = {true, 0};
    m_till->counter->services.giftCards = &m_desk;
    m_number = houseCode(ScannedCode::GiftCard, u"7000123456"_s).value();
}

void GiftCardLoadsTest::aNewCardIsSoldWithGoodsOnOneTicket()
{
    m_till->scan(m_till->milk.gtin);
    m_till->scan(m_number);
    m_desk.answer(refuse(Code::UnknownGiftCard));
    QVERIFY(words(*m_till->window).contains(u"A new card"_s));
    load(u"25"_s);
    QCOMPARE(m_till->lines(), 2);
    m_till->press(u"pay"_s);
    QCOMPARE(m_till->amount(u"amountDue"_s), m_till->counter->money(2649));
    m_till->press(u"note1"_s);
    const Sale sale = SaleTable(m_till->counter->reader).latest(1).front();
    const SaleLine &line = sale.lines.back();
    QCOMPARE(line.giftCard, giftCardWith(m_number));
    QCOMPARE(line.gross, m_till->counter->money(2500));
    QVERIFY(line.tax.isZero());
    // No stock of it, and the number on no paper.
    QCOMPARE(m_till->counter->ledgerTables().number("SELECT COUNT(*) FROM stock_movement"), 1);
    QVERIFY(!line.name.contains(m_number));
}

void GiftCardLoadsTest::aKnownCardShowsWhatIsOnIt()
{
    m_till->scan(m_number);
    QVERIFY(words(*m_till->window).contains(u"Asking the head office"_s));
    m_desk.answer(m_till->counter->money(1234));
    QVERIFY(words(*m_till->window).contains(u"On the card: €12.34"_s));
}

void GiftCardLoadsTest::withoutTheOmsItIsLoadedAllTheSame()
{
    m_till->counter->services.giftCards = nullptr;
    m_till->scan(m_number);
    load(u"10"_s);
    QCOMPARE(m_till->lines(), 1);
    QCOMPARE(m_till->amount(u"total"_s), m_till->counter->money(1000));
}

void GiftCardLoadsTest::escLeavesTheTicketAsItWas()
{
    m_till->scan(m_till->milk.gtin);
    m_till->scan(m_number);
    QTest::keyClick(m_till->window.get(), Qt::Key_Escape);
    m_desk.answer(m_till->counter->money(1234)); // late: nobody looks any more
    QVERIFY(!isSeen(*m_till->window, u"loadGiftCard"_s));
    QCOMPARE(m_till->lines(), 1);
}

void GiftCardLoadsTest::nothingAndMoreThanOnePieceAreRefused()
{
    m_till->scan(m_number);
    load(u"0"_s);
    QVERIFY(words(*m_till->window).contains(u"This amount can't be right."_s));
    load(u"10"_s);
    m_till->press(u"increase"_s);
    QCOMPARE(m_till->amount(u"total"_s), m_till->counter->money(1000));
}

void GiftCardLoadsTest::theCardOnTheTicketDoesNotPayForItself()
{
    m_till->scan(m_number);
    load(u"10"_s);
    m_till->press(u"pay"_s);
    m_till->scan(m_number);
    QVERIFY(words(*m_till->window).contains(u"it can't pay here"_s));
    QCOMPARE(m_desk.holds, 0);
    QTest::keyClick(m_till->window.get(), Qt::Key_Escape);
    m_till->press(u"note1"_s);
    QCOMPARE(m_till->sales(), 1);
}

void GiftCardLoadsTest::goodsThatAreScannedMeanwhileGoOnTheTicket()
{
    m_till->scan(m_number);
    m_till->scan(m_till->milk.gtin);
    QVERIFY(!isSeen(*m_till->window, u"loadGiftCard"_s));
    QCOMPARE(m_till->lines(), 1);
}

void GiftCardLoadsTest::aCardWhoseNumberIsTypedIsACardToo()
{
    auto *field = part<QLineEdit>(*m_till->window, u"scanField"_s);
    field->setText(m_number.toLower());
    QTest::keyClick(field, Qt::Key_Return);
    QVERIFY(isSeen(*m_till->window, u"loadGiftCard"_s));
}

void GiftCardLoadsTest::everyControlFitsAFinger()
{
    m_till->scan(m_number);
    QCOMPARE(unfitControls(*m_till->room), QStringList());
}

} // namespace evertill

QTEST_MAIN(evertill::GiftCardLoadsTest)
#include "tst_gift_card_loads.moc"

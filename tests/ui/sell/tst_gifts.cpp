#include "core/sale/sale_table.h"
#include "tests/core/offers/rules.h"
#include "tests/ui/sell/sell_window.h"

using namespace Qt::StringLiterals;

namespace evertill {

/// What comes free with the ticket, at the real widgets, in the real window, with no network anywhere.
class GiftsTest final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_till = std::make_unique<SellWindow>();
        m_towel = m_till->counter->stock({u"TOWEL"_s, u"Tea towel"_s, u"4012345678901"_s, 495});
        m_till->counter->tell(u"tea-time"_s, Entity::Promotion, test::towelWithTwo(u"E1"_s));
    }
    void anEarnedGiftIsOfferedAndOneKeyAddsIt();
    void oneTouchAddsAllOfThem();
    void aGiftThatIsScannedIsFreeAsWell();
    void nobodyHasToTakeIt();
    void whatNoLongerEarnsItTakesTheOfferAway();
    void whatCannotBeHandedOutHoldsUpNothing_data();
    void whatCannotBeHandedOutHoldsUpNothing();
    void aGiftForAdultsAsksForTheAge();
    void theOfferStandsAgainAfterAStop();
    void everyGiftFitsTheFingerAndSaysWhatItIs();
    void theReceiptSaysWhatWasFree();
    void whoPaysMayStillTakeIt();
    void aCouponForAGiftCountsAndIsTakenOff();
    void whatIsToldAsFreeMakesNoTicketDearer();
    void aCouponWhoseGiftIsGoneSaysSo();
    void cleanup() { m_till.reset(); }

private:
    [[nodiscard]] Money total() const { return m_till->amount(u"total"_s); }
    [[nodiscard]] Money money(std::int64_t minor) const { return m_till->counter->money(minor); }
    [[nodiscard]] bool isOffered() const { return isSeen(*m_till->window, u"addGift"_s); }
    [[nodiscard]] Sale lastSale() const
    {
        return SaleTable(m_till->counter->ledgerTables()).latest(1).front();
    }
    [[nodiscard]] static ProductRow product(const QString &sku, const QString &name)
    {
        ProductRow row;
        row.sku = sku;
        row.name = name;
        row.unit = u"ea"_s;
        row.price = 700;
        row.tax = u"A"_s;
        return row;
    }
    void scanMilk(int pieces)
    {
        for (int i = 0; i < pieces; ++i)
            m_till->scan(m_till->milk.gtin);
    }
    void payInCash()
    {
        m_till->press(u"pay"_s);
        m_till->giveCash(u"50"_s);
    }

    std::unique_ptr<SellWindow> m_till;
    Counter::Goods m_towel;
};

void GiftsTest::anEarnedGiftIsOfferedAndOneKeyAddsIt()
{
    scanMilk(1);
    QVERIFY(!isOffered());
    scanMilk(1);
    QCOMPARE(total(), money(298));
    QVERIFY2(words(*m_till->window).contains(u"Free with \u201cTea time\u201d: Tea towel"_s),
        qPrintable(words(*m_till->window)));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Insert);
    QVERIFY(!isOffered());
    QCOMPARE(m_till->lines(), 2);
    QCOMPARE(total(), money(298));
    QVERIFY(words(*m_till->window).contains(u"You save\n€4.95"_s));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Insert); // nothing is left to add
    QCOMPARE(m_till->lines(), 2);
    payInCash();
    const Sale sale = lastSale();
    QCOMPARE(sale.total, money(298));
    QCOMPARE(sale.lines.at(1).sku, u"TOWEL"_s);
    QCOMPARE(sale.lines.at(1).gross, money(0));
    QCOMPARE(sale.discounts.at(0).promotion, u"tea-time"_s);
}

void GiftsTest::oneTouchAddsAllOfThem()
{
    scanMilk(5);
    QVERIFY(words(*m_till->window).contains(u"Free with \u201cTea time\u201d: 2 × Tea towel"_s));
    m_till->press(u"addGift"_s);
    QTRY_VERIFY(!isOffered());
    QCOMPARE(total(), money(5 * 149));
    scanMilk(1);
    QVERIFY(isOffered());
    m_till->press(u"addGift"_s);
    QTRY_VERIFY(!isOffered());
    QCOMPARE(m_till->lines(), 2);
    QCOMPARE(total(), money(6 * 149));
    m_till->scan(m_towel.gtin); // one more than is free
    QCOMPARE(total(), money(6 * 149 + 495));
}

void GiftsTest::aGiftThatIsScannedIsFreeAsWell()
{
    m_till->scan(m_towel.gtin);
    scanMilk(1);
    QCOMPARE(total(), money(495 + 149));
    scanMilk(1);
    QCOMPARE(total(), money(298));
    QVERIFY(!isOffered());
}

void GiftsTest::nobodyHasToTakeIt()
{
    scanMilk(2);
    payInCash();
    QVERIFY(!isOffered());
    QVERIFY(lastSale().discounts.empty());
    m_till->scan(m_till->bread.gtin); // the next customer's
    QVERIFY(!isOffered());
    QCOMPARE(total(), money(281));
}

void GiftsTest::whatNoLongerEarnsItTakesTheOfferAway()
{
    scanMilk(2);
    QVERIFY(isOffered());
    m_till->press(u"decrease"_s);
    QVERIFY(!isOffered());
    m_till->press(u"increase"_s);
    m_till->press(u"addGift"_s);
    QTRY_COMPARE(total(), money(298));
    m_till->press(u"removeLine"_s); // the gift, which was added last
    QCOMPARE(m_till->lines(), 1);
    QVERIFY(isOffered());
}

void GiftsTest::whatCannotBeHandedOutHoldsUpNothing_data()
{
    QTest::addColumn<QString>("sku");
    QTest::newRow("not in the catalogue") << u"NOWHERE"_s;
    QTest::newRow("weighed") << u"TEA"_s;
    QTest::newRow("with no price of its own") << u"ROSES"_s;
    QTest::newRow("called back") << u"CUP"_s;
}

void GiftsTest::whatCannotBeHandedOutHoldsUpNothing()
{
    QFETCH(QString, sku);
    m_till->counter->stock({u"TEA"_s, u"Tea"_s, u"4012345678918"_s, 1990, u"kg"_s});
    ProductRow roses = product(u"ROSES"_s, u"Roses"_s);
    roses.price = 0;
    roses.isOpenPrice = true;
    m_till->counter->tell(roses.sku, Entity::Product, roses);
    ProductRow cup = product(u"CUP"_s, u"Cup"_s);
    cup.recalledLots = {u"*"_s};
    m_till->counter->tell(cup.sku, Entity::Product, cup);
    m_till->counter->tell(u"odd"_s, Entity::Promotion,
        test::rule(
            u"odd"_s, R"("priority":5,"benefits":[{"kind":"gift","gift_sku":")" + sku.toUtf8() + "\"}]"));
    scanMilk(1);
    QVERIFY(!isOffered());
    QCOMPARE(total(), money(149));
    scanMilk(1);
    QVERIFY(words(*m_till->window).contains(u"Tea towel"_s)); // the other promotion's
    m_till->press(u"addGift"_s);
    QTRY_COMPARE(m_till->lines(), 2);
    payInCash();
    QCOMPARE(lastSale().total, money(298));
}

void GiftsTest::aGiftForAdultsAsksForTheAge()
{
    ProductRow wine = product(u"WINE"_s, u"Wine"_s);
    wine.minAge = 18;
    m_till->counter->tell(wine.sku, Entity::Product, wine);
    m_till->counter->tell(u"wine"_s, Entity::Promotion,
        test::rule(u"wine"_s, R"("benefits":[{"kind":"gift","gift_sku":"WINE"}])"));
    scanMilk(1);
    QVERIFY(words(*m_till->window).contains(u"Free: Wine"_s));
    m_till->press(u"addGift"_s);
    QTRY_VERIFY(words(*m_till->window).contains(u"Check the age: 18 or older."_s));
    QCOMPARE(total(), money(149));
}

void GiftsTest::theOfferStandsAgainAfterAStop()
{
    scanMilk(2);
    m_till->restart();
    QVERIFY(isOffered());
    m_till->press(u"addGift"_s);
    QTRY_VERIFY(!isOffered());
    m_till->restart();
    QVERIFY(!isOffered());
    QCOMPARE(total(), money(298));
}

void GiftsTest::everyGiftFitsTheFingerAndSaysWhatItIs()
{
    for (const char *sku : {"TOWEL", "E2"})
        m_till->counter->tell(QString::fromLatin1(sku), Entity::Promotion,
            test::rule(QString::fromLatin1(sku),
                QByteArray(R"("name":"A gift with a rather long name, for all who come today",)")
                    + R"("benefits":[{"kind":"gift","gift_sku":")" + sku + "\"}]"));
    scanMilk(2);
    m_till->window->resize(1024, 768);
    QCOMPARE(unfitControls(*m_till->window), QStringList());
    QCOMPARE(
        part<BigButton>(*m_till->window, u"addGift"_s)->accessibleName().right(16), u", free of charge"_s);
}

void GiftsTest::theReceiptSaysWhatWasFree()
{
    scanMilk(2);
    m_till->press(u"addGift"_s);
    QTRY_COMPARE(m_till->lines(), 2);
    payInCash();
    QFile text(m_till->counter->folder() + u"/receipts/"_s + lastSale().receipt.text() + u".txt"_s);
    QVERIFY2(text.open(QIODevice::ReadOnly), qPrintable(text.fileName()));
    const QString paper = QString::fromUtf8(text.readAll());
    QVERIFY2(paper.contains(QRegularExpression(u"Tea towel +[A-Z]? *4[.]95"_s)), qPrintable(paper));
    QVERIFY2(paper.contains(QRegularExpression(u"Tea time +-4[.]95"_s)), qPrintable(paper));
    QVERIFY2(paper.contains(QRegularExpression(u"You saved +4[.]95"_s)), qPrintable(paper));
}

void GiftsTest::whoPaysMayStillTakeIt()
{
    scanMilk(2);
    m_till->press(u"pay"_s);
    QVERIFY(isOffered());
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Insert);
    QVERIFY(!isOffered());
    m_till->giveCash(u"50"_s);
    const Sale sale = lastSale();
    QCOMPARE(sale.total, money(298));
    QCOMPARE(sale.change, money(5000 - 298));
    QCOMPARE(sale.lines.size(), std::size_t(2));
}

void GiftsTest::aCouponForAGiftCountsAndIsTakenOff()
{
    m_till->counter->tell(
        u"tea-time"_s, Entity::Promotion, test::towelWithTwo(u"E1"_s, R"(,"coupons":["TEA"])"));
    scanMilk(2);
    QVERIFY(!isOffered());
    m_till->scan(u"TEA"_s);
    QVERIFY(isOffered());
    QVERIFY(words(*m_till->window).contains(u"Coupon TEA counts."_s));
    m_till->press(u"takeOffCoupon"_s);
    QTRY_VERIFY(!isOffered());
    m_till->scan(u"TEA"_s);
    m_till->press(u"addGift"_s);
    QTRY_COMPARE(m_till->lines(), 2);
    QVERIFY(words(*m_till->window).contains(u"Coupon TEA counts."_s));
    payInCash();
    QCOMPARE(lastSale().discounts.at(0).coupon, u"TEA"_s);
    QCOMPARE(lastSale().total, money(298));
}

void GiftsTest::whatIsToldAsFreeMakesNoTicketDearer()
{
    m_till->counter->tell(u"tea-time"_s, Entity::Promotion,
        test::rule(u"tea-time"_s,
            R"("when":[{"max_amount":400}],"benefits":[{"kind":"gift","gift_sku":"TOWEL","gift_units":2}])"));
    scanMilk(2);
    QVERIFY(!isOffered());
    QCOMPARE(total(), money(298));
}

void GiftsTest::aCouponWhoseGiftIsGoneSaysSo()
{
    m_till->counter->tell(u"tea-time"_s, Entity::Promotion,
        test::rule(u"tea-time"_s, R"("coupons":["TEA"],"benefits":[{"kind":"gift","gift_sku":"GONE"}])"));
    scanMilk(1);
    m_till->scan(u"TEA"_s);
    QVERIFY(!isOffered());
    QVERIFY2(words(*m_till->window).contains(u"Coupon TEA: its gift can't be handed out here."_s),
        qPrintable(words(*m_till->window)));
    m_till->press(u"takeOffCoupon"_s);
    QTRY_VERIFY(!words(*m_till->window).contains(u"TEA"_s));
}

} // namespace evertill

QTEST_MAIN(evertill::GiftsTest)
#include "tst_gifts.moc"

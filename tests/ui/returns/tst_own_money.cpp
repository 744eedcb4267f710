#include "core/catalog/scanned_code.h"
#include "tests/ui/returns/sold.h"
#include "ui/returns/returns_room.h"
#include "ui/widgets/amount_label.h"
#include "ui/widgets/big_button.h"

using namespace Qt::StringLiterals;

namespace evertill {

/// What a customer's points and account paid goes back there, whatever else is chosen.
class OwnMoneyBackTest final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void asPaidItGoesBackToWhereItCameFrom();
    void theRestAloneCanBeCash();
    void whatIsAllTheirsAsksForNoCardAndNoCode();
    void lessThanAPointIsNotGivenAndSaidSo();
    void cleanup() { m_sold.reset(); }

private:
    [[nodiscard]] Tender own(TenderKind kind, std::int64_t minor, std::int64_t points = 0)
    {
        Tender tender{kind, m_sold->money(minor)};
        tender.customer = m_card;
        tender.points = points;
        return tender;
    }
    /// Three breads of 3.33, paid by \a tenders without asking.
    Sale sell(std::vector<Tender> tenders)
    {
        Cart cart;
        cart.id = SaleId(m_sold->random.uuid(m_sold->clock.now()));
        cart.currency = m_sold->config.currency;
        cart.lines = {{.sku = u"B"_s,
            .name = u"Bread"_s,
            .quantity = Quantity::pieces(3),
            .price = m_sold->money(333),
            .taxCode = u"A"_s,
            .taxRate = {},
            .discount = m_sold->money(0)}};
        cart.customer = TicketCustomer{m_card, {}};
        cart.tenders = std::move(tenders);
        return CompleteSale(*m_sold->ledger, m_sold->config).run(cart).value();
    }

    std::unique_ptr<Sold> m_sold;
    const CustomerCard m_card = customerCardWith(houseCode(ScannedCode::Customer, u"4000123456"_s).value());
};

void OwnMoneyBackTest::init()
{
    m_sold = std::make_unique<Sold>();
    m_sold->config.customers = {true, {1, 10, {}, 10'000}, {true, 10'000}};
}

void OwnMoneyBackTest::asPaidItGoesBackToWhereItCameFrom()
{
    const Sale sale =
        sell({own(TenderKind::Points, 200, 20), own(TenderKind::OnAccount, 300), m_sold->cashOf(499)});
    ReturnsRoom room(m_sold->services, m_sold->printer);
    open(room);
    find(room, sale.receipt);
    QVERIFY2(words(room).contains(u"€4.99 in cash · €2.00 in points · €3.00 on account"_s),
        qPrintable(words(room)));
    press(room, u"everything"_s);
    press(room, u"reason1"_s);
    QVERIFY2(words(room).contains(u"€4.99 in cash, €2.00 in points, €3.00 off the account"_s),
        qPrintable(words(room)));
    QCOMPARE(unfitControls(room).join(u'\n'), QString());
    QTest::keyClick(&room, Qt::Key_F12);
    QCOMPARE(m_sold->lastReturn().tenders,
        (std::vector<Tender>{
            own(TenderKind::Points, 200, 20), own(TenderKind::OnAccount, 300), m_sold->cashOf(499)}));
    QCOMPARE(m_sold->lastReturn().customer->points, sale.customer->points);
    QVERIFY2(words(room).contains(u"Give back in cash"_s), qPrintable(words(room)));
    QVERIFY2(words(room).contains(u"€2.00 went back in points, €3.00 went off the account"_s),
        qPrintable(words(room)));
}

void OwnMoneyBackTest::theRestAloneCanBeCash()
{
    const Sale sale =
        sell({own(TenderKind::OnAccount, 300), {TenderKind::Card, m_sold->money(699), u"A1"_s}});
    ReturnsRoom room(m_sold->services, m_sold->printer);
    open(room);
    find(room, sale.receipt);
    press(room, u"everything"_s);
    press(room, u"reason1"_s);
    QTest::keyClick(&room, Qt::Key_F10);
    QVERIFY2(words(room).contains(u"€6.99 in cash, €3.00 off the account"_s), qPrintable(words(room)));
    press(room, u"refund"_s);
    QCOMPARE(m_sold->lastReturn().tenders,
        (std::vector<Tender>{own(TenderKind::OnAccount, 300), m_sold->cashOf(699)}));
}

void OwnMoneyBackTest::whatIsAllTheirsAsksForNoCardAndNoCode()
{
    m_sold->config.giftCards = {true, 0};
    const Sale sale =
        sell({own(TenderKind::Points, 500, 50), {TenderKind::Card, m_sold->money(499), u"A1"_s}});
    ReturnsRoom room(m_sold->services, m_sold->printer);
    open(room);
    find(room, sale.receipt);
    press(room, u"refundToGiftCard"_s);
    QVERIFY(isSeen(room, u"refundGiftCardNumber"_s));
    QTest::keyClick(quantity(room, u"Bread"_s), Qt::Key_Plus);
    press(room, u"reason1"_s);
    QVERIFY(!isSeen(room, u"refundGiftCardNumber"_s));
    press(room, u"refundToCard"_s);
    QVERIFY(!isSeen(room, u"approvalCode"_s));
    press(room, u"everything"_s);
    QVERIFY(isSeen(room, u"approvalCode"_s));
    press(room, u"refundToGiftCard"_s);
    QVERIFY(!isSeen(room, u"approvalCode"_s));
    QVERIFY(isSeen(room, u"refundGiftCardNumber"_s));
    QVERIFY(!part<BigButton>(room, u"refund"_s)->isEnabled());
    QTest::keyClick(quantity(room, u"Bread"_s), Qt::Key_Minus);
    QTest::keyClick(quantity(room, u"Bread"_s), Qt::Key_Minus);
    press(room, u"refund"_s);
    QCOMPARE(m_sold->lastReturn().tenders, (std::vector<Tender>{own(TenderKind::Points, 330, 33)}));
}

void OwnMoneyBackTest::lessThanAPointIsNotGivenAndSaidSo()
{
    // Points of 0.10, and a bread of 3.33: 33 of them, and 0.03 that wait.
    const Sale sale = sell({own(TenderKind::Points, 990, 99), m_sold->cashOf(9)});
    ReturnsRoom room(m_sold->services, m_sold->printer);
    open(room);
    find(room, sale.receipt);
    QTest::keyClick(quantity(room, u"Bread"_s), Qt::Key_Plus);
    press(room, u"reason1"_s);
    QVERIFY2(words(room).contains(u"€3.30 in points"_s), qPrintable(words(room)));
    press(room, u"refund"_s);
    QCOMPARE(m_sold->lastReturn().tenders, (std::vector<Tender>{own(TenderKind::Points, 330, 33)}));
    QVERIFY2(words(room).contains(u"Credited to the customer"_s), qPrintable(words(room)));
    QCOMPARE(part<AmountLabel>(room, u"refunded"_s)->amount(), m_sold->money(330));
}

} // namespace evertill

QTEST_MAIN(evertill::OwnMoneyBackTest)
#include "tst_own_money.moc"

#include "core/catalog/scanned_code.h"
#include "core/payment/voucher.h"
#include "tests/ui/returns/sold.h"
#include "ui/returns/returns_room.h"
#include "ui/widgets/amount_label.h"
#include "ui/widgets/big_button.h"

using namespace Qt::StringLiterals;

namespace evertill {

/// Money that goes back to gift cards: to those that paid, or as a credit onto any.
class CreditsTest final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aScannedCardGetsTheMoneyAsACredit();
    void aCreditNeedsAWholeNumber();
    void whatAGiftCardPaidGoesBackToIt();
    void aShopWithoutGiftCardsOffersNone();
    void whatAVoucherPaidGoesOntoAGiftCardAndNotIntoThePocket();

private:
    const QString m_number = houseCode(ScannedCode::GiftCard, u"7000123456"_s).value();
};

void CreditsTest::aScannedCardGetsTheMoneyAsACredit()
{
    Sold sold;
    sold.config.giftCards = {true, 0};
    ReturnsRoom room(sold.services, sold.printer);
    open(room);
    find(room, sold.sale.receipt);
    press(room, u"everything"_s);
    press(room, u"reason1"_s);
    QVERIFY(room.takeScan(m_number));
    QCOMPARE(unfitControls(room).join(u'\n'), QString());
    press(room, u"refund"_s);
    QCOMPARE(sold.lastReturn().tenders,
        (std::vector<Tender>{{TenderKind::GiftCard, sold.sale.total, {}, {}, giftCardWith(m_number)}}));
    QVERIFY2(words(room).contains(u"Credited to the gift card"_s), qPrintable(words(room)));
}

void CreditsTest::aCreditNeedsAWholeNumber()
{
    Sold sold;
    sold.config.giftCards = {true, 0};
    ReturnsRoom room(sold.services, sold.printer);
    open(room);
    find(room, sold.sale.receipt);
    press(room, u"everything"_s);
    press(room, u"reason1"_s);
    QTest::keyClick(&room, Qt::Key_G, Qt::ControlModifier);
    auto *number = part<QLineEdit>(room, u"refundGiftCardNumber"_s);
    QVERIFY(!part<BigButton>(room, u"refund"_s)->isEnabled());
    QTest::keyClicks(number, m_number.chopped(1));
    QVERIFY(!part<BigButton>(room, u"refund"_s)->isEnabled());
    QTest::keyClicks(number, m_number.right(1));
    QVERIFY(part<BigButton>(room, u"refund"_s)->isEnabled());
}

void CreditsTest::whatAGiftCardPaidGoesBackToIt()
{
    Sold sold;
    sold.config.giftCards = {true, 0};
    Cart cart;
    cart.id = SaleId(sold.random.uuid(sold.clock.now()));
    cart.currency = sold.config.currency;
    cart.lines = {{.sku = u"B"_s,
        .name = u"Bread"_s,
        .quantity = Quantity::pieces(3),
        .price = sold.money(333),
        .taxCode = u"A"_s,
        .taxRate = {},
        .discount = sold.money(0)}};
    const GiftCard card = giftCardWith(m_number);
    cart.tenders = {{TenderKind::GiftCard, sold.money(500), {}, {}, card, sold.random.uuid(sold.clock.now())},
        sold.cashOf(499)};
    const Sale sale = CompleteSale(*sold.ledger, sold.config).run(cart).value();
    ReturnsRoom room(sold.services, sold.printer);
    open(room);
    find(room, sale.receipt);
    QVERIFY2(words(room).contains(u"€4.99 in cash · €5.00 by gift card"_s), qPrintable(words(room)));
    press(room, u"everything"_s);
    press(room, u"reason1"_s);
    QVERIFY2(words(room).contains(u"€5.00 to the gift card, €4.99 in cash"_s), qPrintable(words(room)));
    press(room, u"refund"_s);
    QCOMPARE(sold.lastReturn().tenders,
        (std::vector<Tender>{{TenderKind::GiftCard, sold.money(500), {}, {}, card}, sold.cashOf(499)}));
    QVERIFY2(words(room).contains(u"€5.00 went to the gift card"_s), qPrintable(words(room)));
}

void CreditsTest::whatAVoucherPaidGoesOntoAGiftCardAndNotIntoThePocket()
{
    Sold sold;
    sold.config.giftCards = {true, 0};
    sold.config.vouchers.areTaken = true;
    Cart cart;
    cart.id = SaleId(sold.random.uuid(sold.clock.now()));
    cart.currency = sold.config.currency;
    cart.lines = {{.sku = u"B"_s,
        .name = u"Bread"_s,
        .quantity = Quantity::pieces(3),
        .price = sold.money(333),
        .taxCode = u"A"_s,
        .taxRate = {},
        .discount = sold.money(0)}};
    cart.tenders = {voucherTender(u"A7"_s, sold.money(500), sold.money(999)).value(), sold.cashOf(499)};
    const Sale sale = CompleteSale(*sold.ledger, sold.config).run(cart).value();
    ReturnsRoom room(sold.services, sold.printer);
    open(room);
    find(room, sale.receipt);
    QVERIFY2(words(room).contains(u"€5.00 by voucher"_s), qPrintable(words(room)));
    QVERIFY(!part<BigButton>(room, u"refundToCash"_s)->isEnabled());
    press(room, u"everything"_s);
    press(room, u"reason1"_s);
    QVERIFY(!part<BigButton>(room, u"refund"_s)->isEnabled());
    QVERIFY(room.takeScan(m_number));
    QVERIFY2(words(room).contains(u"€5.00 to the gift card, €4.99 in cash"_s), qPrintable(words(room)));
    QCOMPARE(unfitControls(room).join(u'\n'), QString());
    press(room, u"refund"_s);
    QCOMPARE(sold.lastReturn().tenders,
        (std::vector<Tender>{
            {TenderKind::GiftCard, sold.money(500), {}, {}, giftCardWith(m_number)}, sold.cashOf(499)}));
}

void CreditsTest::aShopWithoutGiftCardsOffersNone()
{
    Sold sold;
    ReturnsRoom room(sold.services, sold.printer);
    open(room);
    find(room, sold.sale.receipt);
    QVERIFY(!isSeen(room, u"refundToGiftCard"_s));
}

} // namespace evertill

QTEST_MAIN(evertill::CreditsTest)
#include "tst_credits.moc"

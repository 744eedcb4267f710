#include "core/cash/shift_report.h"
#include "core/sale/sale_event.h"
#include "core/sale/sale_table.h"
#include "tests/core/support/test_till.h"

#include <QTest>

using namespace evertill;
using namespace Qt::StringLiterals;

namespace {

const QString kNumber = u"EVG-700012345678K7"_s;

} // namespace

/// Money put on a gift card by a line of a sale: owed to whoever has the card, no goods of the shop.
class GiftCardLoadsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void aLoadIsSoldWithGoodsUntaxedAndOutOfNoStock();
    void theReportSaysWhatOfTheSalesIsOwed();
    void anOpenTicketKeepsIt();
    void refusesWhatIsNoLoad_data();
    void refusesWhatIsNoLoad();
    void aCardDoesNotPayForItself();
    void noDiscountLowersIt();
    void whateverIsOnTheTicketTheGoodsBearTheirTaxAndTheLoadNone();
    void cleanup() { m_till.reset(); }

private:
    [[nodiscard]] CartLine load(std::int64_t minor, const QString &number = kNumber) const
    {
        return CartLine::giftCardLoad(giftCardWith(number), m_till->money(minor), u"Gift card"_s);
    }
    [[nodiscard]] Cart cartOf(const std::vector<CartLine> &lines)
    {
        Cart cart = m_till->newCart();
        for (const CartLine &line : lines)
            (void)cart.add(line).value();
        cart.tenders = {m_till->cash(cart.taxes(m_till->config.tax).total.minor())};
        return cart;
    }
    std::unique_ptr<test::TestTill> m_till;
};

void GiftCardLoadsTest::init()
{
    m_till = std::make_unique<test::TestTill>();
    m_till->config.giftCards = {true, 0};
    m_till->openShift();
}

void GiftCardLoadsTest::aLoadIsSoldWithGoodsUntaxedAndOutOfNoStock()
{
    const Sale sale = m_till->complete(cartOf({m_till->goods(1190), load(2500)})).value();
    const SaleLine &line = sale.lines.back();
    QCOMPARE(line.giftCard, giftCardWith(kNumber));
    QCOMPARE(line.gross, m_till->money(2500));
    QVERIFY(line.tax.isZero());
    QCOMPARE(sale.total, m_till->money(3690));
    QCOMPARE(sale.lines.front().tax, m_till->money(190));
    const auto event = Journal(m_till->database()).at(m_till->ledger->head().position);
    QCOMPARE(saleFrom(*event).value(), sale);
    QCOMPARE(SaleTable(m_till->database()).find(sale.receipt).value(), sale);
    QVERIFY(!event->payload.contains("700012345678"));
    QCOMPARE(m_till->database().number("SELECT COUNT(*) FROM stock_movement"), 1);
    QCOMPARE(m_till->database().number("SELECT COUNT(*) FROM stock_movement WHERE sku='GIFTCARD'"), 0);
}

void GiftCardLoadsTest::theReportSaysWhatOfTheSalesIsOwed()
{
    const Sale sale = m_till->complete(cartOf({m_till->goods(1000), load(2500), load(500)})).value();
    QVERIFY(m_till->complete(cartOf({m_till->goods(300)})));
    const auto report = shiftReport(m_till->database(), sale.shift, m_till->clock.now(), 60);
    QCOMPARE(report->takings.salesTotal, m_till->money(4300));
    QCOMPARE(report->takings.loads, m_till->money(3000));
}

void GiftCardLoadsTest::anOpenTicketKeepsIt()
{
    const Cart cart = cartOf({load(2500), m_till->goods(300)});
    QCOMPARE(Cart::fromJson(cart.toJson()), cart);
}

void GiftCardLoadsTest::refusesWhatIsNoLoad_data()
{
    QTest::addColumn<int>("wrong");
    QTest::newRow("nothing put on it") << 0;
    QTest::newRow("two pieces") << 1;
    QTest::newRow("less than it is worth") << 2;
    QTest::newRow("with a tax") << 3;
    QTest::newRow("no card's reference") << 4;
    QTest::newRow("the shop has no gift cards") << 5;
}

void GiftCardLoadsTest::refusesWhatIsNoLoad()
{
    QFETCH(int, wrong);
    Cart cart = cartOf({load(2500)});
    CartLine &line = cart.lines.front();
    if (wrong == 0)
        line.price = m_till->money(0);
    if (wrong == 1)
        line.quantity = Quantity::pieces(2);
    if (wrong == 2)
        line.discount = m_till->money(100);
    if (wrong == 3)
        line.taxRate = Percentage::partsPerMillion(190'000);
    if (wrong == 4)
        line.giftCard.reference = u"EVG-7"_s;
    if (wrong == 5)
        m_till->config.giftCards = {};
    const auto events = m_till->events();
    const Code code = m_till->complete(cart).error().code;
    QCOMPARE(code, wrong == 1 ? Code::BadQuantity : wrong == 5 ? Code::UnknownGiftCard : Code::BadAmount);
    QCOMPARE(m_till->events(), events);
    if (wrong < 5)
        QVERIFY(!m_till->newCart().add(line));
    QVERIFY(!cart.setPrice(0, m_till->money(100), u"a friend"_s));
}

void GiftCardLoadsTest::aCardDoesNotPayForItself()
{
    const Refusal refusal{Code::GiftCardOnTicket, {{u"card"_s, u"78K7"_s}}};
    Cart cart = cartOf({load(2500)});
    const Uuid hold = m_till->random.uuid(m_till->clock.now());
    cart.tenders = {{TenderKind::GiftCard, m_till->money(2500), {}, {}, giftCardWith(kNumber), hold}};
    const auto events = m_till->events();
    QCOMPARE(m_till->complete(cart).error(), refusal);
    QCOMPARE(m_till->events(), events);
    Cart paying = m_till->newCart();
    paying.tenders = cart.tenders;
    QCOMPARE(paying.add(load(2500)).error(), refusal);
    QVERIFY(paying.isEmpty());
    // Another card may.
    cart.tenders.front().giftCard = giftCardWith(u"EVG-8"_s);
    QVERIFY(m_till->complete(cart));
}

void GiftCardLoadsTest::noDiscountLowersIt()
{
    Cart cart = cartOf({m_till->goods(1000), load(2500)});
    cart.discounts = {{u"p"_s, u"10 %"_s, {}, m_till->money(100), {{1, m_till->money(100)}}}};
    QVERIFY(cart.check());
    cart.discounts.front().shares.front().line = 2;
    QCOMPARE(cart.check().error().code, Code::BadAmount);
}

void GiftCardLoadsTest::whateverIsOnTheTicketTheGoodsBearTheirTaxAndTheLoadNone()
{
    SeededRandom random(20261122);
    for (int round = 0; round < 200; ++round) {
        m_till->config.tax.mode = round % 2 == 0 ? TaxMode::Inclusive : TaxMode::Exclusive;
        std::vector<CartLine> goods;
        std::vector<CartLine> lines;
        Money loaded = m_till->money(0);
        for (std::uint64_t i = 0, count = 1 + random.next64() % 6; i < count; ++i) {
            const auto minor = 1 + std::int64_t(random.next64() % 9999);
            const CartLine line =
                random.next64() % 2 == 0 ? load(minor) : m_till->goods(minor, 1, u"G%1"_s.arg(i));
            lines.push_back(line);
            line.giftCard.isNull() ? goods.push_back(line) : void(loaded += line.price);
        }
        Cart alone = m_till->newCart();
        alone.lines = goods;
        const Taxes plain = alone.taxes(m_till->config.tax);
        const Sale sale = m_till->complete(cartOf(lines)).value();
        QCOMPARE(sale.total, plain.total + loaded);
        Money tax = m_till->money(0);
        for (const TaxTotal &total : sale.taxes)
            tax += total.tax;
        Money plainTax = m_till->money(0);
        for (const TaxTotal &total : plain.totals)
            plainTax += total.tax;
        QCOMPARE(tax, plainTax);
        Money given = -sale.change;
        for (const Tender &tender : sale.tenders)
            given += tender.amount;
        QCOMPARE(sale.total + sale.rounding, given);
    }
}

QTEST_GUILESS_MAIN(GiftCardLoadsTest)
#include "tst_gift_card_loads.moc"

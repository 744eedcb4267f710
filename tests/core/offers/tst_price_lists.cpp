#include "core/audit/replay.h"
#include "core/offers/shop_offers.h"
#include "core/receipt/receipt_builder.h"
#include "core/receipt/text_renderer.h"
#include "core/returns/complete_return.h"
#include "core/sale/sale_event.h"
#include "core/sale/sale_table.h"
#include "tests/core/offers/rules.h"
#include "tests/core/shop/shop.h"
#include "tests/core/support/test_till.h"

#include <QTest>

using namespace evertill;
using namespace Qt::StringLiterals;

/// What the shop's price lists make a ticket cost: by quantity, by hour, by list, and as it was told.
class PriceListsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void theBreakCountsOnceTheQuantityIsReached();
    void theOrderOfScanningDoesNotMatter();
    void theHighestPriorityWinsAtItsHours();
    void aListForACustomersGroupIsNotForEverybody();
    void whatCannotBeSoldByIsSetAside_data();
    void whatCannotBeSoldByIsSetAside();
    void promotionsComeOffTheListsPrice();
    void aPriceSetByHandWins();
    void labelsAndOpenPricesAskNoList();
    void theSaleSaysWhichListAndComesBackAsPaid();
    void aDroppedListCountsNoMore();
    void refusesEventsThatCannotBe();

private:
    void tell(const QString &id, const QByteArray &rest)
    {
        m_shop->tell(PriceListRow{id, "{\"id\":\"" + id.toUtf8() + "\"," + rest + "}"});
    }
    [[nodiscard]] Cart cartOf(const std::vector<CartLine> &lines)
    {
        Cart cart;
        cart.id = SaleId(m_shop->newId());
        cart.currency = m_shop->config.currency;
        for (const CartLine &line : lines) {
            (void)cart.add(line).value();
            (void)m_offers->grant(cart); // after each scan, as the window does
        }
        return cart;
    }
    [[nodiscard]] CartLine tea(std::int64_t pieces = 1)
    {
        return m_shop->line(u"TEA"_s, Quantity::pieces(pieces), 499);
    }
    [[nodiscard]] Money total(const Cart &cart) { return cart.taxes(m_shop->config.tax).total; }

    std::unique_ptr<Shop> m_shop;
    std::unique_ptr<ShopOffers> m_offers;
};

void PriceListsTest::init()
{
    m_offers.reset();
    m_shop = std::make_unique<Shop>(5);
    m_offers = std::make_unique<ShopOffers>(
        m_shop->replica, m_shop->ledger->database(), m_shop->config, m_shop->clock);
}

void PriceListsTest::theBreakCountsOnceTheQuantityIsReached()
{
    tell(u"bulk"_s,
        R"("prices":[{"sku":"TEA","from_quantity":3000,"price":399},{"sku":"TEA","from_quantity":6000,"price":299}])");
    Cart cart = cartOf({tea(2)});
    QVERIFY(!cart.lines[0].list);
    QCOMPARE(total(cart), m_shop->money(998));
    QVERIFY(cart.setQuantity(0, Quantity::pieces(3)));
    (void)m_offers->grant(cart);
    QCOMPARE(total(cart), m_shop->money(3 * 399));
    QCOMPARE(cart.lines[0].list, (LinePriceList{u"bulk"_s, Quantity::pieces(3), m_shop->money(499)}));
    // The next piece, scanned at its own price, joins the line.
    QCOMPARE(cart.add(tea(3)).value(), std::size_t(0));
    (void)m_offers->grant(cart);
    QCOMPARE(total(cart), m_shop->money(6 * 299));
    QVERIFY(cart.setQuantity(0, Quantity::pieces(1)));
    (void)m_offers->grant(cart);
    QCOMPARE(total(cart), m_shop->money(499));
    QVERIFY(!cart.lines[0].list);
    QCOMPARE(cart, Cart::fromJson(cart.toJson()));
}

void PriceListsTest::theOrderOfScanningDoesNotMatter()
{
    tell(u"bulk"_s,
        R"("prices":[{"sku":"A","from_quantity":2000,"price":50},{"sku":"B","price":77},)"
        R"({"sku":"C","from_quantity":4000,"price":10},{"sku":"C","price":150}])");
    tell(u"more"_s, R"("priority":1,"prices":[{"sku":"B","from_quantity":3000,"price":60}])");
    m_shop->tell(test::threeForTwo(u"A"_s));
    const auto below = [&](std::uint64_t most) { return m_shop->random.next64() % most; };
    for (int n = 0; n < 60; ++n) {
        std::vector<CartLine> lines;
        for (auto left = 2 + below(7); left > 0; --left) {
            lines.push_back(
                m_shop->line(QString(QChar(u'A' + char16_t(below(4)))), Quantity::pieces(1), 100));
            if (below(4) == 0)
                lines.back().lot = u"L7"_s; // a line of its own, whose pieces count with the others
        }
        const Cart first = cartOf(lines);
        for (std::size_t i = lines.size(); i > 1; --i)
            std::swap(lines[i - 1], lines[below(i)]);
        const Cart second = cartOf(lines);
        QCOMPARE(total(second), total(first));
        for (const CartLine &line : first.lines) {
            for (const CartLine &other : second.lines) {
                if (other.sku == line.sku)
                    QCOMPARE(other.price, line.price);
            }
        }
    }
}

void PriceListsTest::theHighestPriorityWinsAtItsHours()
{
    tell(u"every-day"_s, R"("prices":[{"sku":"TEA","price":450}])");
    tell(u"noon"_s,
        R"("priority":5,"hours":[{"from":"12:00","until":"14:00"}],"prices":[{"sku":"TEA","price":470}])");
    tell(u"elsewhere"_s, R"("priority":9,"stores":["MUC1"],"prices":[{"sku":"TEA","price":1}])");
    QCOMPARE(total(cartOf({tea()})), m_shop->money(470));
    m_shop->clock.advance(std::chrono::hours(2));
    QCOMPARE(total(cartOf({tea()})), m_shop->money(450));
}

void PriceListsTest::aListForACustomersGroupIsNotForEverybody()
{
    tell(u"club"_s, R"("customer_groups":["club"],"prices":[{"sku":"TEA","price":399}])");
    QCOMPARE(total(cartOf({tea()})), m_shop->money(499));
}

void PriceListsTest::whatCannotBeSoldByIsSetAside_data()
{
    QTest::addColumn<QByteArray>("rest");
    QTest::addColumn<QString>("why");
    QTest::newRow("another currency")
        << QByteArray(R"("currency":"CHF","prices":[{"sku":"TEA","price":1}])") << u"in CHF"_s;
    QTest::newRow("prices without their tax")
        << QByteArray(R"("prices_are":"exclusive","prices":[{"sku":"TEA","price":1}])")
        << u"its prices do not stand to the tax as this shop's do"_s;
    QTest::newRow("fractions of a cent")
        << QByteArray(R"("prices":[{"sku":"TEA","price":"129.9"}])") << u"TEA: a price finer than money"_s;
    QTest::newRow("a negative price")
        << QByteArray(R"("prices":[{"sku":"TEA","price":-1}])") << u"price list odd: no such price of TEA"_s;
    QTest::newRow("a field nobody knows")
        << QByteArray(R"("prices":[],"colour":"red")") << u"colour: unknown"_s;
}

void PriceListsTest::whatCannotBeSoldByIsSetAside()
{
    QFETCH(QByteArray, rest);
    tell(u"odd"_s, rest);
    tell(u"good"_s, R"("prices":[{"sku":"MILK","price":99}])");
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"price list odd is set aside: .+"_s));
    QCOMPARE(
        total(cartOf({tea(), m_shop->line(u"MILK"_s, Quantity::pieces(1), 149)})), m_shop->money(499 + 99));
}

void PriceListsTest::promotionsComeOffTheListsPrice()
{
    tell(u"bulk"_s, R"("prices":[{"sku":"TEA","from_quantity":3000,"price":400}])");
    m_shop->tell(test::threeForTwo(u"TEA"_s));
    const Cart cart = cartOf({tea(), tea(), tea()});
    QCOMPARE(cart.saved(), m_shop->money(400));
    QCOMPARE(total(cart), m_shop->money(800));
}

void PriceListsTest::aPriceSetByHandWins()
{
    tell(u"every-day"_s, R"("prices":[{"sku":"TEA","price":450}])");
    Cart cart = cartOf({tea()});
    QVERIFY(cart.setPrice(0, m_shop->money(300), u"a dent"_s));
    QCOMPARE(cart.lines[0].change->was, m_shop->money(450));
    (void)m_offers->grant(cart);
    QCOMPARE(total(cart), m_shop->money(300));
    QVERIFY(cart.setPrice(0, m_shop->money(450), {}));
    (void)m_offers->grant(cart);
    QVERIFY(!cart.lines[0].change);
    QCOMPARE(total(cart), m_shop->money(450));
    QCOMPARE(cart.lines[0].ownPrice(), m_shop->money(499));
}

void PriceListsTest::labelsAndOpenPricesAskNoList()
{
    tell(u"every-day"_s, R"("prices":[{"sku":"TEA","price":450}])");
    CartLine open = tea();
    open.isOpenPrice = true;
    CartLine label = tea();
    label.labelAmount = m_shop->money(123);
    QCOMPARE(total(cartOf({open, label})), m_shop->money(499 + 123));
}

void PriceListsTest::theSaleSaysWhichListAndComesBackAsPaid()
{
    tell(u"bulk"_s, R"("prices":[{"sku":"TEA","from_quantity":3000,"price":399}])");
    Cart cart = cartOf({tea(), tea(), tea()});
    cart.tenders = {{TenderKind::Cash, total(cart)}};
    const auto sale = CompleteSale(*m_shop->ledger, m_shop->config).run(cart);
    QVERIFY(sale);
    QCOMPARE(sale->lines[0].list, cart.lines[0].list);
    const auto event = Journal(m_shop->ledger->database()).at(m_shop->now());
    QVERIFY(event->payload.contains(R"("price_list":{"from":3000,"list":"bulk","was":499})"));
    QCOMPARE(saleFrom(*event).value(), *sale);
    test::TestTill copy;
    QVERIFY(replay(*event, copy.database()));
    QCOMPARE(SaleTable(copy.database()).byId(sale->id).value(), *sale);
    const ReceiptWords words;
    const QString paper = renderText(ReceiptBuilder(m_shop->config, words).saleReceipt(*sale));
    QVERIFY2(paper.contains(u"From 3 on, instead of 4.99"_s), qPrintable(paper));
    Money back = m_shop->money(0);
    for (int n = 0; n < 3; ++n) {
        const auto done = CompleteReturn(*m_shop->ledger, m_shop->replica, m_shop->config)
                              .run({ReturnId(m_shop->newId()), sale->receipt,
                                  {{1, Quantity::pieces(1), u"x"_s, Disposition::Restock}}});
        QVERIFY(done);
        back += done->total;
    }
    QCOMPARE(back, sale->total);
}

void PriceListsTest::aDroppedListCountsNoMore()
{
    tell(u"every-day"_s, R"("prices":[{"sku":"TEA","price":450}])");
    Cart cart = cartOf({tea()});
    QVERIFY(m_shop->writer.apply(
        {{{FeedChange::Drop, Entity::PriceList, u"every-day"_s, {}, {}}}, "c9", {}, false}));
    // As it was told, until the ticket changes.
    QCOMPARE(total(cart), m_shop->money(450));
    (void)m_offers->grant(cart);
    QCOMPARE(total(cart), m_shop->money(499));
}

void PriceListsTest::refusesEventsThatCannotBe()
{
    tell(u"every-day"_s, R"("prices":[{"sku":"TEA","price":450}])");
    Cart cart = cartOf({tea()});
    cart.tenders = {{TenderKind::Cash, total(cart)}};
    QVERIFY(CompleteSale(*m_shop->ledger, m_shop->config).run(cart));
    Event event = *Journal(m_shop->ledger->database()).at(m_shop->now());
    const QByteArray right = event.payload;
    for (const char *wrong :
        {"\"list\":\"every-day\"|\"list\":\"\"", "\"was\":499|\"was\":-1", "\"from\":0|\"from\":-5"}) {
        const QList<QByteArray> parts = QByteArray(wrong).split('|');
        event.payload = QByteArray(right).replace(parts[0], parts[1]);
        QVERIFY(event.payload != right);
        QCOMPARE(saleFrom(event).error().code, Code::BadInput);
    }
}

QTEST_GUILESS_MAIN(PriceListsTest)
#include "tst_price_lists.moc"

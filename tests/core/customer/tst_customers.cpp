#include "core/audit/replay.h"
#include "core/catalog/scanned_code.h"
#include "core/offers/shop_offers.h"
#include "core/sale/sale_event.h"
#include "core/sale/sale_table.h"
#include "tests/core/offers/rules.h"
#include "tests/core/shop/shop.h"

#include <QTest>

using namespace evertill;
using namespace Qt::StringLiterals;

/// Whose ticket it is: what counts for them, what is written of them, and what is not.
class CustomersTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_shop = std::make_unique<Shop>();
        m_offers = std::make_unique<ShopOffers>(
            m_shop->replica, m_shop->ledger->database(), m_shop->config, m_shop->clock);
        m_number = houseCode(ScannedCode::Customer, u"4000123456"_s).value();
    }
    void aNumberIsReadAsItStandsOrByItsDigits();
    void theCartKeepsWhoItIsAndNeitherNameNorNumber();
    void aCartWithoutACustomerIsWrittenAsEver();
    void refusesACartWhoseCustomerIsDamaged_data();
    void refusesACartWhoseCustomerIsDamaged();
    void theFactNamesTheCustomerByReferenceOnly();
    void whatIsWrittenIsReadBackAndProjectedAnew();
    void aGroupsPriceCountsForWhoIsInIt();
    void aLimitPerCustomerCountsWhatTheOmsSaidAndWhatTheTillSoldSince();
    void thePurchaseThatItIsCountsTheOnesOfThisTill();
    void cleanup()
    {
        m_offers.reset();
        m_shop.reset();
    }

private:
    [[nodiscard]] TicketCustomer known(const QStringList &groups = {}) const
    {
        return {customerCardWith(m_number),
            CustomerFacts{*Uuid::fromText("0190163d-0000-7000-8000-0000000000c1"), groups, 0, {}, {}}};
    }
    [[nodiscard]] Cart cart(const std::optional<TicketCustomer> &customer, std::int64_t price = 1000)
    {
        Cart cart;
        cart.id = SaleId(m_shop->newId());
        cart.currency = m_shop->config.currency;
        cart.lines = {m_shop->line(u"A"_s, Quantity::pieces(1), price)};
        cart.customer = customer;
        return cart;
    }
    Sale sell(Cart cart)
    {
        (void)m_offers->grant(cart);
        cart.tenders = {{TenderKind::Cash, cart.taxes(m_shop->config.tax).total}};
        return CompleteSale(*m_shop->ledger, m_shop->config).run(cart).value();
    }
    [[nodiscard]] std::int64_t saved(const std::optional<TicketCustomer> &customer)
    {
        Cart one = cart(customer);
        (void)m_offers->grant(one);
        return one.saved().minor();
    }
    [[nodiscard]] Event lastEvent() { return Journal(m_shop->ledger->database()).at(m_shop->now()).value(); }

    std::unique_ptr<Shop> m_shop;
    std::unique_ptr<ShopOffers> m_offers;
    QString m_number;
};

void CustomersTest::aNumberIsReadAsItStandsOrByItsDigits()
{
    QCOMPARE(customerNumber(m_number).value(), m_number);
    QCOMPARE(customerNumber(u" "_s + m_number.toLower()).value(), m_number);
    QCOMPARE(customerNumber(m_number.mid(4)).value(), m_number);
    QCOMPARE(customerNumber(u"4000123456"_s).value(), m_number);
    const QString wrong = m_number.chopped(1) + (m_number.endsWith(u'2') ? u'3' : u'2');
    QCOMPARE(customerNumber(wrong).error().code, Code::WrongCheckDigit);
    QCOMPARE(customerNumber(u"Anna"_s).error().code, Code::UnknownBarcode);
    QCOMPARE(customerNumber(houseCode(ScannedCode::GiftCard, u"4000123456"_s).value()).error().code,
        Code::UnknownBarcode);
}

void CustomersTest::theCartKeepsWhoItIsAndNeitherNameNorNumber()
{
    TicketCustomer customer = known({u"club"_s, u"staff & friends"_s});
    customer.facts->purchases = 7;
    customer.facts->uses = {{u"a"_s, 2}, {u"b"_s, 1}};
    customer.facts->through = {2, 17};
    for (const Cart &one : {cart(customer), cart(TicketCustomer{customer.card, {}})}) {
        const QByteArray json = one.toJson();
        QCOMPARE(Cart::fromJson(json).value(), one);
        QCOMPARE(Cart::fromJson(json)->toJson(), json);
        QVERIFY(!json.contains("4000123456"));
        QVERIFY(json.contains(customer.card.reference.toLatin1()));
    }
}

void CustomersTest::aCartWithoutACustomerIsWrittenAsEver()
{
    const Cart one = cart({});
    QVERIFY(!one.toJson().contains("customer"));
    QVERIFY(!sell(one).customer);
    QVERIFY(!lastEvent().payload.contains("customer"));
}

void CustomersTest::refusesACartWhoseCustomerIsDamaged_data()
{
    QTest::addColumn<QByteArray>("from");
    QTest::addColumn<QByteArray>("to");
    QTest::newRow("no reference") << QByteArray("\"card\":\"") << QByteArray("\"card\":\"x");
    QTest::newRow("no card") << QByteArray("\"card\":") << QByteArray("\"cart\":");
    QTest::newRow("no id") << QByteArray("\"id\":\"0190163d-0000-7000-8000-0000000000c1\"")
                           << QByteArray("\"id\":\"Anna\"");
    QTest::newRow("purchases below none") << QByteArray("\"purchases\":0") << QByteArray("\"purchases\":-1");
    QTest::newRow("no position") << QByteArray("\"seq\":0") << QByteArray("\"seq\":1099511627776");
}

void CustomersTest::refusesACartWhoseCustomerIsDamaged()
{
    QFETCH(QByteArray, from);
    QFETCH(QByteArray, to);
    const QByteArray json = cart(known()).toJson();
    QVERIFY(json.contains(from));
    QVERIFY(Cart::fromJson(json));
    QVERIFY(!Cart::fromJson(QByteArray(json).replace(from, to)));
}

void CustomersTest::theFactNamesTheCustomerByReferenceOnly()
{
    const Sale sale = sell(cart(known({u"club"_s})));
    QCOMPARE(sale.customer->card, customerCardWith(m_number));
    QCOMPARE(sale.customer->id, known().facts->id);
    const QByteArray payload = lastEvent().payload;
    QVERIFY(payload.contains("\"last_four\":\"" + m_number.right(4).toLatin1() + '"'));
    QVERIFY(!payload.contains("4000123456"));
    QVERIFY(!payload.contains("club"));
    // Nobody could be asked: the reference alone.
    const Sale unasked = sell(cart(TicketCustomer{customerCardWith(m_number), {}}));
    QVERIFY(unasked.customer->id.isNull());
    QCOMPARE(saleFrom(lastEvent()).value(), unasked);
}

void CustomersTest::whatIsWrittenIsReadBackAndProjectedAnew()
{
    const Sale sale = sell(cart(known({u"club"_s})));
    QCOMPARE(saleFrom(lastEvent()).value(), sale);
    QCOMPARE(SaleTable(m_shop->ledger->database()).find(sale.receipt).value(), sale);
    Shop other(7);
    QVERIFY(replay(lastEvent(), other.ledger->database()));
    QCOMPARE(SaleTable(other.ledger->database()).find(sale.receipt)->customer, sale.customer);
    const QByteArray bad =
        QByteArray(lastEvent().payload).replace("\"customer\":{\"card\":\"", "\"customer\":{\"card\":\"x");
    Event event = lastEvent();
    event.payload = bad;
    QCOMPARE(saleFrom(event).error().code, Code::BadInput);
}

void CustomersTest::aGroupsPriceCountsForWhoIsInIt()
{
    m_shop->tell(
        test::rule(u"club"_s, R"("customer_groups":["club"],"benefits":[{"kind":"percent","ppm":100000}])"));
    QCOMPARE(saved(known({u"club"_s})), 100);
    QCOMPARE(saved(known({u"other"_s, u"club"_s})), 100);
    QCOMPARE(saved(known({u"other"_s})), 0);
    QCOMPARE(saved({}), 0);
    // By reference alone nobody knows the groups.
    QCOMPARE(saved(TicketCustomer{customerCardWith(m_number), {}}), 0);
}

void CustomersTest::aLimitPerCustomerCountsWhatTheOmsSaidAndWhatTheTillSoldSince()
{
    m_shop->tell(
        test::rule(u"twice"_s, R"("uses_per_customer":2,"benefits":[{"kind":"amount_total","amount":300}])"));
    QCOMPARE(saved({}), 0);
    TicketCustomer customer = known();
    customer.facts->through = m_shop->now();
    QCOMPARE(saved(customer), 300);
    (void)sell(cart(customer));
    QCOMPARE(saved(customer), 300);
    (void)sell(cart(customer));
    QCOMPARE(saved(customer), 0);
    // Somebody else has theirs still; and the OMS may say that it counts some of these already.
    TicketCustomer other = known();
    other.card = customerCardWith(u"EVC-other"_s);
    QCOMPARE(saved(other), 300);
    customer.facts->through = m_shop->now();
    customer.facts->uses = {{u"twice"_s, 1}};
    QCOMPARE(saved(customer), 300);
    customer.facts->uses = {{u"twice"_s, 2}};
    QCOMPARE(saved(customer), 0);
}

void CustomersTest::thePurchaseThatItIsCountsTheOnesOfThisTill()
{
    m_shop->tell(
        test::rule(u"second"_s, R"("on_order_number":2,"benefits":[{"kind":"amount_total","amount":300}])"));
    TicketCustomer customer = known();
    customer.facts->through = m_shop->now();
    QCOMPARE(saved(customer), 0);
    (void)sell(cart(customer));
    QCOMPARE(saved(customer), 300);
    (void)sell(cart(customer));
    QCOMPARE(saved(customer), 0);
}

QTEST_GUILESS_MAIN(CustomersTest)
#include "tst_customers.moc"

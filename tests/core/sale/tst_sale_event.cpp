#include "core/sale/sale_event.h"

#include <QFile>
#include <QTest>

using namespace evertill;
using namespace Qt::StringLiterals;

namespace {

const Currency kFranc = *Currency::fromCode(u"CHF");

Money franc(std::int64_t minor) { return Money::minor(minor, kFranc); }

Uuid uuid(const char *text) { return Uuid::fromText(text).value(); }

Sale goldenSale()
{
    const Percentage rate = Percentage::partsPerMillion(81'000);
    Sale sale;
    sale.id = SaleId(uuid("0190163d-8694-739b-aea5-966c26f8ad91"));
    sale.receipt = {u"ZRH1T2"_s, 3, 42};
    sale.shift = ShiftId(uuid("0190163d-0000-7000-8000-000000000001"));
    sale.businessDate = QDate(2026, 11, 21);
    sale.at = {1'795'258'800'123'456};
    sale.utcOffsetMin = 60;
    sale.cashier = u"c7"_s;
    sale.taxMode = TaxMode::Inclusive;
    sale.lines = {{1, u"4711"_s, u"04006381333931"_s, u"Läckerli \"fein\""_s, u"ea"_s, Quantity::pieces(2),
                      franc(495), franc(90), franc(833), franc(67), franc(900), u"CH-N"_s, rate},
        {2, u"K9"_s, {}, u"Käse"_s, u"kg"_s, Quantity::thousandths(312), franc(1999), franc(0), franc(577),
            franc(47), franc(624), u"CH-N"_s, rate}};
    sale.taxes = {{u"CH-N"_s, rate, franc(1410), franc(114)}};
    sale.total = franc(1524);
    sale.rounding = franc(1);
    sale.change = franc(475);
    sale.tenders = {
        {TenderKind::Card, franc(1000), u"771204"_s, PaymentId(uuid("0190163d-0000-7000-8000-000000000002"))},
        {TenderKind::Cash, franc(1000)}};
    return sale;
}

Event eventWith(const QByteArray &payload)
{
    Event event;
    event.kind = "sale.completed";
    event.at = {1'795'258'800'123'456};
    event.utcOffsetMin = 60;
    event.businessDate = QDate(2026, 11, 21);
    event.actor = u"c7"_s;
    event.payload = payload;
    return event;
}

/// The same sale with a coupon of 0.70 off both lines and 0.30 off the first alone.
Sale discountedSale()
{
    Sale sale = goldenSale();
    sale.lines[1].discount = franc(10);
    sale.lines[1].net = franc(567);
    sale.lines[1].gross = franc(614);
    sale.discounts = {
        {u"herbst"_s, u"Herbst \"süss\""_s, u"H7"_s, franc(70), {{1, franc(60)}, {2, franc(10)}}},
        {u"p2"_s, u"10 % off"_s, {}, franc(30), {{1, franc(30)}}}};
    return sale;
}

/// The same goods for a customer, with two taxes on the first line, paid in points too.
Sale customersSale()
{
    Sale sale = goldenSale();
    const Percentage vat = Percentage::partsPerMillion(81'000);
    sale.lines[0].taxCode = u"CH-L"_s;
    sale.lines[0].taxRate = {};
    sale.lines[0].parts = {{u"levy"_s, {}, franc(833), franc(10)}, {u"VAT"_s, vat, franc(833), franc(57)}};
    sale.taxes = {{u"levy"_s, {}, franc(833), franc(10)}, {u"VAT"_s, vat, franc(833), franc(57)},
        {u"CH-N"_s, vat, franc(577), franc(47)}};
    const CustomerCard card{QString(64, u'a'), u"0143"_s};
    sale.customer = SaleCustomer{card, uuid("0190163d-0000-7000-8000-000000000009"), 10};
    Tender points{TenderKind::Points, franc(1000)};
    points.customer = card;
    points.points = 1000;
    points.hold = uuid("0190163d-0000-7000-8000-00000000000a");
    sale.tenders[0] = points;
    return sale;
}

/// By a certificate: of the prices, nobody paid the tax that they hold.
Sale exemptSale()
{
    Sale sale = goldenSale();
    for (SaleLine &line : sale.lines) {
        line.exempted = line.tax;
        line.tax = franc(0);
        line.gross = line.net;
        line.taxRate = {};
    }
    sale.taxes = {{u"CH-N"_s, {}, franc(1410), franc(0)}};
    sale.total = franc(1410);
    sale.rounding = franc(0);
    sale.change = franc(590);
    sale.exemption = TaxExemption{u"D-4711"_s};
    return sale;
}

QByteArray goldenOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll().trimmed() : QByteArray();
}

QByteArray discounted() { return goldenOf(QFINDTESTDATA("golden/sale_completed_1_discounts.json")); }

QByteArray golden() { return goldenOf(QFINDTESTDATA("golden/sale_completed_1.json")); }

} // namespace

class SaleEventTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void writesVersionOneAsItWasReleased();
    void readsVersionOneAsItWasReleased();
    void discountsAreWrittenAndReadAsReleased();
    void aCustomersTaxesAreWrittenAndReadAsReleased();
    void aCertificateIsWrittenAndReadAsReleased();
    void refusesDiscountsThatTheContractDoesNotSay_data();
    void refusesDiscountsThatTheContractDoesNotSay();
    void refusesWhatTheContractDoesNotSay_data();
    void refusesWhatTheContractDoesNotSay();
};

void SaleEventTest::writesVersionOneAsItWasReleased()
{
    const Fact fact = saleCompleted(goldenSale());
    QCOMPARE(fact.payload, golden());
    QCOMPARE(QByteArray(fact.kind), QByteArray("sale.completed"));
    QCOMPARE(fact.version, 1);
    QCOMPARE(fact.subject, QByteArray("0190163d-8694-739b-aea5-966c26f8ad91"));
    QCOMPARE(fact.businessDate, QDate(2026, 11, 21));
}

void SaleEventTest::readsVersionOneAsItWasReleased()
{
    QCOMPARE(saleFrom(eventWith(golden())).value(), goldenSale());
}

void SaleEventTest::discountsAreWrittenAndReadAsReleased()
{
    QCOMPARE(saleCompleted(discountedSale()).payload, discounted());
    QCOMPARE(saleCompleted(discountedSale()).version, 1);
    QCOMPARE(saleFrom(eventWith(discounted())).value(), discountedSale());
}

void SaleEventTest::aCustomersTaxesAreWrittenAndReadAsReleased()
{
    const QByteArray released = goldenOf(QFINDTESTDATA("golden/sale_completed_1_customer.json"));
    QCOMPARE(saleCompleted(customersSale()).payload, released);
    QCOMPARE(saleFrom(eventWith(released)).value(), customersSale());
}

void SaleEventTest::aCertificateIsWrittenAndReadAsReleased()
{
    const QByteArray released = goldenOf(QFINDTESTDATA("golden/sale_completed_1_exempt.json"));
    QCOMPARE(saleCompleted(exemptSale()).payload, released);
    QCOMPARE(saleFrom(eventWith(released)).value(), exemptSale());
}

void SaleEventTest::refusesDiscountsThatTheContractDoesNotSay_data()
{
    QTest::addColumn<QByteArray>("from");
    QTest::addColumn<QByteArray>("to");
    const auto row = [](const char *name, const char *from, const char *to) {
        QTest::newRow(name) << QByteArray(from) << QByteArray(to);
    };
    row("no name", "\"name\":\"Herbst", "\"nam\":\"Herbst");
    row("no promotion", "\"promotion\":\"p2\"", "\"promo\":\"p2\"");
    row("no shares", "[{\"amount\":30,\"line\":1}]", "[]");
    row("a share of nothing", "\"amount\":10,\"line\":2", "\"amount\":0,\"line\":2");
    row("a share of no line", "\"amount\":10,\"line\":2", "\"amount\":10,\"line\":0");
    row("one line twice", "\"amount\":10,\"line\":2", "\"amount\":10,\"line\":1");
    row("a coupon that is a number", "\"H7\"", "7");
    row("half a cent", "\"amount\":70", "\"amount\":70.5");
}

void SaleEventTest::refusesDiscountsThatTheContractDoesNotSay()
{
    QFETCH(QByteArray, from);
    QFETCH(QByteArray, to);
    const QByteArray bad = discounted().replace(from, to);
    QVERIFY(bad != discounted());
    const auto sale = saleFrom(eventWith(bad));
    QVERIFY(!sale);
    QVERIFY2(sale.error().facts.value(u"problem"_s).toString().startsWith(u"discounts["_s)
            || sale.error().facts.value(u"problem"_s).toString().startsWith(u"shares"_s),
        qPrintable(sale.error().facts.value(u"problem"_s).toString()));
}

void SaleEventTest::refusesWhatTheContractDoesNotSay_data()
{
    QTest::addColumn<QByteArray>("from");
    QTest::addColumn<QByteArray>("to");
    QTest::addColumn<QString>("problem");
    const auto row = [](const char *name, const char *from, const char *to, const char *problem) {
        QTest::newRow(name) << QByteArray(from) << QByteArray(to) << QString::fromLatin1(problem);
    };
    row("no JSON", "{\"change\"", "{change", "currency");
    row("no currency of ISO's", "CHF", "CHX", "currency");
    row("no receipt number", "ZRH1T2-3-42", "ZRH1T2-3", "receipt");
    row("a fraction of a cent", "\"total\":1524", "\"total\":15.24", "total");
    row("a text for an amount", "\"total\":1524", "\"total\":\"1524\"", "total");
    row("a tax mode of its own", "inclusive", "included", "tax_mode");
    row("an id that is none", "0190163d-8694", "0190163d-869", "sale");
    row("a line without a name", "\"name\":\"K", "\"nam\":\"K", "lines[1].name");
    row("a line whose number no int holds", "\"line\":2", "\"line\":4294967298", "lines[1].line");
    row("a tender of shells", "\"kind\":\"cash\"", "\"kind\":\"shells\"", "tenders[1].kind");
    row("a tax without its net", "\"net\":1410", "\"nett\":1410", "taxes[0].net");
}

void SaleEventTest::refusesWhatTheContractDoesNotSay()
{
    QFETCH(QByteArray, from);
    QFETCH(QByteArray, to);
    QFETCH(QString, problem);
    const QByteArray bad = golden().replace(from, to);
    QVERIFY(bad != golden());
    const auto sale = saleFrom(eventWith(bad));
    QVERIFY(!sale);
    QCOMPARE(sale.error().code, Code::BadInput);
    QVERIFY2(sale.error().facts.value(u"problem"_s).toString().startsWith(problem),
        qPrintable(sale.error().facts.value(u"problem"_s).toString()));
}

QTEST_APPLESS_MAIN(SaleEventTest)
#include "tst_sale_event.moc"

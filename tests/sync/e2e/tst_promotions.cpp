#include "core/audit/verify.h"
#include "core/cash/open_shift.h"
#include "core/catalog/catalog.h"
#include "core/offers/shop_offers.h"
#include "core/returns/complete_return.h"
#include "core/sale/complete_sale.h"
#include "core/sale/sale_table.h"
#include "tests/sync/e2e/sandbox_process.h"
#include "tests/sync/e2e/till.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;

namespace evertill::test {
namespace {

constexpr char kThreeForTwo[] =
    R"({"name":"3 for 2","benefits":[{"kind":"group","parts":[{"goods":{"skus":["E1001"]},"units":2},)"
    R"({"goods":{"skus":["E1001"]},"units":1,"got":true}],"ppm":1000000}]})";
constexpr char kOnce[] =
    R"({"name":"Once","coupons":["ONCE"],"uses_left":1,"benefits":[{"kind":"amount_total","amount":100}]})";

} // namespace

/// A promotion of the office on its way to the ticket and back into the books, over real TLS.
class PromotionsTest final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aPromotionCountsWithinASecondButNotForWhatIsPaid();
    void aGiftOfTheDemoShopIsBookedAsAFreeLine();

private:
    [[nodiscard]] static CartLine goods(Till &till, const TillConfig &config, const QString &sku, int pieces);
    [[nodiscard]] static Cart scanned(Till &till, const TillConfig &config, int pieces);

    SystemClock m_clock;
    SystemRandom m_random;
};

CartLine PromotionsTest::goods(Till &till, const TillConfig &config, const QString &sku, int pieces)
{
    const auto product =
        Catalog(till.replica(), CodePatterns::forShop(config.codePatterns, config.country), config.currency)
            .bySku(sku);
    CartLine line;
    line.sku = product->sku;
    line.name = product->name;
    line.unit = product->unit;
    line.quantity = Quantity::pieces(pieces);
    line.price = product->price;
    line.taxCode = product->taxCode;
    line.taxRate = product->taxRate;
    line.discount = Money::zero(config.currency);
    return line;
}

Cart PromotionsTest::scanned(Till &till, const TillConfig &config, int pieces)
{
    SystemRandom random;
    Cart cart;
    cart.id = SaleId(random.uuid(SystemClock().now()));
    cart.currency = config.currency;
    cart.lines = {goods(till, config, u"E1001"_s, pieces)};
    return cart;
}

void PromotionsTest::aPromotionCountsWithinASecondButNotForWhatIsPaid()
{
    SandboxProcess oms;
    oms.start();
    Till till;
    const TillConfig config = till.enrol(oms.url(), oms.ca(), oms.codeFor(u"BER1T1"_s)).value();
    QVERIFY(OpenShift(till.ledger(), config).run(Money::minor(10'000, config.currency)));
    ShopOffers offers(till.replica(), till.ledger().database(), config, m_clock);
    CompleteSale complete(till.ledger(), config);
    const auto sell = [&](Cart cart) {
        const Money total = cart.taxes(config.tax).total;
        cart.tenders = {{TenderKind::Card, total, u"A1"_s}};
        return complete.run(cart);
    };
    const auto saved = [&](QStringList coupons = {}) {
        Cart cart = scanned(till, config, 3);
        cart.coupons = std::move(coupons);
        (void)offers.grant(cart);
        return cart.saved().minor();
    };

    const auto sync = till.sync(till.settings(u"BER1T1"_s));
    QTRY_VERIFY_WITH_TIMEOUT(till.replica().database().number("SELECT count(*) FROM product") > 50, 20'000);
    Cart open = scanned(till, config, 3);
    (void)offers.grant(open);
    QVERIFY(open.discounts.empty());
    oms.control("PUT", u"/sandbox/promotions/bread"_s, kThreeForTwo);
    oms.control("PUT", u"/sandbox/promotions/once"_s, kOnce);
    QTRY_COMPARE_WITH_TIMEOUT(saved(), open.lines[0].price.minor(), 2000);
    // What the customer was told stands.
    QCOMPARE(sell(open)->total, open.lines[0].price.times(Quantity::pieces(3), Rounding::HalfUp));

    Cart next = scanned(till, config, 3);
    next.coupons = {u"ONCE"_s};
    QTRY_COMPARE_WITH_TIMEOUT(saved({u"ONCE"_s}), next.lines[0].price.minor() + 100, 2000);
    QVERIFY(offers.grant(next).refusedCoupons.empty());
    const auto sale = sell(next);
    QVERIFY(sale);
    QCOMPARE(sale->total, next.lines[0].price + next.lines[0].price - Money::minor(100, config.currency));
    QCOMPARE(saved({u"ONCE"_s}), next.lines[0].price.minor()); // before the OMS has said a word

    sync->ledgerGrew();
    QTRY_COMPARE_WITH_TIMEOUT(till.replica().included(), till.ledger().head().position, 10'000);
    QCOMPARE(saved({u"ONCE"_s}), next.lines[0].price.minor());
    QCOMPARE(oms.rows(u"finding"_s), QJsonArray());
    qint64 booked = 0;
    for (const QJsonValue &row : oms.rows(u"booked_discount"_s))
        booked += row.toObject().value("amount"_L1).toInteger();
    QCOMPARE(booked, sale->discounts[0].amount.minor() + sale->discounts[1].amount.minor());
    const auto audited = verify(till.ledger().database(), {});
    QVERIFY2(audited && audited->isSound(), "the ledger's tables do not follow from its journal");

    oms.control("DELETE", u"/sandbox/promotions/bread"_s);
    QTRY_COMPARE_WITH_TIMEOUT(saved(), 0, 2000);
}

void PromotionsTest::aGiftOfTheDemoShopIsBookedAsAFreeLine()
{
    QFile file(QStringLiteral(EVERTILL_SOURCE_DIR "/resources/demo/promotions.json"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    SandboxProcess oms;
    oms.start();
    for (const QJsonValue &rule : QJsonDocument::fromJson(file.readAll()).array())
        oms.control("PUT", u"/sandbox/promotions/"_s + rule["id"_L1].toString(),
            QJsonDocument(rule.toObject()).toJson());
    Till till;
    const TillConfig config = till.enrol(oms.url(), oms.ca(), oms.codeFor(u"BER1T1"_s)).value();
    QVERIFY(OpenShift(till.ledger(), config).run(Money::minor(10'000, config.currency)));
    ShopOffers offers(till.replica(), till.ledger().database(), config, m_clock);
    const auto sync = till.sync(till.settings(u"BER1T1"_s));
    QTRY_VERIFY_WITH_TIMEOUT(till.replica().database().number("SELECT count(*) FROM promotion") > 3, 20'000);
    QTRY_VERIFY_WITH_TIMEOUT(till.replica().database().number("SELECT count(*) FROM product") > 50, 20'000);

    Cart cart = scanned(till, config, 1);
    cart.lines = {goods(till, config, u"E1043"_s, 1), goods(till, config, u"E1044"_s, 1)};
    const Granted told = offers.grant(cart);
    const Money paid = cart.taxes(config.tax).total;
    QCOMPARE(told.gifts, (std::vector<EarnedGift>{{u"two-coffees"_s, u"Two coffees"_s, u"E1070"_s, 1}}));
    QVERIFY(cart.add(goods(till, config, told.gifts[0].sku, 1)));
    QVERIFY(offers.grant(cart).gifts.empty());
    QCOMPARE(cart.taxes(config.tax).total, paid);
    cart.tenders = {{TenderKind::Card, paid, u"A1"_s}};
    const auto sale = CompleteSale(till.ledger(), config).run(cart);
    QVERIFY(sale);
    QVERIFY(CompleteReturn(till.ledger(), till.replica(), config)
                .run({ReturnId(m_random.uuid(m_clock.now())), sale->receipt,
                    {{3, Quantity::pieces(1), u"changed mind"_s, Disposition::Restock}}, {}, {}}));
    sync->ledgerGrew();
    QTRY_COMPARE_WITH_TIMEOUT(till.replica().included(), till.ledger().head().position, 10'000);
    QCOMPARE(oms.rows(u"finding"_s), QJsonArray());
    qint64 booked = 0;
    for (const QJsonValue &row : oms.rows(u"booked_discount"_s))
        booked += row["promotion"_L1] == u"two-coffees"_s ? row["amount"_L1].toInteger() : 0;
    QCOMPARE(booked, sale->lines[2].discount.minor());
    QCOMPARE(sale->lines[2].gross, Money::zero(config.currency));
}

} // namespace evertill::test

QTEST_GUILESS_MAIN(evertill::test::PromotionsTest)
#include "tst_promotions.moc"

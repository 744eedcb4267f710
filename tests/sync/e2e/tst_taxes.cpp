#include "core/audit/verify.h"
#include "core/cash/open_shift.h"
#include "core/catalog/catalog.h"
#include "core/returns/complete_return.h"
#include "core/returns/receipt_lookup.h"
#include "core/sale/complete_sale.h"
#include "tests/sync/e2e/sandbox_process.h"
#include "tests/sync/e2e/till.h"

#include <QJsonArray>
#include <QTest>

using namespace Qt::StringLiterals;

namespace evertill::test {

/// A tax that the office makes of several, on its way to one till's ticket, into the books, and back over
/// another till's counter: over real TLS.
class TaxesTest final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void whatOneTillTaxedThriceAnotherGivesBack();

private:
    [[nodiscard]] static std::optional<Product> bread(Till &till, const TillConfig &config);

    SystemRandom m_random;
    SystemClock m_clock;
};

std::optional<Product> TaxesTest::bread(Till &till, const TillConfig &config)
{
    const auto product =
        Catalog(till.replica(), CodePatterns::forShop(config.codePatterns, config.country), config.currency)
            .bySku(u"E1001"_s);
    return product ? std::optional(*product) : std::nullopt;
}

void TaxesTest::whatOneTillTaxedThriceAnotherGivesBack()
{
    SandboxProcess oms;
    oms.start();
    Till till;
    Till other;
    const TillConfig config = till.enrol(oms.url(), oms.ca(), oms.codeFor(u"BER1T1"_s)).value();
    const TillConfig otherConfig = other.enrol(oms.url(), oms.ca(), oms.codeFor(u"BER1T2"_s)).value();
    const auto sync = till.sync(till.settings(u"BER1T1"_s));
    const auto otherSync = other.sync(other.settings(u"BER1T2"_s));
    QTRY_VERIFY_WITH_TIMEOUT(bread(till, config), 20'000);
    const QByteArray code = bread(till, config)->taxCode.toUtf8();
    oms.control("PUT", u"/sandbox/taxes"_s,
        "[{\"code\":\"" + code
            + R"(","name":"Bread","rate":0,"parts":[{"code":"levy","per_unit":5000},)"
              R"({"code":"VAT","rate":70000,"compound":true,"from":"2001-01-02"},)"
              R"({"code":"VAT","rate":190000,"until":"2001-01-01"}]}])");
    QTRY_COMPARE_WITH_TIMEOUT(bread(till, config)->taxParts.size(), std::size_t(3), 5000);

    QVERIFY(OpenShift(till.ledger(), config).run(Money::minor(10'000, config.currency)));
    const Product product = *bread(till, config);
    const GoodsTax tax =
        GoodsTax{product.taxCode, product.taxRate, product.taxParts}.on(m_clock.localDate(m_clock.now()));
    Cart cart;
    cart.id = SaleId(m_random.uuid(m_clock.now()));
    cart.currency = config.currency;
    CartLine line;
    line.sku = product.sku;
    line.name = product.name;
    line.unit = product.unit;
    line.quantity = Quantity::pieces(3);
    line.price = product.price;
    line.taxCode = tax.code;
    line.taxRate = tax.rate;
    line.taxParts = tax.parts;
    line.discount = Money::zero(config.currency);
    cart.lines = {line};
    cart.tenders = {{TenderKind::Card, cart.taxes(config.tax).total, u"A1"_s}};
    const Sale sale = CompleteSale(till.ledger(), config).run(cart).value();
    Cart exempt = cart;
    exempt.id = SaleId(m_random.uuid(m_clock.now()));
    exempt.exemption = TaxExemption{u"D-4711"_s};
    exempt.tenders = {{TenderKind::Card, exempt.taxes(config.tax).total, u"A2"_s}};
    QVERIFY(CompleteSale(till.ledger(), config).run(exempt));
    QCOMPARE(sale.taxes.size(), std::size_t(2));
    QCOMPARE(sale.taxes.front().tax, Money::minor(15, config.currency));

    sync->ledgerGrew();
    ReceiptLookup lookup(other.replica(), other.ledger().database(), otherConfig);
    QTRY_VERIFY_WITH_TIMEOUT(lookup.find(sale.receipt).has_value(), 10'000);
    QVERIFY(OpenShift(other.ledger(), otherConfig).run(Money::minor(10'000, config.currency)));
    std::vector<TaxTotal> back;
    for (const std::int64_t pieces : {1, 2}) {
        const auto done = CompleteReturn(other.ledger(), other.replica(), otherConfig)
                              .run({ReturnId(m_random.uuid(m_clock.now())), sale.receipt,
                                  {{1, Quantity::pieces(pieces), u"stale"_s}}, {}});
        QVERIFY(done);
        for (const TaxTotal &one : done->taxes)
            addTo(back, one);
    }
    QCOMPARE(back, sale.taxes);
    otherSync->ledgerGrew();
    QTRY_COMPARE_WITH_TIMEOUT(oms.rows(u"booked_return"_s).size(), 2, 10'000);
    QCOMPARE(oms.rows(u"finding"_s), QJsonArray());
    for (Till *each : {&till, &other}) {
        const auto audited = verify(each->ledger().database(), {});
        QVERIFY2(audited && audited->isSound(), "the ledger's tables do not follow from its journal");
    }
}

} // namespace evertill::test

QTEST_GUILESS_MAIN(evertill::test::TaxesTest)
#include "tst_taxes.moc"

#include "core/base/system_clock.h"
#include "core/cash/close_shift.h"
#include "core/cash/open_shift.h"
#include "core/catalog/scanned_code.h"
#include "core/offers/shop_offers.h"
#include "core/payment/settlement.h"
#include "core/returns/complete_return.h"
#include "core/sale/complete_sale.h"
#include "core/tasks/task_list.h"
#include "sync/live/customer_questions.h"
#include "tests/sync/e2e/sandbox_process.h"
#include "tests/sync/e2e/till.h"

#include <QJsonDocument>
#include <QTest>

#include <future>

using namespace Qt::StringLiterals;

namespace evertill::test {

/// Customers between tills and the reference OMS, over real TLS.
class CustomersTest final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { m_oms.start(); }
    void init();
    void whatTheOmsSaysOfACustomerMakesTheirPrice();
    void aLimitPerCustomerHoldsAtTheNextTillToo();
    void withoutTheOmsTheSaleIsTheirsAllTheSame();
    void whatIsKeptForOneTillAnotherCanNotSpend();
    void aSaleTakesEarnsAndGoesOnAccountOnceItIsSent();
    void theOtherTillGivesItAllBackAndTheBooksAgree();
    void whatTwoTillsTookUnaskedComesTogetherAsOneTaskEach();

private:
    struct Asking {
        Asking(Till &till, const QString &name) : sync(till.sync(till.settings(name))), desk(*sync, clock) { }
        [[nodiscard]] Result<KnownCustomer> find(const CustomerCard &card)
        {
            std::promise<Result<KnownCustomer>> found;
            auto answer = found.get_future();
            desk.find(card, *Currency::fromCode(u"EUR"), [&](const auto &what) { found.set_value(what); });
            return answer.get();
        }
        [[nodiscard]] Result<PurseHold> hold(
            Purse purse, const CustomerCard &card, const Uuid &id, std::int64_t units)
        {
            std::promise<Result<PurseHold>> kept;
            auto answer = kept.get_future();
            desk.hold(purse, card, id, SaleId(id), {units, *Currency::fromCode(u"EUR")},
                [&](const auto &what) { kept.set_value(what); });
            return answer.get();
        }
        SystemClock clock;
        std::unique_ptr<SyncThread> sync;
        CustomerQuestions desk;
    };
    struct Shopping {
        Till till;
        QString name;
        TillConfig config;
    };
    [[nodiscard]] std::unique_ptr<Shopping> enrol();
    [[nodiscard]] Result<KnownCustomer> ask(Shopping &at)
    {
        return Asking(at.till, at.name).find(customerCardWith(m_number));
    }
    /// A ticket of 10.00 for the customer, with what the shop takes off.
    [[nodiscard]] Cart ticket(Shopping &at, const std::optional<CustomerFacts> &facts);
    Sale sell(Shopping &at, Cart cart, std::vector<Tender> tenders = {});
    [[nodiscard]] Tender own(Shopping &at, TenderKind kind, std::int64_t minor, const Uuid &hold = {});
    [[nodiscard]] Uuid newId() { return m_random.uuid(m_clock.now()); }
    static void exchange(Shopping &at);

    SandboxProcess m_oms;
    SystemClock m_clock;
    SystemRandom m_random;
    std::unique_ptr<Shopping> m_one;
    std::unique_ptr<Shopping> m_two;
    QString m_number;
    int m_count = 0;
};

std::unique_ptr<CustomersTest::Shopping> CustomersTest::enrol()
{
    auto at = std::make_unique<Shopping>();
    at->name = u"BER1T%1"_s.arg(++m_count);
    at->config = at->till.enrol(m_oms.url(), m_oms.ca(), m_oms.codeFor(at->name)).value();
    (void)OpenShift(at->till.ledger(), at->config).run(Money::minor(10'000, at->config.currency));
    return at;
}

void CustomersTest::init()
{
    m_one = enrol();
    m_two = enrol();
    QVERIFY(m_one->config.customers.areKnown);
    m_number = houseCode(ScannedCode::Customer, u"70001000%1"_s.arg(m_count)).value();
    m_oms.control("PUT", u"/sandbox/customers/"_s + m_number, R"({"name":"Ada","groups":["friends"]})");
}

Cart CustomersTest::ticket(Shopping &at, const std::optional<CustomerFacts> &facts)
{
    Cart cart;
    cart.id = SaleId(m_random.uuid(m_clock.now()));
    cart.currency = at.config.currency;
    CartLine line;
    line.sku = u"E1001"_s;
    line.name = u"goods"_s;
    line.quantity = Quantity::pieces(1);
    line.price = Money::minor(1000, cart.currency);
    line.discount = Money::zero(cart.currency);
    line.taxCode = u"standard"_s;
    line.taxRate = Percentage::partsPerMillion(190'000);
    cart.lines = {line};
    cart.customer = TicketCustomer{customerCardWith(m_number), facts};
    (void)ShopOffers(at.till.replica(), at.till.ledger().database(), at.config, m_clock).grant(cart);
    return cart;
}

Tender CustomersTest::own(Shopping &at, TenderKind kind, std::int64_t minor, const Uuid &hold)
{
    Tender tender{kind, Money::minor(minor, at.config.currency)};
    tender.hold = hold;
    tender.customer = customerCardWith(m_number);
    tender.points = kind == TenderKind::Points ? minor : 0; // a cent each
    return tender;
}

Sale CustomersTest::sell(Shopping &at, Cart cart, std::vector<Tender> tenders)
{
    cart.tenders = std::move(tenders);
    const Money open = openAmount(cart.taxes(at.config.tax).total, cart.tenders);
    if (open.isPositive())
        cart.tenders.push_back({TenderKind::Cash, open});
    const auto sale = CompleteSale(at.till.ledger(), at.config).run(cart);
    if (!sale)
        qFatal("not sold: %s", qPrintable(codeName(sale.error().code)));
    return *sale;
}

void CustomersTest::exchange(Shopping &at)
{
    const auto report = at.till.syncOnce(at.till.settings(at.name));
    if (!report)
        qFatal("no exchange: %s", qPrintable(codeName(report.error().code)));
}

void CustomersTest::whatTheOmsSaysOfACustomerMakesTheirPrice()
{
    m_oms.control("PUT", u"/sandbox/promotions/friends"_s,
        R"({"customer_groups":["friends"],"benefits":[{"kind":"percent","ppm":200000}]})");
    exchange(*m_one);
    const auto known = ask(*m_one);
    QCOMPARE(known->name, u"Ada"_s);
    const Cart cart = ticket(*m_one, known->facts);
    QCOMPARE(cart.saved().minor(), 200);
    QCOMPARE(ticket(*m_one, {}).saved().minor(), 0);
    const Sale sale = sell(*m_one, cart);
    exchange(*m_one);
    const QByteArray books = QJsonDocument(m_oms.rows(u"booked_sale"_s)).toJson();
    QVERIFY(books.contains(sale.customer->card.reference.toLatin1()));
    QVERIFY(!books.contains("Ada"));
    const auto after = ask(*m_two);
    QCOMPARE(after->facts.purchases, 1);
    QCOMPARE(after->facts.uses, (std::map<QString, std::int64_t>{{u"friends"_s, 1}}));
    m_oms.control("DELETE", u"/sandbox/promotions/friends"_s, {});
    QCOMPARE(Asking(m_two->till, m_two->name).find(customerCardWith(u"EVC-0"_s)).error().code,
        Code::UnknownCustomer);
}

void CustomersTest::aLimitPerCustomerHoldsAtTheNextTillToo()
{
    m_oms.control("PUT", u"/sandbox/promotions/once"_s,
        R"({"uses_per_customer":1,"benefits":[{"kind":"amount_total","amount":300}]})");
    exchange(*m_one);
    exchange(*m_two);
    const auto before = ask(*m_one);
    const Cart cart = ticket(*m_one, before->facts);
    QCOMPARE(cart.saved().minor(), 300);
    (void)sell(*m_one, cart);
    // Not sent yet: the till counts its own, whether the OMS said something before or after.
    QCOMPARE(ticket(*m_one, before->facts).saved().minor(), 0);
    exchange(*m_one);
    const auto after = ask(*m_one);
    QCOMPARE(after->facts.through, m_one->till.ledger().head().position);
    QCOMPARE(ticket(*m_one, after->facts).saved().minor(), 0);
    QCOMPARE(ticket(*m_two, ask(*m_two)->facts).saved().minor(), 0);
    m_oms.control("DELETE", u"/sandbox/promotions/once"_s, {});
}

void CustomersTest::withoutTheOmsTheSaleIsTheirsAllTheSame()
{
    m_oms.stop();
    QCOMPARE(ask(*m_one).error().code, Code::Unreachable);
    const Sale sale = sell(*m_one, ticket(*m_one, {}));
    QVERIFY(sale.customer->id.isNull());
    m_oms.start();
    exchange(*m_one);
    QCOMPARE(ask(*m_two)->facts.purchases, 1);
}

void CustomersTest::whatIsKeptForOneTillAnotherCanNotSpend()
{
    m_oms.control("PUT", u"/sandbox/customers/"_s + m_number, R"({"points":500,"account_limit":3000})");
    const CustomerCard card = customerCardWith(m_number);
    Asking one(m_one->till, m_one->name);
    Asking two(m_two->till, m_two->name);
    const Uuid id = newId();
    const auto kept = one.hold(Purse::Points, card, id, 300);
    QCOMPARE(kept->held, 300);
    QCOMPARE(one.hold(Purse::Points, card, id, 300).value(), *kept);
    QCOMPARE(two.hold(Purse::Points, card, newId(), 300)->held, 200);
    QCOMPARE(two.hold(Purse::Points, card, newId(), 1).error().code, Code::NoPoints);
    one.desk.release(Purse::Points, card, id);
    QTRY_COMPARE(one.find(card)->points, 300);
    QCOMPARE(one.hold(Purse::Account, card, newId(), 9000)->held, 3000);
    QCOMPARE(two.hold(Purse::Account, card, newId(), 1).error().code, Code::NoCredit);
    QCOMPARE(two.hold(Purse::Points, customerCardWith(u"EVC-0"_s), newId(), 1).error().code,
        Code::UnknownCustomer);
}

void CustomersTest::aSaleTakesEarnsAndGoesOnAccountOnceItIsSent()
{
    m_oms.control("PUT", u"/sandbox/customers/"_s + m_number, R"({"points":500,"account_limit":3000})");
    const Uuid points = newId();
    const Uuid account = newId();
    {
        Asking one(m_one->till, m_one->name);
        QVERIFY(one.hold(Purse::Points, customerCardWith(m_number), points, 200));
        QVERIFY(one.hold(Purse::Account, customerCardWith(m_number), account, 300));
    }
    const Sale sale = sell(*m_one, ticket(*m_one, ask(*m_one)->facts),
        {own(*m_one, TenderKind::Points, 200, points), own(*m_one, TenderKind::OnAccount, 300, account)});
    QCOMPARE(sale.customer->points, 8); // of 3.00 on account and 5.00 in cash
    exchange(*m_one);
    const auto after = ask(*m_two);
    QCOMPARE(after->points, 308);
    QCOMPARE(after->onAccount->minor(), 2700);
    QVERIFY(TaskList(m_one->till.replica(), m_one->till.ledger().database()).open().empty());
}

void CustomersTest::theOtherTillGivesItAllBackAndTheBooksAgree()
{
    m_oms.control("PUT", u"/sandbox/customers/"_s + m_number, R"({"points":500,"account_limit":3000})");
    Cart cart = ticket(*m_one, {});
    cart.lines.front().quantity = Quantity::pieces(2);
    const Sale sale =
        sell(*m_one, cart, {own(*m_one, TenderKind::Points, 200), own(*m_one, TenderKind::OnAccount, 300)});
    QCOMPARE(sale.customer->points, 18);
    exchange(*m_one);
    exchange(*m_one); // the same events again are booked once
    exchange(*m_two);
    QCOMPARE(ask(*m_two)->points, 318);
    std::int64_t takenBack = 0;
    for (int piece = 0; piece < 2; ++piece) {
        const auto done = CompleteReturn(m_two->till.ledger(), m_two->till.replica(), m_two->config)
                              .run({ReturnId(newId()), sale.receipt, {{1, Quantity::pieces(1), u"broken"_s}},
                                  RefundTo(TenderKind::Cash)});
        QVERIFY2(done, done ? "" : qPrintable(codeName(done.error().code)));
        takenBack += done->customer->points;
    }
    QCOMPARE(takenBack, 18);
    for (Shopping *at : {m_one.get(), m_two.get()}) {
        QVERIFY(CloseShift(at->till.ledger()).run(Money::minor(10'000, at->config.currency)));
        exchange(*at);
    }
    const auto after = ask(*m_one);
    QCOMPARE(after->points, 500);
    QCOMPARE(after->onAccount->minor(), 3000);
    QCOMPARE(m_oms.rows(u"finding"_s), QJsonArray());
}

void CustomersTest::whatTwoTillsTookUnaskedComesTogetherAsOneTaskEach()
{
    m_oms.control("PUT", u"/sandbox/customers/"_s + m_number, R"({"points":300,"account_limit":700})");
    for (Shopping *at : {m_one.get(), m_two.get()})
        (void)sell(
            *at, ticket(*at, {}), {own(*at, TenderKind::Points, 200), own(*at, TenderKind::OnAccount, 400)});
    exchange(*m_one);
    exchange(*m_two);
    exchange(*m_one);
    for (Shopping *at : {m_one.get(), m_two.get()}) {
        QStringList codes;
        for (const OpenTask &task : TaskList(at->till.replica(), at->till.ledger().database()).open())
            codes.append(task.code);
        codes.sort();
        QCOMPARE(codes, (QStringList{u"account_overdrawn"_s, u"points_overdrawn"_s}));
    }
}

} // namespace evertill::test

QTEST_GUILESS_MAIN(evertill::test::CustomersTest)
#include "tst_customers.moc"

#include "core/base/system_clock.h"
#include "core/cash/close_shift.h"
#include "core/cash/open_shift.h"
#include "core/catalog/scanned_code.h"
#include "core/payment/foreign_cash.h"
#include "core/payment/voucher.h"
#include "core/sale/complete_sale.h"
#include "core/tasks/task_list.h"
#include "sync/live/gift_card_questions.h"
#include "tests/sync/e2e/sandbox_process.h"
#include "tests/sync/e2e/till.h"

#include <QTest>

#include <future>
#include <map>

using namespace Qt::StringLiterals;

namespace evertill::test {

/// Gift cards between tills and the reference OMS, over real TLS.
class GiftCardsTest final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { m_oms.start(); }
    void init();
    void whatIsKeptForOneTillAnotherCanNotSpend();
    void aSaleTakesTheMoneyOnceItIsSent();
    void whatTwoTillsTookUnaskedComesTogetherAsOneTask();
    void whatWasSoldOfflineIsOnTheCardOnceTheSaleIsSent();
    void aVoucherThatTwoTillsTookIsInTheBooksTwiceAndSaidOnce();
    void notesOfAnotherCurrencyAreInTheBooksWithTheirRate();
    void aRateOfTheOfficeReachesTheTill();
    void withoutTheOmsTheAnswerIsThatNobodyCanBeReached();

private:
    struct Asking {
        Asking(Till &till, const QString &name) : sync(till.sync(till.settings(name))), desk(*sync, clock) { }
        [[nodiscard]] Result<GiftCardHold> hold(const GiftCard &card, const Uuid &id, Money amount)
        {
            std::promise<Result<GiftCardHold>> kept;
            auto answer = kept.get_future();
            desk.hold(card, id, SaleId(id), amount, [&](const auto &what) { kept.set_value(what); });
            return answer.get();
        }
        [[nodiscard]] Result<Money> balance(const GiftCard &card)
        {
            std::promise<Result<Money>> found;
            auto answer = found.get_future();
            desk.balance(card, money(0).currency(), [&](const auto &what) { found.set_value(what); });
            return answer.get();
        }
        SystemClock clock;
        std::unique_ptr<SyncThread> sync;
        GiftCardQuestions desk;
    };
    [[nodiscard]] static Money money(std::int64_t minor)
    {
        return Money::minor(minor, *Currency::fromCode(u"EUR"));
    }
    [[nodiscard]] Uuid newId() { return m_random.uuid(m_clock.now()); }
    /// A card of its own for each test, worth \a balance.
    GiftCard issue(std::int64_t balance);
    void sell(Till &till, const Tender &tender);
    void sell(Till &till, const CartLine &line, const Tender &tender);
    static void exchange(Till &till, const QString &name);

    SandboxProcess m_oms;
    SystemClock m_clock;
    SystemRandom m_random;
    std::map<const Till *, TillConfig> m_configs;
    std::unique_ptr<Till> m_one;
    std::unique_ptr<Till> m_two;
    QString m_nameOne;
    QString m_nameTwo;
    int m_number = 0;
};

void GiftCardsTest::init()
{
    m_nameOne = u"BER1T%1"_s.arg(++m_number);
    m_nameTwo = u"BER1T%1"_s.arg(++m_number);
    m_one = std::make_unique<Till>();
    m_two = std::make_unique<Till>();
    for (const auto &[till, name] : {std::pair(m_one.get(), m_nameOne), std::pair(m_two.get(), m_nameTwo)})
        m_configs[till] = till->enrol(m_oms.url(), m_oms.ca(), m_oms.codeFor(name)).value();
}

GiftCard GiftCardsTest::issue(std::int64_t balance)
{
    const QString number = houseCode(ScannedCode::GiftCard, u"70001000%1"_s.arg(m_number)).value();
    m_oms.control("PUT", u"/sandbox/giftcards/"_s + number,
        "{\"balance\":" + QByteArray::number(qint64(balance)) + "}");
    return giftCardWith(number);
}

void GiftCardsTest::sell(Till &till, const Tender &tender)
{
    CartLine line;
    line.sku = u"E1001"_s;
    line.name = u"goods"_s;
    line.quantity = Quantity::pieces(1);
    line.price = tender.amount;
    line.discount = money(0);
    line.taxCode = u"standard"_s;
    line.taxRate = Percentage::partsPerMillion(190'000);
    sell(till, line, tender);
}

void GiftCardsTest::sell(Till &till, const CartLine &line, const Tender &tender)
{
    const TillConfig &config = m_configs[&till];
    if (!config.giftCards.areTaken)
        qFatal("the enrolment said nothing of gift cards");
    (void)OpenShift(till.ledger(), config).run(money(10'000));
    Cart cart;
    cart.id = SaleId(newId());
    cart.currency = config.currency;
    cart.lines = {line};
    cart.tenders = {tender};
    const auto sale = CompleteSale(till.ledger(), config).run(cart);
    if (!sale)
        qFatal("not sold: %s", qPrintable(codeName(sale.error().code)));
}

void GiftCardsTest::exchange(Till &till, const QString &name)
{
    const auto report = till.syncOnce(till.settings(name));
    if (!report)
        qFatal("no exchange: %s", qPrintable(codeName(report.error().code)));
}

void GiftCardsTest::whatIsKeptForOneTillAnotherCanNotSpend()
{
    const GiftCard card = issue(5000);
    Asking one(*m_one, m_nameOne);
    Asking two(*m_two, m_nameTwo);
    QCOMPARE(one.balance(card).value(), money(5000));
    const Uuid id = newId();
    const auto kept = one.hold(card, id, money(3000));
    QCOMPARE(kept->held, money(3000));
    QCOMPARE(one.hold(card, id, money(3000)).value(), *kept);
    QCOMPARE(two.hold(card, newId(), money(3000))->held, money(2000));
    QCOMPARE(two.hold(card, newId(), money(1)).error().code, Code::GiftCardEmpty);
    one.desk.release(card, id);
    QTRY_COMPARE(one.balance(card).value(), money(3000));
    QCOMPARE(one.hold(giftCardWith(u"EVG-0"_s), newId(), money(1)).error().code, Code::UnknownGiftCard);
}

void GiftCardsTest::aSaleTakesTheMoneyOnceItIsSent()
{
    const GiftCard card = issue(5000);
    const Uuid id = newId();
    {
        Asking one(*m_one, m_nameOne);
        QCOMPARE(one.hold(card, id, money(1200))->held, money(1200));
    }
    sell(*m_one, {TenderKind::GiftCard, money(1200), {}, {}, card, id});
    exchange(*m_one, m_nameOne);
    Asking two(*m_two, m_nameTwo);
    QCOMPARE(two.balance(card).value(), money(3800));
    QVERIFY(TaskList(m_one->replica(), m_one->ledger().database()).open().empty());
}

void GiftCardsTest::whatTwoTillsTookUnaskedComesTogetherAsOneTask()
{
    const GiftCard card = issue(1500);
    sell(*m_one, {TenderKind::GiftCard, money(1000), {}, {}, card});
    sell(*m_two, {TenderKind::GiftCard, money(1000), {}, {}, card});
    exchange(*m_one, m_nameOne);
    exchange(*m_two, m_nameTwo);
    exchange(*m_one, m_nameOne);
    for (Till *till : {m_one.get(), m_two.get()}) {
        const auto tasks = TaskList(till->replica(), till->ledger().database()).open();
        QCOMPARE(tasks.size(), std::size_t(1));
        QCOMPARE(tasks.front().code, u"giftcard_overdrawn"_s);
    }
}

void GiftCardsTest::whatWasSoldOfflineIsOnTheCardOnceTheSaleIsSent()
{
    const GiftCard card =
        giftCardWith(houseCode(ScannedCode::GiftCard, u"70002000%1"_s.arg(m_number)).value());
    sell(*m_one, CartLine::giftCardLoad(card, money(2500), u"Gift card"_s), {TenderKind::Cash, money(2500)});
    Asking two(*m_two, m_nameTwo);
    QCOMPARE(two.balance(card).error().code, Code::UnknownGiftCard);
    exchange(*m_one, m_nameOne);
    exchange(*m_one, m_nameOne);
    QCOMPARE(two.balance(card).value(), money(2500));
    QCOMPARE(two.hold(card, newId(), money(3000))->held, money(2500));
    // The shop's other tests leave tasks; it is no product that anybody has to look for.
    for (const OpenTask &task : TaskList(m_one->replica(), m_one->ledger().database()).open())
        QVERIFY(task.code != u"unknown_product"_s);
}

void GiftCardsTest::aVoucherThatTwoTillsTookIsInTheBooksTwiceAndSaidOnce()
{
    QVERIFY(m_configs[m_one.get()].vouchers.areTaken);
    const Tender voucher = voucherTender(u"MALL-1"_s, money(1500), money(1000)).value();
    sell(*m_one, voucher);
    sell(*m_two, voucher);
    exchange(*m_one, m_nameOne);
    exchange(*m_two, m_nameTwo);
    int booked = 0;
    for (const QJsonValue &row : m_oms.rows(u"booked_tender"_s)) {
        if (row[u"voucher"_s] != u"MALL-1"_s)
            continue;
        ++booked;
        QCOMPARE(row[u"amount"_s].toInteger(), 1000);
        QCOMPARE(row[u"face"_s].toInteger(), 1500);
    }
    QCOMPARE(booked, 2);
    const QJsonArray findings = m_oms.rows(u"finding"_s);
    QCOMPARE(findings.size(), 1);
    QCOMPARE(findings.at(0)[u"till"_s], m_nameTwo);
    QVERIFY(CloseShift(m_one->ledger()).run(money(10'000)));
    exchange(*m_one, m_nameOne);
    QCOMPARE(m_oms.rows(u"finding"_s).size(), 1);
}

void GiftCardsTest::notesOfAnotherCurrencyAreInTheBooksWithTheirRate()
{
    const qsizetype before = m_oms.rows(u"finding"_s).size();
    const ForeignCurrency dollars = m_configs[m_one.get()].foreignCash.at(0);
    QCOMPARE(dollars.currency.code(), u"USD"_s);
    const Money notes = Money::minor(2000, dollars.currency);
    sell(*m_one, foreignTender(notes, dollars, money(0).currency()).value());
    QVERIFY(CloseShift(m_one->ledger()).run(money(10'000)));
    exchange(*m_one, m_nameOne);
    int booked = 0;
    for (const QJsonValue &row : m_oms.rows(u"booked_tender"_s)) {
        if (row[u"kind"_s] != u"foreign_cash"_s)
            continue;
        ++booked;
        QCOMPARE(row[u"amount"_s].toInteger(), 1840);
        QCOMPARE(row[u"currency"_s], u"USD"_s);
        QCOMPARE(row[u"foreign_amount"_s].toInteger(), 2000);
        QCOMPARE(row[u"rate"_s], u"0.9200"_s);
    }
    QCOMPARE(booked, 1);
    QCOMPARE(m_oms.rows(u"finding"_s).size(), before);
}

void GiftCardsTest::aRateOfTheOfficeReachesTheTill()
{
    const TillConfig &config = m_configs[m_one.get()];
    const auto dollar = [&] {
        return foreignCashAt(m_one->replica().database(), config.foreignCash, {}, m_clock.now())
            .front()
            .rate.text();
    };
    QCOMPARE(dollar(), u"0.9200"_s);
    m_oms.control("PUT", u"/sandbox/exchange-rates/USD"_s, R"({"rate":"0.9375","from":1})");
    const QJsonObject last = m_oms.control("PUT", u"/sandbox/exchange-rates/USD"_s, R"({"rate":"0.95"})");
    exchange(*m_one, m_nameOne);
    QCOMPARE(dollar(), u"0.9500"_s);
    m_oms.control("DELETE", u"/sandbox/exchange-rates/"_s + last[u"exchange_rate"_s].toString());
    exchange(*m_one, m_nameOne);
    QCOMPARE(dollar(), u"0.9375"_s);
}

void GiftCardsTest::withoutTheOmsTheAnswerIsThatNobodyCanBeReached()
{
    const GiftCard card = issue(1500);
    Asking one(*m_one, m_nameOne);
    QCOMPARE(one.balance(card).value(), money(1500));
    m_oms.stop();
    QCOMPARE(one.hold(card, newId(), money(100)).error().code, Code::Unreachable);
    m_oms.start();
}

} // namespace evertill::test

QTEST_GUILESS_MAIN(evertill::test::GiftCardsTest)
#include "tst_gift_cards.moc"

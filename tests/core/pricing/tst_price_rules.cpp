#include "core/pricing/price_basket.h"
#include "core/tax/local_tax_provider.h"
#include "tests/core/pricing/random_basket.h"

#include <QTest>

using namespace evertill;
using namespace evertill::test;
using namespace Qt::StringLiterals;

namespace {

/// A tax service that is down, and one that can't add.
class BrokenProvider final : public TaxProvider {
public:
    explicit BrokenProvider(bool answers) : m_answers(answers) { }
    Result<TaxAnswer> answer(const TaxQuestion &question) const override
    {
        if (!m_answers)
            return refuse(Code::Unreachable);
        TaxAnswer answer = *LocalTaxProvider().answer(question);
        answer.lines.front().gross += 1;
        return answer;
    }

private:
    bool m_answers;
};

/// Two lamps at 15.89, to which a tax of 21 % and, for each piece, a fee of 1.00 that is taxed come.
Basket lampsForStaff(std::int64_t percent)
{
    Basket basket;
    basket.currency = *Currency::fromCode(u"EUR");
    basket.mode = PriceMode::Exclusive;
    basket.taxes.scope = TaxScope::Document;
    TaxRule fee;
    fee.rate.id = u"fee"_s;
    fee.rate.kind = TaxKind::FixedPerUnit;
    fee.rate.amount = Fraction::of(100);
    fee.rate.raisesLater = true;
    TaxRule vat;
    vat.rate.id = u"vat"_s;
    vat.rate.rate = Percentage::partsPerMillion(210'000);
    fee.categories = vat.categories = {u"lamps"_s};
    basket.taxes.rules = {fee, vat};
    BasketLine line;
    line.price = UnitPrice::minor(1589);
    line.taxCategory = u"lamps"_s;
    for (const QString &sku : {u"DESK"_s, u"FLOOR"_s}) {
        line.sku = sku;
        basket.lines.push_back(line);
    }
    Benefit benefit;
    benefit.kind = BenefitKind::PercentBill;
    benefit.rate = Percentage::partsPerMillion(percent * 10'000);
    Promotion promotion;
    promotion.id = u"staff"_s;
    promotion.benefits = {benefit};
    basket.promotions = {promotion};
    return basket;
}

Basket threeForTwo()
{
    Basket basket;
    basket.currency = *Currency::fromCode(u"EUR");
    BasketLine line;
    line.sku = u"SOAP"_s;
    line.price = UnitPrice::minor(300);
    line.quantity = Quantity::pieces(3);
    basket.lines = {line};
    Benefit benefit;
    benefit.kind = BenefitKind::Group;
    benefit.parts = {{{}, 2, false}, {{}, 1, true}};
    benefit.areGotCheapest = true;
    benefit.rate = Percentage::partsPerMillion(1'000'000);
    Promotion promotion;
    promotion.id = u"p"_s;
    promotion.benefits = {benefit};
    basket.promotions = {promotion};
    basket.returns = {{{0, Quantity::pieces(1)}}};
    return basket;
}

} // namespace

class PriceRulesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aBundleTornApartOwesTheGoodsTheirOwnPrice();
    void theLocalEngineAnswersWhereAServiceDoesNot();
    void aCertificateTakesTheTaxOutOfThePrice();
    void aListForTheClubAndTheCaseWins();
    void onlyTheCashPartIsRounded();
    void whatIsOffTheBillIsOffThePriceAndOffTheTax();
};

void PriceRulesTest::aBundleTornApartOwesTheGoodsTheirOwnPrice()
{
    Basket basket = threeForTwo();
    QCOMPARE(priceBasket(basket)->totals.toPay, 600);
    QCOMPARE(priceBasket(basket)->returns.front().amount, 200); // its share of what was paid
    basket.returnRule = ReturnRule::Repriced;
    QCOMPARE(priceBasket(basket)->returns.front().amount, 0); // two are kept, and two cost 6.00
}

void PriceRulesTest::theLocalEngineAnswersWhereAServiceDoesNot()
{
    SeededRandom random(20261123);
    const Basket basket = randomBasket(random, {});
    const auto local = priceBasket(basket);
    for (const bool answers : {false, true}) {
        const auto priced = priceBasket(basket, BrokenProvider(answers));
        QVERIFY(priced);
        QCOMPARE(priced->taxSource, u"local"_s);
        QCOMPARE(priced->totals.toPay, local->totals.toPay);
    }
}

void PriceRulesTest::aCertificateTakesTheTaxOutOfThePrice()
{
    Basket basket = threeForTwo();
    basket.promotions.clear();
    basket.returns.clear();
    basket.lines.front().price = UnitPrice::minor(119);
    basket.lines.front().taxes = QStringList{u"vat"_s};
    TaxRule vat;
    vat.rate.id = u"vat"_s;
    vat.rate.rate = Percentage::partsPerMillion(190'000);
    basket.taxes.rules = {vat};
    QCOMPARE(priceBasket(basket)->totals.toPay, 357);
    basket.taxes.exemptions = {{u"D-1"_s, u"embassy"_s, {}, {}}};
    QCOMPARE(priceBasket(basket)->totals.toPay, 300);
    basket.taxes.exemptions.clear();
    basket.taxes.rules.front().rate.treatment = TaxTreatment::ReverseCharge;
    const auto reverse = priceBasket(basket);
    QCOMPARE(reverse->totals.toPay, 357);
    QCOMPARE(reverse->taxes.front().owed, 68);
    QCOMPARE(reverse->taxes.front().charged, 0);
}

void PriceRulesTest::aListForTheClubAndTheCaseWins()
{
    Basket basket = threeForTwo();
    basket.promotions.clear();
    basket.returns.clear();
    const auto list = [&](const QString &id, std::int64_t priority, std::vector<ListedPrice> prices) {
        PriceList made;
        made.id = id;
        made.currency = basket.currency;
        made.priority = priority;
        made.prices = std::move(prices);
        return made;
    };
    const auto listed = [](const QString &unit, int from, int minor) {
        return ListedPrice{u"SOAP"_s, unit, Quantity::pieces(from), UnitPrice::minor(minor), false};
    };
    basket.priceLists = {list(u"retail"_s, 0, {listed(u"ea"_s, 0, 250), listed(u"ea"_s, 3, 220)}),
        list(u"club"_s, 1, {listed(u"ea"_s, 0, 200)}), list(u"case"_s, 0, {listed(u"case"_s, 0, 1500)})};
    basket.priceLists[1].audience.customerGroups = {u"club"_s};
    QCOMPARE(priceBasket(basket)->totals.toPay, 660); // the break of three
    basket.lines.front().quantity = Quantity::pieces(2);
    QCOMPARE(priceBasket(basket)->totals.toPay, 500);
    basket.lines.push_back(basket.lines.front());
    QCOMPARE(priceBasket(basket)->totals.toPay, 880); // reached by both lines together
    basket.customerGroups = {u"club"_s};
    QCOMPARE(priceBasket(basket)->totals.toPay, 800);
    basket.lines = {basket.lines.front()};
    basket.lines.front().unit = u"case"_s;
    QCOMPARE(priceBasket(basket)->totals.toPay, 3000);
    basket.priceLists[2].currency = *Currency::fromCode(u"USD");
    QCOMPARE(priceBasket(basket)->totals.toPay, 600); // its own price: no list in euro has the case
}

void PriceRulesTest::onlyTheCashPartIsRounded()
{
    Basket basket = threeForTwo();
    basket.promotions.clear();
    basket.returns.clear();
    basket.currency = *Currency::fromCode(u"CHF");
    basket.lines.front().price = UnitPrice::minor(334); // 10.02
    basket.tenders = {{u"card"_s, 500, {}}, {u"cash"_s, 1000, {}}};
    auto settled = priceBasket(basket)->settlement;
    QCOMPARE(settled->rounding, -2);
    QCOMPARE(settled->change, 500);
    basket.tenders = {{u"card"_s, 1002, {}}};
    settled = priceBasket(basket)->settlement;
    QCOMPARE(settled->rounding, 0);
    QCOMPARE(settled->due, 0);
    basket.currency = *Currency::fromCode(u"EUR");
    QCOMPARE(priceBasket(basket)->cashToPay, 1002);
    basket.country = u"FI"_s;
    QCOMPARE(priceBasket(basket)->cashToPay, 1000);
}

void PriceRulesTest::whatIsOffTheBillIsOffThePriceAndOffTheTax()
{
    // 31.78 and 6.67 of tax, and the fees: 2.00 and 0.42, of which nobody gets anything off.
    const auto priced = priceBasket(lampsForStaff(7));
    QVERIFY(priced);
    QCOMPARE(priced->totals.toPay, 3178 + 667 + 242 - 269); // 7 % of 38.45 is 2.69
    QCOMPARE(priced->taxes[0].charged, 200);
    QCOMPARE(priced->taxes[1].charged, 667 + 42 - 47); // 7 % of 6.67 is 0.47
    QCOMPARE(priced->totals.net, 3178 - 222); // the rest of it
    QCOMPARE(priced->totals.discount, 222);
    QCOMPARE(priceBasket(lampsForStaff(100))->totals.toPay, 242);
}

QTEST_GUILESS_MAIN(PriceRulesTest)
#include "tst_price_rules.moc"

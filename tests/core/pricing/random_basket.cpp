#include "tests/core/pricing/random_basket.h"

using namespace Qt::StringLiterals;

namespace evertill::test {
namespace {

constexpr int kProducts = 6;

QString sku(int number) { return u"S%1"_s.arg(number); }

GoodsFilter randomGoods(SeededRandom &random)
{
    GoodsFilter goods;
    switch (below(random, 4)) {
    case 0:
        goods.skus = {sku(below(random, kProducts))};
        break;
    case 1:
        goods.skus = {sku(below(random, kProducts)), sku(below(random, kProducts))};
        break;
    case 2:
        goods.categories = {below(random, 2) == 0 ? u"even"_s : u"odd"_s};
        break;
    default:
        break;
    }
    return goods;
}

Benefit randomGroup(SeededRandom &random)
{
    Benefit benefit;
    benefit.kind = BenefitKind::Group;
    benefit.parts.push_back({randomGoods(random), 1 + below(random, 2), false});
    const int shape = below(random, 3);
    if (shape == 0) { // so many for a price
        benefit.reduction = GroupReduction::PriceTotal;
        benefit.parts.front().units = 2 + below(random, 2);
        benefit.amount = 100 + below(random, 900);
    } else if (shape == 1) { // buy some, get the cheapest cheaper
        benefit.parts.push_back({benefit.parts.front().goods, 1, true});
        benefit.areGotCheapest = true;
        benefit.rate = Percentage::partsPerMillion(500'000 * (1 + below(random, 2)));
    } else { // buy these, get those cheaper
        benefit.parts.push_back({randomGoods(random), 1, true});
        benefit.rate = Percentage::partsPerMillion(1'000'000);
    }
    benefit.mostTimes = below(random, 3);
    return benefit;
}

Benefit randomBenefit(SeededRandom &random)
{
    Benefit benefit;
    benefit.goods = randomGoods(random);
    switch (below(random, 7)) {
    case 0:
        benefit.kind = BenefitKind::Percent;
        benefit.rate = Percentage::partsPerMillion(10'000 * (1 + below(random, 60)));
        break;
    case 1:
        benefit.kind = BenefitKind::PercentTotal;
        benefit.rate = Percentage::partsPerMillion(10'000 * (1 + below(random, 30)));
        break;
    case 2:
        benefit.kind = BenefitKind::AmountTotal;
        benefit.amount = 1 + below(random, 700);
        break;
    case 3:
        benefit.kind = BenefitKind::AmountEach;
        benefit.amount = 1 + below(random, 200);
        break;
    case 4:
        benefit.kind = BenefitKind::PriceEach;
        benefit.amount = below(random, 800);
        break;
    default:
        return randomGroup(random);
    }
    return benefit;
}

Promotion randomPromotion(SeededRandom &random, int number)
{
    Promotion promotion;
    promotion.id = promotion.name = u"P%1"_s.arg(number);
    promotion.priority = below(random, 3);
    promotion.benefits.push_back(randomBenefit(random));
    if (below(random, 3) == 0)
        promotion.exclusiveGroup = u"g%1"_s.arg(below(random, 2));
    if (below(random, 4) == 0)
        promotion.unitGroup = u"goods"_s;
    if (below(random, 12) == 0)
        promotion.isExclusive = true;
    if (below(random, 4) == 0) {
        Threshold threshold;
        threshold.minAmount = below(random, 4000);
        threshold.isAfterDiscounts = below(random, 3) == 0;
        promotion.thresholds.push_back(threshold);
    }
    if (below(random, 8) == 0)
        promotion.maxDiscount = 1 + below(random, 500);
    return promotion;
}

void addTaxes(SeededRandom &random, Basket &basket)
{
    basket.taxes.scope = TaxScope(below(random, 3));
    basket.taxes.how = below(random, 2) == 0 ? Rounding::HalfUp : Rounding::HalfEven;
    constexpr std::int64_t kRates[] = {70'000, 190'000, 88'750};
    for (int i = 0; i < 3; ++i) {
        TaxRule rule;
        rule.rate.id = rule.rate.label = u"t%1"_s.arg(i);
        rule.rate.rate = Percentage::partsPerMillion(kRates[i]);
        rule.rate.raisesLater = below(random, 3) == 0;
        rule.isIncluded = below(random, 2) == 0;
        rule.categories = {i == 0 ? u"food"_s : u"goods"_s};
        basket.taxes.rules.push_back(std::move(rule));
    }
}

} // namespace

int below(SeededRandom &random, int limit) { return int(random.next64() % std::uint64_t(limit)); }

Basket randomBasket(SeededRandom &random, const BasketSize &size)
{
    Basket basket;
    basket.currency = *Currency::fromCode(u"EUR");
    for (int i = 0; i < size.lines; ++i) {
        BasketLine line;
        const int product = below(random, kProducts);
        line.sku = sku(product);
        line.categories = {product % 2 == 0 ? u"even"_s : u"odd"_s};
        line.price = UnitPrice::minor(50 + below(random, 1500));
        line.quantity = Quantity::pieces(1 + below(random, size.mostPieces));
        if (below(random, 6) == 0) {
            line.unit = u"kg"_s;
            line.quantity = Quantity::thousandths(1 + below(random, 3000));
        }
        line.taxCategory = size.hasTaxes ? below(random, 2) == 0 ? u"food"_s : u"goods"_s : QString();
        if (below(random, 8) == 0)
            line.deposit = Deposit{u"D"_s, {}, 25, {}};
        basket.lines.push_back(std::move(line));
    }
    for (int i = 0; i < size.promotions; ++i)
        basket.promotions.push_back(randomPromotion(random, i));
    if (size.hasTaxes)
        addTaxes(random, basket);
    return basket;
}

Basket usualBasket(SeededRandom &random)
{
    Basket basket;
    basket.currency = *Currency::fromCode(u"EUR");
    for (int i = 0; i < 50; ++i) {
        BasketLine line;
        line.sku = u"S%1"_s.arg(i);
        line.price = UnitPrice::minor(50 + below(random, 1500));
        line.quantity = Quantity::pieces(1 + below(random, 4));
        basket.lines.push_back(line);
    }
    for (int i = 0; i < 30; ++i) {
        Promotion promotion;
        promotion.id = u"P%1"_s.arg(i);
        Benefit benefit;
        const QStringList goods{u"S%1"_s.arg(2 * i), u"S%1"_s.arg(2 * i + 1)};
        benefit.rate = Percentage::partsPerMillion(100'000 * (1 + below(random, 5)));
        if (i >= 24) {
            benefit.kind = BenefitKind::PercentTotal;
            promotion.exclusiveGroup = u"ticket"_s;
            promotion.priority = -1;
        } else if (i % 3 == 0) {
            GoodsFilter filter;
            filter.skus = goods;
            benefit.kind = BenefitKind::Group;
            benefit.parts = {{filter, 2, false}, {filter, 1, true}};
            benefit.areGotCheapest = true;
        } else {
            benefit.goods.skus = goods;
        }
        promotion.benefits = {benefit};
        basket.promotions.push_back(promotion);
    }
    return basket;
}

} // namespace evertill::test

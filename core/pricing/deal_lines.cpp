#include "core/pricing/deal_lines.h"

#include "core/tax/tax_chain.h"

#include <algorithm>
#include <tuple>

using namespace Qt::StringLiterals;

namespace evertill {
namespace {

bool asksForTax(const Basket &basket)
{
    return std::any_of(basket.promotions.begin(), basket.promotions.end(), [](const Promotion &promotion) {
        return promotion.isMaxWithTax
            || std::any_of(promotion.thresholds.begin(), promotion.thresholds.end(),
                [](const Threshold &threshold) { return threshold.isWithoutTax; });
    });
}

void reckonShares(DealLine &deal, const std::vector<TaxRate> &rates)
{
    if (deal.amount == 0)
        return;
    const Fraction amount = Fraction::of(deal.amount);
    const TaxChain chain =
        reckonTaxes(amount, Fraction::of(deal.goods->quantity.thousandths(), 1000), rates, std::nullopt);
    Fraction gross = chain.net;
    for (std::size_t i = 0; i < rates.size(); ++i) {
        if (rates[i].treatment == TaxTreatment::Standard)
            gross += chain.taxes[i].tax;
    }
    deal.netShare = chain.net / amount;
    deal.grossShare = gross / amount;
}

auto sorting(const DealLine &deal)
{
    return std::make_tuple(
        deal.amount, deal.goods->quantity.thousandths(), deal.unitPrice, deal.units, deal.least);
}

bool comesBefore(const DealLine &a, const DealLine &b)
{
    if (a.goods->sku != b.goods->sku)
        return a.goods->sku < b.goods->sku;
    if (sorting(a) != sorting(b))
        return sorting(a) < sorting(b);
    if (a.goods->taxCategory != b.goods->taxCategory)
        return a.goods->taxCategory < b.goods->taxCategory;
    if (a.goods->categories != b.goods->categories)
        return a.goods->categories < b.goods->categories;
    const QStringList none;
    const QStringList &left = a.goods->taxes ? *a.goods->taxes : none;
    const QStringList &right = b.goods->taxes ? *b.goods->taxes : none;
    if (left != right)
        return left < right;
    return std::tuple(a.isMarkedDown, a.goods->takesDiscount)
        < std::tuple(b.isMarkedDown, b.goods->takesDiscount);
}

} // namespace

std::vector<DealLine> dealLines(
    const Basket &basket, const PricedBasket &priced, const std::vector<std::vector<TaxRate>> &rates)
{
    const bool isTaxAsked = asksForTax(basket);
    std::vector<DealLine> deals;
    for (std::size_t i = 0; i < basket.lines.size(); ++i) {
        DealLine deal;
        deal.goods = &basket.lines[i];
        deal.at = i;
        deal.unitPrice = priced.lines[i].price.exact().rounded(Rounding::HalfUp);
        if (priced.lines[i].source.kind == PriceSource::Label)
            deal.unitPrice = priced.lines[i].amount;
        deal.isMarkedDown = priced.lines[i].isMarkedDown;
        const bool isCounted =
            deal.goods->unit == u"ea"_s && priced.lines[i].source.kind != PriceSource::Label;
        deal.units = isCounted ? deal.goods->quantity.thousandths() / 1000 : 1;
        deal.amount = priced.lines[i].amount - priced.lines[i].discount;
        if (deal.goods->minPrice)
            deal.least = std::min(deal.amount,
                std::int64_t(std::min<evertill_int128>(
                    Basket::kLargestTotal, evertill_int128(*deal.goods->minPrice) * deal.units)));
        if (isTaxAsked)
            reckonShares(deal, rates[i]);
        deals.push_back(deal);
    }
    std::stable_sort(deals.begin(), deals.end(), comesBefore);
    return deals;
}

std::vector<std::size_t> placesOf(const std::vector<DealLine> &deals, const PricedBasket &priced)
{
    std::vector<std::size_t> places;
    for (const DealLine &deal : deals)
        places.push_back(deal.at);
    std::vector<std::size_t> depositOf(deals.size()); // 0: none, for goods stand first
    for (std::size_t i = deals.size(); i < priced.lines.size(); ++i)
        depositOf[*priced.lines[i].depositOf] = i;
    for (const DealLine &deal : deals) {
        if (depositOf[deal.at] != 0)
            places.push_back(depositOf[deal.at]);
    }
    return places;
}

} // namespace evertill

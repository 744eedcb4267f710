#include "core/offers/shop_price_lists.h"

#include "core/pricing/check_basket.h"
#include "core/pricing/json/basket_json.h"

#include <QJsonDocument>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace evertill {
namespace {

Result<> canSellBy(const PriceList &list, const TillConfig &config)
{
    const auto mode = config.tax.mode == TaxMode::Inclusive ? PriceMode::Inclusive : PriceMode::Exclusive;
    if (list.currency != config.currency)
        return badInput(u"in %1"_s.arg(list.currency.code()));
    if (list.mode != mode)
        return badInput(u"its prices do not stand to the tax as this shop's do"_s);
    for (const ListedPrice &price : list.prices) {
        if (price.price.millionths % UnitPrice::kMinor != 0)
            return badInput(u"%1: a price finer than money"_s.arg(price.sku));
    }
    Basket alone;
    alone.moment = WallMinute();
    alone.priceLists = {list};
    return checkBasket(alone);
}

Result<PriceList> read(const PriceListRow &row, const TillConfig &config)
{
    auto list = readPriceList(QJsonDocument::fromJson(row.list).object(), config.currency);
    if (list && list->id != row.priceList)
        return badInput(u"id: not its row's"_s);
    if (!list)
        return list;
    if (auto checked = canSellBy(*list, config); !checked)
        return tl::unexpected(checked.error());
    std::stable_sort(list->prices.begin(), list->prices.end(),
        [](const ListedPrice &a, const ListedPrice &b) { return a.sku < b.sku; });
    return list;
}

} // namespace

std::vector<PriceList> sellingLists(const std::vector<PriceListRow> &rows, const TillConfig &config)
{
    std::vector<PriceList> lists;
    for (const PriceListRow &row : rows) {
        auto list = read(row, config);
        if (list)
            lists.push_back(std::move(*list));
        else
            qWarning("price list %s is set aside: %s", qPrintable(row.priceList.left(60)),
                qPrintable(list.error().facts.value(u"problem"_s).toString()));
    }
    return lists;
}

std::vector<PriceList> listsFor(const Cart &cart, const std::vector<PriceList> &lists)
{
    QSet<QString> skus;
    for (const CartLine &line : cart.lines)
        skus.insert(line.sku);
    std::vector<PriceList> those;
    for (const PriceList &list : lists) {
        PriceList own{list.id, list.currency, list.mode, list.priority, list.audience, {}};
        for (const QString &sku : skus) {
            const auto from = std::lower_bound(list.prices.begin(), list.prices.end(), sku,
                [](const ListedPrice &price, const QString &wanted) { return price.sku < wanted; });
            for (auto price = from; price != list.prices.end() && price->sku == sku; ++price)
                own.prices.push_back(*price);
        }
        if (!own.prices.empty())
            those.push_back(std::move(own));
    }
    return those;
}

} // namespace evertill

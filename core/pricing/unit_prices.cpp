#include "core/pricing/unit_prices.h"

#include "core/pricing/check_basket.h"
#include "core/pricing/line_taxes.h"

#include <QHash>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace evertill {
namespace {

// A million euro for one piece: what other taxes make of it still fits.
constexpr std::int64_t kMostAdapted = 100'000'000 * UnitPrice::kMinor;

/// What the lists say of one product in one unit: each with its breaks.
struct Candidate {
    const PriceList *list;
    const ListedPrice *price;
};

using Index = QHash<std::pair<QString, QString>, std::vector<Candidate>>;

Index indexLists(const Basket &basket)
{
    Index index;
    const Occasion occasion = basket.occasion();
    for (const PriceList &list : basket.priceLists) {
        if (list.currency != basket.currency || !isFor(list.audience, occasion))
            continue;
        for (const ListedPrice &price : list.prices)
            index[{price.sku, price.unit}].push_back({&list, &price});
    }
    return index;
}

/// The better of two that both count: by the list's priority, then the break within one list, then the price.
bool isBetter(const Candidate &a, const Candidate &b)
{
    if (a.list->priority != b.list->priority)
        return a.list->priority > b.list->priority;
    if (a.list == b.list)
        return a.price->from > b.price->from;
    return a.price->price < b.price->price;
}

const Candidate *listed(const Index &index, const BasketLine &line, Quantity together)
{
    const auto found = index.find({line.sku, line.unit});
    if (found == index.end())
        return nullptr;
    const Candidate *best = nullptr;
    for (const Candidate &candidate : *found) {
        // Only the highest break of a list speaks for it.
        if (candidate.price->from > together)
            continue;
        const bool hasHigher = std::any_of(found->begin(), found->end(), [&](const Candidate &other) {
            return other.list == candidate.list && other.price->from <= together
                && other.price->from > candidate.price->from;
        });
        if (!hasHigher && (!best || isBetter(candidate, *best)))
            best = &candidate;
    }
    return best;
}

FoundPrice fromLine(const BasketLine &line, PriceMode mode)
{
    FoundPrice found;
    found.mode = mode;
    found.isMarkedDown = line.isMarkedDown;
    if (line.priceOverride) {
        found.price = line.priceOverride->price;
        found.source.kind = PriceSource::Override;
        found.source.reason = line.priceOverride->reason;
        found.source.approvedBy = line.priceOverride->approvedBy;
    } else {
        found.price = line.price.value_or(UnitPrice());
        found.source.kind = line.labelAmount ? PriceSource::Label
            : line.isOpenPrice               ? PriceSource::Open
                                             : PriceSource::Given;
    }
    return found;
}

Result<> reckonAmount(FoundPrice &found, const BasketLine &line)
{
    const evertill_int128 billionths = evertill_int128(found.price.millionths) * line.quantity.thousandths();
    const bool isLabel = found.source.kind == PriceSource::Label;
    if (isLabel || billionths > evertill_int128(Basket::kLargestTotal) * 1000 * UnitPrice::kMinor) {
        if (!isLabel)
            return refuse(
                Code::BadAmount, {{u"minor"_s, qint64(found.price.millionths / UnitPrice::kMinor)}});
        found.exact = Fraction::of(*line.labelAmount);
    } else {
        found.exact = Fraction::ofWide(billionths, 1000 * UnitPrice::kMinor);
    }
    found.amount = found.exact.rounded(Rounding::HalfUp);
    return {};
}

QHash<std::pair<QString, QString>, Quantity> quantities(const Basket &basket)
{
    QHash<std::pair<QString, QString>, Quantity> together;
    for (const BasketLine &line : basket.lines)
        together[{line.sku, line.unit}] += line.quantity;
    return together;
}

} // namespace

Result<std::vector<FoundPrice>> findPrices(const Basket &basket)
{
    const Index index = indexLists(basket);
    const auto together = quantities(basket);
    std::vector<FoundPrice> prices;
    evertill_int128 total = 0;
    for (const BasketLine &line : basket.lines) {
        const bool asksLists = !line.priceOverride && !line.labelAmount && !line.isOpenPrice;
        const Candidate *candidate =
            asksLists ? listed(index, line, together.value({line.sku, line.unit})) : nullptr;
        FoundPrice found = fromLine(line, basket.mode);
        if (candidate) {
            found = {candidate->price->price,
                {PriceSource::List, candidate->list->id, candidate->price->from, {}, {}},
                candidate->list->mode, line.isMarkedDown || candidate->price->isMarkedDown, {}, 0};
        } else if (asksLists && !line.price) {
            return badInput(u"%1 has no price in %2"_s.arg(line.sku, basket.currency.code()));
        }
        if (line.priceMadeFor) {
            const auto from = taxesFor(basket, {}, line.priceMadeFor, found.mode);
            const auto to = taxesFor(basket, line.taxCategory, line.taxes, found.mode);
            if (!areReckonable(from) || !areReckonable(to))
                return badInput(u"taxes on one line that no shop has"_s);
            if (found.price.millionths > kMostAdapted)
                return refuse(
                    Code::BadAmount, {{u"minor"_s, qint64(found.price.millionths / UnitPrice::kMinor)}});
            found.price = adaptPrice(found.price, from, to);
        }
        if (auto reckoned = reckonAmount(found, line); !reckoned)
            return tl::unexpected(reckoned.error());
        total += found.amount;
        if (total > Basket::kLargestTotal)
            return refuse(Code::BadAmount, {{u"minor"_s, qint64(found.amount)}});
        prices.push_back(std::move(found));
    }
    return prices;
}

} // namespace evertill

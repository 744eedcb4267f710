#include "core/pricing/promotion/scanned_gifts.h"

#include <algorithm>
#include <numeric>

using namespace Qt::StringLiterals;

namespace evertill {
namespace {

bool canBeGiven(const DealLine &line)
{
    const BasketLine &goods = *line.goods;
    return goods.takesDiscount && goods.unit == u"ea"_s && !goods.labelAmount && !goods.discount
        && line.least == 0;
}

/// How many units of one product are gifts: at least low are, high are too many.
struct Bounds {
    std::int64_t low = 0;
    std::int64_t high = 0;
    std::int64_t now = 0;
};
using GiftCounts = std::map<QString, Bounds>;

/// The search for how many of the scanned units are gifts.
class GiftSearch final {
public:
    GiftSearch(const Basket &basket, const std::vector<DealLine> &lines);

    [[nodiscard]] Deals run();

private:
    /// What is left of the lines once their gifts are taken away.
    struct Paid {
        std::vector<DealLine> lines;
        std::vector<std::size_t> from; ///< which of all lines each of them is
        std::vector<std::int64_t> given; ///< units of each of all lines
        std::vector<ScannedGift> gifts;
    };
    [[nodiscard]] Paid paid() const;
    [[nodiscard]] Deals dealsOf(const Paid &paid) const;
    [[nodiscard]] std::int64_t earned(const Deals &deals, const QString &sku) const;
    void begin(const Deals &allPaid);
    [[nodiscard]] bool narrow(const Deals &deals, const QString &keeper);
    [[nodiscard]] std::optional<Deals> search(const QString &keeper);
    [[nodiscard]] Deals withGifts(Deals deals, const Paid &paid) const;

    const Basket &m_basket;
    const std::vector<DealLine> &m_lines;
    std::vector<std::size_t> m_dearestFirst; // of the lines that can be given
    std::map<QString, std::int64_t> m_scanned; // units of the products that a promotion gives
    GiftCounts m_counts; // of them, while one search goes on
};

GiftSearch::GiftSearch(const Basket &basket, const std::vector<DealLine> &lines)
    : m_basket(basket), m_lines(lines)
{
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (canBeGiven(lines[i]))
            m_dearestFirst.push_back(i);
    }
    std::stable_sort(m_dearestFirst.begin(), m_dearestFirst.end(),
        [&](std::size_t a, std::size_t b) { return lines[a].unitPrice > lines[b].unitPrice; });
    for (const Promotion &promotion : basket.promotions) {
        for (const Benefit &benefit : promotion.benefits) {
            if (benefit.kind != BenefitKind::Gift || m_scanned.contains(benefit.giftSku))
                continue;
            std::int64_t scanned = 0;
            for (const std::size_t line : m_dearestFirst)
                scanned += lines[line].goods->sku == benefit.giftSku ? lines[line].units : 0;
            if (scanned > 0)
                m_scanned[benefit.giftSku] = scanned;
        }
    }
}

std::int64_t GiftSearch::earned(const Deals &deals, const QString &sku) const
{
    std::int64_t units = 0;
    for (const GivenDeal &deal : deals.given) {
        for (const FreeGoods &gift : deal.outcome.gifts)
            units += gift.sku == sku ? gift.units : 0;
    }
    return units;
}

GiftSearch::Paid GiftSearch::paid() const
{
    Paid paid;
    paid.given.resize(m_lines.size());
    for (const auto &[sku, count] : m_counts) {
        std::int64_t wanted = count.now;
        ScannedGift gift{sku, count.now, 0};
        for (const std::size_t line : m_dearestFirst) {
            if (m_lines[line].goods->sku != sku)
                continue;
            paid.given[line] = std::min(wanted, m_lines[line].units);
            wanted -= paid.given[line];
            gift.each = std::max(gift.each, m_lines[line].amount / m_lines[line].units);
        }
        paid.gifts.push_back(gift);
    }
    for (std::size_t i = 0; i < m_lines.size(); ++i) {
        DealLine rest = m_lines[i];
        rest.units -= paid.given[i];
        if (rest.units == 0)
            continue;
        rest.amount =
            divideRounded(evertill_int128(rest.amount) * rest.units, m_lines[i].units, Rounding::HalfUp);
        paid.lines.push_back(rest);
        paid.from.push_back(i);
    }
    return paid;
}

/// Gifts alone were not bought by anybody, so nothing comes with them.
Deals GiftSearch::dealsOf(const Paid &paid) const
{
    return paid.lines.empty() ? Deals() : findBestDeals(m_basket, paid.lines, kSearchSteps, paid.gifts);
}

/// Halves what is not known yet. False where the counts that were tried are the answer. What is paid for may
/// reach what another gift asks for, so the \a keeper stays as it is while others are to be paid.
bool GiftSearch::narrow(const Deals &deals, const QString &keeper)
{
    const bool isKept = std::any_of(m_counts.begin(), m_counts.end(),
        [&](const auto &one) { return one.first != keeper && earned(deals, one.first) < one.second.now; });
    bool isTriedAgain = false;
    for (auto &[sku, count] : m_counts) {
        const std::int64_t tried = count.now;
        if (earned(deals, sku) >= tried)
            count.low = tried;
        else if (isKept && sku == keeper)
            continue;
        else
            count = {count.low < tried ? count.low : 0, tried, tried};
        if (count.high - count.low > 1)
            count.now = count.low + (count.high - count.low) / 2;
        else
            count.now = count.low;
        isTriedAgain = isTriedAgain || count.now != tried;
    }
    return isTriedAgain;
}

Deals GiftSearch::withGifts(Deals deals, const Paid &paid) const
{
    std::vector<std::int64_t> left = paid.given;
    for (GivenDeal &deal : deals.given) {
        std::vector<std::int64_t> shares(m_lines.size());
        for (std::size_t i = 0; i < paid.from.size(); ++i)
            shares[paid.from[i]] = deal.outcome.shares[i];
        for (FreeGoods &gift : deal.outcome.gifts) {
            for (const std::size_t line : m_dearestFirst) {
                if (m_lines[line].goods->sku != gift.sku)
                    continue;
                const DealLine &all = m_lines[line];
                const auto worth = [&](std::int64_t units) {
                    return divideRounded(evertill_int128(all.amount) * units, all.units, Rounding::HalfUp);
                };
                const std::int64_t units = std::min(gift.units, left[line]);
                // Down from what is paid for, so that several promotions' units add up to the line.
                const std::int64_t kept = all.units - left[line];
                const std::int64_t amount = worth(kept + units) - worth(kept);
                shares[line] += amount;
                deal.outcome.total += amount;
                left[line] -= units;
                gift.units -= units;
            }
        }
        std::erase_if(deal.outcome.gifts, [](const FreeGoods &gift) { return gift.units == 0; });
        deal.outcome.shares = std::move(shares);
    }
    return deals;
}

std::int64_t saved(const Deals &deals)
{
    return std::accumulate(deals.given.begin(), deals.given.end(), std::int64_t(0),
        [](std::int64_t sum, const GivenDeal &deal) { return sum + deal.outcome.total; });
}

void GiftSearch::begin(const Deals &allPaid)
{
    for (const auto &[sku, scanned] : m_scanned) {
        // What is taken away earns no more; only where nothing is earned may the gifts themselves forbid it.
        const std::int64_t most = earned(allPaid, sku);
        const std::int64_t high = most > 0 ? std::min(scanned, most) + 1 : scanned + 1;
        m_counts[sku] = {0, high, std::clamp<std::int64_t>(most, 1, high - 1)};
    }
}

/// Nothing where no unit is given.
std::optional<Deals> GiftSearch::search(const QString &keeper)
{
    for (;;) {
        const Paid rest = paid();
        if (std::all_of(rest.given.begin(), rest.given.end(), [](std::int64_t units) { return units == 0; }))
            return std::nullopt;
        Deals deals = dealsOf(rest);
        if (!narrow(deals, keeper))
            return withGifts(std::move(deals), rest);
    }
}

Deals GiftSearch::run()
{
    const Deals allPaid = findBestDeals(m_basket, m_lines);
    std::optional<Deals> best;
    for (const auto &[keeper, scanned] : m_scanned) {
        begin(allPaid);
        auto deals = search(keeper);
        if (deals && (!best || saved(*best) < saved(*deals)))
            best = std::move(deals);
    }
    return best && saved(*best) >= saved(allPaid) ? *best : allPaid;
}

} // namespace

Deals findDealsWithGifts(const Basket &basket, const std::vector<DealLine> &lines)
{
    return GiftSearch(basket, lines).run();
}

} // namespace evertill

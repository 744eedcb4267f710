#include "core/offers/shop_offers.h"

#include "core/offers/shop_price_lists.h"
#include "core/pricing/json/basket_json.h"
#include "core/sale/sale_table.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace evertill {
namespace {

WallMinute wallMinute(const Clock &clock)
{
    constexpr std::int64_t kMinute = 60'000'000;
    constexpr std::int64_t kUnixEpoch = 2'440'588; // its Julian day; day 0 was a Monday
    const Instant now = clock.now();
    return {now.us / kMinute + clock.utcOffsetMinutes(now) + kUnixEpoch * 1440};
}

Result<Promotion> honoured(const PromotionRow &row)
{
    const QJsonObject rule = QJsonDocument::fromJson(row.rule).object();
    auto promotion = readPromotion(rule);
    if (promotion && promotion->id != row.promotion)
        return refuse(Code::BadInput, {{u"problem"_s, u"id: not its row's"_s}});
    if (!promotion)
        return promotion;
    if (auto checked = canHonour(*promotion); !checked)
        return tl::unexpected(checked.error());
    return promotion;
}

} // namespace

Granted ShopOffers::grant(Cart &cart)
{
    readAgain();
    OfferTerms now = terms();
    now.priceLists = listsFor(cart, m_lists);
    if (cart.customer && cart.customer->facts) {
        auto since = SaleTable(m_ledger).boughtSince(cart.customer->card, cart.customer->facts->through);
        now.purchasesSince = since.purchases;
        now.usesSince = std::move(since.uses);
    }
    return grantOffers(cart, now);
}

std::optional<QString> ShopOffers::couponIn(const QString &scanned)
{
    readAgain();
    return evertill::couponIn(m_promotions, scanned);
}

void ShopOffers::readAgain()
{
    struct Found {
        std::pair<std::int64_t, std::int64_t> seen;
        std::vector<StoredPromotion> stored;
        std::pair<std::int64_t, PriceListTable::State> seenLists;
        std::vector<PriceListRow> lists; // where they are others than were seen
        Position included;
    };
    const std::optional<Found> found = m_replica.orElseEmpty([&]() -> std::optional<Found> {
        const std::int64_t generation = m_replica.generation();
        ReplicaReader::Snapshot snapshot(m_replica);
        // Moves with every commit of the replica's writer, and only then.
        const std::pair seen{generation, snapshot.database().number("PRAGMA data_version")};
        if (m_seen == seen)
            return std::nullopt;
        PriceListTable lists(snapshot.database());
        const std::pair seenLists{generation, lists.state()};
        return Found{seen, PromotionTable(snapshot.database()).all(), seenLists,
            m_seenLists == seenLists ? std::vector<PriceListRow>() : lists.all(), snapshot.included()};
    });
    if (!found)
        return;
    m_seen = found->seen;
    m_included = found->included;
    if (m_seenLists != found->seenLists) {
        m_seenLists = found->seenLists;
        m_lists = sellingLists(found->lists, m_config);
    }
    if (found->stored != m_stored)
        read(found->stored);
}

void ShopOffers::read(const std::vector<StoredPromotion> &stored)
{
    m_stored = stored;
    m_promotions.clear();
    m_counted.clear();
    for (const StoredPromotion &one : m_stored) {
        auto promotion = honoured(one.promotion);
        if (!promotion) {
            const QString why = promotion.error().facts.value(u"problem"_s).toString();
            qWarning("promotion %s is kept aside: %s", qPrintable(one.promotion.promotion.left(60)),
                qPrintable(why));
            continue;
        }
        m_promotions.push_back(std::move(*promotion));
        m_counted.push_back(one.through);
    }
}

OfferTerms ShopOffers::terms()
{
    OfferTerms terms{m_promotions, m_config.store.id, wallMinute(m_clock), m_config.tax.mode};
    for (std::size_t i = 0; i < terms.promotions.size(); ++i) {
        Promotion &promotion = terms.promotions[i];
        if (!promotion.usesLeft && !promotion.budgetLeft)
            continue;
        const auto given = SaleTable(m_ledger).givenSince(promotion.id, std::max(m_counted[i], m_included));
        if (promotion.usesLeft)
            *promotion.usesLeft -= given.times;
        if (promotion.budgetLeft)
            promotion.budgetLeft = std::max<std::int64_t>(0, *promotion.budgetLeft - given.minor);
    }
    return terms;
}

} // namespace evertill

#pragma once

#include "core/base/clock.h"
#include "core/offers/grant_offers.h"
#include "core/replica/price_list/price_list_table.h"
#include "core/replica/promotion/promotion_table.h"
#include "core/replica/replica_reader.h"
#include "core/till/till_config.h"

namespace evertill {

/// What the shop asks and takes off now: its price lists, and the promotions that the OMS told, less what
/// this till gave of them since. The rules are read once for each change of them, not for each scan. A rule
/// that can't be read or honoured is kept aside and named in the log, and the others hold. For one thread:
/// that of its two connections.
class ShopOffers final {
public:
    /// All outlive it.
    ShopOffers(ReplicaReader &replica, Database &ledger, const TillConfig &config, const Clock &clock)
        : m_replica(replica), m_ledger(ledger), m_config(config), m_clock(clock)
    {
    }

    /// grantOffers() on the shop's terms of this moment.
    Granted grant(Cart &cart);
    /// What the cart holds for a coupon of this shop; nothing where \a scanned opens no promotion.
    [[nodiscard]] std::optional<QString> couponIn(const QString &scanned);

private:
    void readAgain();
    void read(const std::vector<StoredPromotion> &stored);
    [[nodiscard]] OfferTerms terms();

    ReplicaReader &m_replica;
    Database &m_ledger;
    const TillConfig &m_config;
    const Clock &m_clock;
    std::optional<std::pair<std::int64_t, std::int64_t>> m_seen; // generation and version of the file
    std::vector<StoredPromotion> m_stored;
    Position m_included;
    std::vector<Promotion> m_promotions;
    std::optional<std::pair<std::int64_t, PriceListTable::State>> m_seenLists; // with the generation
    std::vector<PriceList> m_lists; // that the shop sells by
    std::vector<Position> m_counted; // of each promotion: what its uses and budget left count already
};

} // namespace evertill

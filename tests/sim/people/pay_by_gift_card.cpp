#include "tests/sim/network/finding.h"
#include "tests/sim/oracle/drawer.h"
#include "tests/sim/oracle/gift_cards.h"
#include "tests/sim/people/cashier.h"

using namespace Qt::StringLiterals;

namespace evertill::sim {

void Cashier::sellForGiftCard(Till &till)
{
    if (till.keptCart)
        return; // one cart at a time
    Cart cart = newCart(till);
    const std::string giftCard = kGiftCards[m_scene.chance.below(std::ssize(kGiftCards))];
    const std::int64_t total = worthOf(cart);
    Uuid under = till.random.uuid(till.clock.now());
    const auto held = hold(till, giftCard, under, cart, total);
    if (held && (*held == 0 || m_scene.chance.percent(10)))
        return; // an empty card; a shopper who walks away, and what is kept for them ends by itself
    std::int64_t paid = held.value_or(0);
    if (!held) {
        const std::int64_t lent =
            oracle::lentTo(giftCard, *till.journal, oracle::drawerOf(*till.journal).shift);
        const bool isGreedy = m_scene.chance.percent(10);
        paid = std::min(total, till.config.giftCards.offlineLimit - lent + (isGreedy ? 1 : 0));
        under = {};
    }
    if (paid > 0)
        cart.tenders.push_back({TenderKind::GiftCard, Money::minor(paid, cart.currency), {}, {},
            giftCardWith(QString::fromStdString(giftCard)), under});
    if (const std::int64_t rest = inCash(till, total - std::max<std::int64_t>(0, paid)); rest > 0)
        cart.tenders.push_back(
            {TenderKind::Cash, Money::minor(rest + m_scene.chance.below(500), cart.currency)});
    completeSale(till, cart);
}

std::optional<std::int64_t> Cashier::hold(
    Till &till, const std::string &giftCard, const Uuid &hold, const Cart &cart, std::int64_t amount)
{
    OmsHouse &house = till.house;
    const bool isReached = house.isUp() && till.offlineUntil <= m_scene.now;
    if (!isReached || m_scene.chance.percent(m_scene.badWeather))
        return std::nullopt;
    const GiftCard card = giftCardWith(QString::fromStdString(giftCard));
    const QString id = QString::fromLatin1(hold.toLatin1());
    const std::int64_t due =
        std::clamp<std::int64_t>(oracle::freeOf(giftCard, house.moment(), m_scene.now.us), 0, amount);
    std::int64_t kept = 0;
    for (int times = m_scene.chance.percent(20) ? 2 : 1; times > 0; --times) {
        const auto answer = house.oms().holdGiftCard(till.id, card.reference,
            {{u"hold"_s, id}, {u"cart"_s, QString::fromLatin1(cart.id.toLatin1())},
                {u"amount"_s, qint64(amount)}, {u"currency"_s, till.config.currency.code()}},
            m_scene.now.us);
        kept = answer ? answer->value(u"amount"_s).toInteger() : 0;
        require(kept == due,
            u"the OMS keeps %1 of %2, the oracle says %3"_s.arg(kept)
                .arg(QString::fromStdString(giftCard))
                .arg(due));
        if (times == 1 && answer)
            house.note({.kind = oracle::Kind::GiftCardHeld,
                .subject = id.toStdString(),
                .amount = kept,
                .giftCard = giftCard,
                .until = answer->value(u"expires_at"_s).toInteger()});
    }
    m_scene.tell([&] {
        return u"%1: the OMS keeps %2 of %3"_s.arg(till.id).arg(kept).arg(QString::fromStdString(giftCard));
    });
    if (m_scene.chance.percent(10))
        return std::nullopt; // and the till never hears it
    if (kept > 0 && m_scene.chance.percent(10)) {
        house.oms().releaseGiftCard(card.reference, id, m_scene.now.us);
        house.note(
            {.kind = oracle::Kind::GiftCardReleased, .subject = id.toStdString(), .giftCard = giftCard});
        return 0;
    }
    return kept;
}

} // namespace evertill::sim

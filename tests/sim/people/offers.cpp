#include "tests/sim/network/finding.h"
#include "tests/sim/people/goods.h"
#include "tests/sim/people/office.h"

using namespace Qt::StringLiterals;

namespace evertill::sim {
namespace {

/// The contract's rule of \a promotion.
QJsonObject ruleOf(const QString &promotion, std::int64_t to)
{
    QJsonObject rule{{u"id"_s, promotion}, {u"name"_s, promotion}};
    if (promotion == QLatin1StringView(kWelcome)) {
        rule[u"coupons"_s] = QJsonArray{QString::fromLatin1(kWelcomeCode)};
        rule[u"uses_left"_s] = qint64(to);
        rule[u"when"_s] = QJsonArray{QJsonObject{{u"min_amount"_s, qint64(kWelcomeFrom)}}};
        rule[u"benefits"_s] =
            QJsonArray{QJsonObject{{u"kind"_s, u"amount_total"_s}, {u"amount"_s, qint64(kWelcomeOff)}}};
        return rule;
    }
    // Before the coupon, which lowers what a percentage is taken of.
    rule[u"priority"_s] = 1;
    rule[u"benefits"_s] = QJsonArray{QJsonObject{{u"kind"_s, u"percent"_s}, {u"ppm"_s, qint64(to * 10'000)},
        {u"goods"_s, QJsonObject{{u"skus"_s, QJsonArray{QString::fromLatin1(kPercentSku)}}}}}};
    return rule;
}

} // namespace

void Office::setOffer(OmsHouse &house)
{
    const auto one = std::size_t(m_scene.chance.below(3));
    switch (m_scene.chance.below(3)) {
    case 0:
        return setPriceList(house, kBulkPrices[one]);
    case 1:
        return setPromotion(house, kPercentOff, kPercents[one]);
    default:
        return setPromotion(house, kWelcome, kWelcomeUses[one]);
    }
}

void Office::setPromotion(OmsHouse &house, const char *promotion, std::int64_t to)
{
    const QString id = QString::fromLatin1(promotion);
    const bool isChanged = to == 0
        ? house.oms().catalog().dropPromotion(id, m_scene.now.us).has_value()
        : house.oms().catalog().putPromotions({ruleOf(id, to)}, m_scene.now.us).value() > 0;
    noteOffer(house, oracle::key('m', promotion), to, isChanged);
}

void Office::setPriceList(OmsHouse &house, std::int64_t to)
{
    const QString id = QString::fromLatin1(kBulkList);
    const QJsonObject list{{u"id"_s, id},
        {u"prices"_s,
            QJsonArray{QJsonObject{{u"sku"_s, QString::fromLatin1(kBulkSku)},
                {u"from_quantity"_s, qint64(kBulkFrom)}, {u"price"_s, qint64(to)}}}}};
    const bool isChanged = to == 0 ? house.oms().catalog().dropPriceList(id, m_scene.now.us).has_value()
                                   : house.oms().catalog().putPriceLists({list}, m_scene.now.us).value() > 0;
    noteOffer(house, oracle::key('l', kBulkList), to, isChanged);
}

void Office::noteOffer(OmsHouse &house, const std::string &key, std::int64_t to, bool isChanged)
{
    m_scene.tell([&] {
        return u"the office at %1 sets %2 to %3"_s.arg(house.id(), QString::fromStdString(key)).arg(to);
    });
    if (isChanged) // what is as it was is not told
        house.note({.kind = oracle::Kind::OfferSet, .subject = key, .amount = to});
}

} // namespace evertill::sim

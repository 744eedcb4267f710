#include "tests/sim/people/office.h"

#include "tests/sandbox/store/json_text.h"
#include "tests/sim/network/finding.h"
#include "tests/sim/people/goods.h"

using namespace Qt::StringLiterals;

namespace evertill::sim {

void Office::openShop(OmsHouse &house)
{
    sandbox::DemoCatalog shop;
    for (const Goods &goods : kGoods) {
        const QString sku = QString::fromLatin1(goods.sku);
        QJsonObject product{{u"sku"_s, sku}, {u"name"_s, u"Product "_s + sku}, {u"unit"_s, u"ea"_s},
            {u"price"_s, qint64(goods.price)}, {u"tax"_s, u"standard"_s}};
        if (goods.deposit > 0)
            product[u"deposit"_s] =
                QJsonObject{{u"sku"_s, QString::fromLatin1(kDepositSku)}, {u"name"_s, u"Deposit"_s},
                    {u"amount"_s, qint64(goods.deposit)}, {u"tax_code"_s, u"standard"_s}};
        shop.products.append(product);
        shop.stock.append(QJsonObject{{u"sku"_s, sku}, {u"on_hand"_s, 20'000}});
        house.note({.kind = oracle::Kind::StockSet, .lines = {{1, goods.sku, 20'000}}});
    }
    require(house.oms().load(shop, m_scene.now.us).has_value(), u"the shop can't be opened"_s);
    for (const char *giftCard : kGiftCards)
        loadGiftCard(house, giftCard);
    for (const char *customer : kCustomers)
        invite(house, customer);
    setPriceList(house, kBulkPrices[0]);
    setPromotion(house, kPercentOff, kPercents[0]);
    setPromotion(house, kWelcome, kWelcomeUses[0]);
}

void Office::act(OmsHouse &house)
{
    if (!house.isUp())
        return;
    const std::int64_t what = m_scene.chance.below(100);
    if (what < 50)
        placeOrder(house);
    else if (what < 75)
        cancelOrder(house);
    else if (what < 82)
        setStock(house);
    else if (what < 95)
        setOffer(house);
    else
        loadGiftCard(house, kGiftCards[m_scene.chance.below(std::ssize(kGiftCards))]);
    m_sync.wakePolls(house);
}

void Office::loadGiftCard(OmsHouse &house, const char *giftCard)
{
    const auto put = house.oms().putGiftCard(QString::fromLatin1(giftCard), kGiftCardWorth, m_scene.now.us);
    require(put.has_value(), u"a gift card was not taken"_s);
    house.note(
        {.kind = oracle::Kind::PurseSet, .amount = kGiftCardWorth, .purse = oracle::giftPurse(giftCard)});
}

void Office::invite(OmsHouse &house, const char *customer)
{
    const auto put = house.oms().putCustomer(QString::fromLatin1(customer),
        {{u"name"_s, u"Shopper"_s}, {u"points"_s, qint64(kPoints)}, {u"account_limit"_s, qint64(kCredit)}},
        m_scene.now.us);
    require(put.has_value(), u"a customer was not taken"_s);
    house.note({.kind = oracle::Kind::PurseSet, .amount = kPoints, .purse = oracle::pointsPurse(customer)});
    house.note({.kind = oracle::Kind::PurseSet, .amount = kCredit, .purse = oracle::accountPurse(customer)});
}

void Office::placeOrder(OmsHouse &house)
{
    sandbox::Shop::Order order{u"Shopper"_s, m_scene.now.us + 3'600'000'000, {}};
    oracle::Fact fact{.kind = oracle::Kind::OrderPlaced};
    const auto first = m_scene.chance.below(5);
    for (int i = 0; i < int(m_scene.chance.between(1, 3)); ++i) {
        const char *sku = kGoods[(first + i) % 5].sku;
        const std::int64_t quantity = m_scene.chance.between(1, 3) * 1000;
        order.lines.push_back({QString::fromLatin1(sku), quantity});
        fact.lines.push_back({i + 1, sku, quantity});
    }
    const auto placed = house.oms().placeOrder(order, m_scene.now.us);
    require(placed.has_value(), u"an order was not taken"_s);
    const QJsonObject row = sandbox::jsonObject(*placed);
    fact.subject = row.value(u"order"_s).toString().toStdString();
    m_staff.codes[fact.subject] = row.value(u"code"_s).toString();
    m_scene.tell([&] {
        return u"a shopper orders at %1: %2"_s.arg(house.id(), row.value(u"order"_s).toString().right(6));
    });
    house.note(fact);
}

void Office::cancelOrder(OmsHouse &house)
{
    const oracle::Moment moment = house.moment();
    std::vector<std::string> orders;
    for (const oracle::FactPtr &fact : moment.log->facts()) {
        if (fact->kind == oracle::Kind::OrderPlaced)
            orders.push_back(fact->subject);
    }
    if (orders.empty())
        return;
    const std::string id = m_scene.chance.oneOf(orders);
    const auto order = oracle::orderFrom(oracle::known(oracle::key('o', id), moment, oracle::Log())).value();
    const auto cancelled = house.oms().cancelOrder(QString::fromStdString(id), m_scene.now.us);
    require(cancelled.has_value() == order.isOpen(),
        u"an order could be cancelled that was closed, or could not"_s);
    if (!cancelled)
        return;
    m_scene.tell([&] { return u"the shopper cancels order %1"_s.arg(QString::fromStdString(id).right(6)); });
    house.note({.kind = oracle::Kind::OrderCancelled, .subject = id, .goods = order.skus()});
}

void Office::setStock(OmsHouse &house)
{
    const char *sku = kGoods[m_scene.chance.below(5)].sku;
    const std::int64_t level = m_scene.chance.below(30) * 1000;
    const auto set = house.oms().catalog().putStock(
        {QJsonObject{{u"sku"_s, QString::fromLatin1(sku)}, {u"on_hand"_s, qint64(level)}}}, m_scene.now.us);
    require(set.has_value(), u"a count was not taken"_s);
    m_scene.tell([&] {
        return u"the office at %1 counts %2 of %3"_s.arg(house.id()).arg(level).arg(QString::fromLatin1(sku));
    });
    if (*set > 0) // what is as it was is not told
        house.note({.kind = oracle::Kind::StockSet, .lines = {{1, sku, level}}});
}

} // namespace evertill::sim

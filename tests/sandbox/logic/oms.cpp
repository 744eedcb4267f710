#include "tests/sandbox/logic/oms.h"

#include "tests/sandbox/booking/gift_card_book.h"
#include "tests/sandbox/logic/rows.h"
#include "tests/sandbox/store/json_text.h"

using namespace Qt::StringLiterals;

namespace evertill::sandbox {

namespace {

constexpr const char *anyTax = "SELECT 1 FROM tax LIMIT 1";

} // namespace

Oms::Oms(const QString &path, StoreSettings settings, RandomBytes random)
    : m_settings(std::move(settings)), m_random(std::move(random)), m_store(path)
{
}

bool Oms::isNew() { return !m_store.query(anyTax).next(); }

Result<void> Oms::load(const DemoCatalog &demo, qint64 now)
{
    // The taxes come last: isNew() looks for them, so that a load that was cut short is done again.
    if (const Result<int> products = catalog().putProducts(demo.products, now); !products)
        return tl::unexpected(products.error());
    if (const Result<int> levels = catalog().putStock(demo.stock, now); !levels)
        return tl::unexpected(levels.error());
    if (const Result<int> lists = catalog().putPriceLists(demo.priceLists, now); !lists)
        return tl::unexpected(lists.error());
    if (const Result<int> promotions = catalog().putPromotions(demo.promotions, now); !promotions)
        return tl::unexpected(promotions.error());
    for (const QJsonValue &value : demo.giftCards) {
        const QJsonObject card = value.toObject();
        const auto put =
            putGiftCard(card.value(u"number"_s).toString(), card.value(u"balance"_s).toInteger(-1), now);
        if (!put)
            return tl::unexpected(put.error());
    }
    for (const QJsonValue &value : demo.customers) {
        const QJsonObject wish = value.toObject();
        const auto customer = putCustomer(wish.value(u"number"_s).toString(), wish, now);
        if (!customer)
            return tl::unexpected(customer.error());
    }
    if (const Result<int> taxes = catalog().putTaxes(m_settings.taxes, now); !taxes)
        return tl::unexpected(taxes.error());
    return {};
}

Result<QJsonObject> Oms::enrol(const QJsonObject &request, const Certifier &certifier, qint64 now)
{
    return tills().enrol(request, certifier, now);
}

Result<QJsonObject> Oms::previewEnrolment(const QJsonObject &request)
{
    const Result<QString> till = tills().meantBy(request);
    if (!till)
        return tl::unexpected(till.error());
    QJsonObject preview = position(*till);
    preview.insert(u"till"_s, *till);
    return preview;
}

Result<QJsonObject> Oms::pushEvents(const QString &till, const QJsonObject &batch, qint64 now)
{
    return Intake(m_store).push(till, batch, now);
}

Result<QJsonObject> Oms::pushEvents(
    const QString &till, const QString &serial, const QJsonObject &batch, qint64 now)
{
    return Intake(m_store).push(till, batch, now, [&] { return tills().isCurrent(till, serial); });
}

QJsonObject Oms::journalBack(const QString &till, Position after, int limit)
{
    return Intake(m_store).journal(till, after, limit);
}

QJsonObject Oms::divergedFacts(const QString &till, Position after, int limit)
{
    return Intake(m_store).diverged(till, after, limit);
}

Result<Page> Oms::changes(const QString &till, const QByteArray &cursor, int limit)
{
    return Feed(m_store).page(till, cursor, limit);
}

std::unique_ptr<Snapshot> Oms::snapshot(const QString &till)
{
    return std::make_unique<Snapshot>(m_store, till);
}

Result<QByteArray> Oms::stock(const QString &sku)
{
    const std::optional<QByteArray> row = RowWriter(m_store).row(Entity::Stock, sku);
    if (!row)
        return refuse(404, u"unknown_product"_s, sku);
    QJsonObject level = jsonObject(*row);
    level.remove(u"sku"_s);
    level[u"store"_s] = m_settings.id;
    return jsonText(QJsonObject{{u"levels"_s, QJsonArray{level}}});
}

Result<QByteArray> Oms::order(const QString &order)
{
    const std::optional<QByteArray> row = RowWriter(m_store).row(Entity::Order, order);
    return row ? Result<QByteArray>(*row) : refuse(404, u"unknown_order"_s, order);
}

Result<QJsonObject> Oms::giftCard(const QString &card, qint64 now)
{
    WorkUnit work(m_store, now);
    return GiftCardBook(work).look(card);
}

Result<QJsonObject> Oms::holdGiftCard(
    const QString &till, const QString &card, const QJsonObject &wish, qint64 now)
{
    WorkUnit work(m_store, now);
    Result<QJsonObject> held = GiftCardBook(work).hold(till, card, wish);
    if (held)
        work.commit();
    return held;
}

void Oms::releaseGiftCard(const QString &card, const QString &hold, qint64 now)
{
    WorkUnit work(m_store, now);
    GiftCardBook(work).release(card, hold);
    work.commit();
}

Result<QJsonObject> Oms::putGiftCard(const QString &number, qint64 balance, qint64 now)
{
    WorkUnit work(m_store, now);
    Result<QJsonObject> card = GiftCardBook(work).put(number, balance, m_settings.currency);
    if (card)
        work.commit();
    return card;
}

Result<QJsonObject> Oms::customer(const QString &till, const QString &card, qint64 now)
{
    WorkUnit work(m_store, now);
    return CustomerBook(work).look(card, m_settings.currency, Intake(m_store).accepted(till).position);
}

Result<QJsonObject> Oms::holdFor(
    CustomerBook::Purse purse, const QString &till, const QString &card, const QJsonObject &wish, qint64 now)
{
    WorkUnit work(m_store, now);
    Result<QJsonObject> held = CustomerBook(work).hold(purse, till, card, wish);
    if (held)
        work.commit();
    return held;
}

void Oms::releaseFor(const QString &card, const QString &hold, qint64 now)
{
    WorkUnit work(m_store, now);
    CustomerBook(work).release(card, hold);
    work.commit();
}

Result<QJsonObject> Oms::putCustomer(const QString &number, const QJsonObject &wish, qint64 now)
{
    WorkUnit work(m_store, now);
    Result<QJsonObject> customer = CustomerBook(work).put(number, wish, newId(m_random, now));
    if (customer)
        work.commit();
    return customer;
}

Result<QString> Oms::createCode(const QString &till, qint64 now)
{
    return tills().createCode(till, m_random, now);
}

Result<QByteArray> Oms::placeOrder(const Shop::Order &order, qint64 now)
{
    return Shop(m_store, m_settings).place(order, m_random, now);
}

Result<QByteArray> Oms::cancelOrder(const QString &order, qint64 now)
{
    return Shop(m_store, m_settings).cancel(order, now);
}

} // namespace evertill::sandbox

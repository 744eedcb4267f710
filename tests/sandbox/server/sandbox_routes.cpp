#include "tests/sandbox/server/sandbox_routes.h"

#include "tests/sandbox/server/bodies.h"

#include <openssl/crypto.h>

using namespace Qt::StringLiterals;

namespace evertill::sandbox {

namespace {

constexpr qsizetype adminBytes = 256 << 20;
constexpr int defaultRows = 10'000;
constexpr int mostRows = 1'000'000;

Result<QJsonObject> counted(const Result<int> &changed)
{
    if (!changed)
        return tl::unexpected(changed.error());
    return QJsonObject{{u"changed"_s, *changed}};
}

Result<Shop::Order> orderIn(const QJsonObject &wish, qint64 now)
{
    constexpr qint64 minute = 60'000'000;
    Shop::Order order;
    order.customer = wish.value(u"customer"_s).toString();
    order.promisedAt = now
        + minute * qBound(qint64{0}, wish.value(u"promised_in_minutes"_s).toInteger(60), qint64{1'000'000});
    for (const QJsonValue &value : wish.value(u"lines"_s).toArray()) {
        const QJsonObject line = value.toObject();
        order.lines.push_back({line.value(u"sku"_s).toString(), line.value(u"quantity"_s).toInteger()});
    }
    return order;
}

} // namespace

SandboxRoutes::SandboxRoutes(
    OmsPool &pool, Faults &faults, QByteArray adminToken, bool allowSql, std::function<void()> stop)
    : m_pool(pool), m_faults(faults), m_authorization("Bearer " + adminToken.toStdString()),
      m_allowSql(allowSql), m_stop(std::move(stop))
{
}

httplib::Server::Handler SandboxRoutes::admin(Call call)
{
    return [this, call](const httplib::Request &request, httplib::Response &response) {
        const std::string given = request.get_header_value("Authorization");
        const bool good = given.size() == m_authorization.size()
            && CRYPTO_memcmp(given.data(), m_authorization.data(), given.size()) == 0;
        if (good)
            (this->*call)(request, response);
        else
            answer(request, response,
                Refusal{401, u"not_admin"_s, u"the admin token is missing or wrong"_s, {}});
    };
}

void SandboxRoutes::addTo(httplib::Server &server)
{
    server.Post("/sandbox/codes", admin(&SandboxRoutes::createCode));
    server.Post("/sandbox/orders", admin(&SandboxRoutes::placeOrder));
    server.Post("/sandbox/orders/([^/]+)/cancel", admin(&SandboxRoutes::cancelOrder));
    server.Put("/sandbox/products", admin(&SandboxRoutes::putProducts));
    server.Put("/sandbox/products/([^/]+)/price", admin(&SandboxRoutes::putPrice));
    server.Put("/sandbox/products/([^/]+)/recalled-lots", admin(&SandboxRoutes::putRecall));
    server.Delete("/sandbox/products/([^/]+)", admin(&SandboxRoutes::dropProduct));
    server.Put("/sandbox/stock", admin(&SandboxRoutes::putStock));
    server.Put("/sandbox/giftcards/([^/]+)", admin(&SandboxRoutes::putGiftCard));
    server.Put("/sandbox/customers/([^/]+)", admin(&SandboxRoutes::putCustomer));
    server.Put("/sandbox/taxes", admin(&SandboxRoutes::putTaxes));
    server.Put("/sandbox/promotions/([^/]+)", admin(&SandboxRoutes::putPromotion));
    server.Delete("/sandbox/promotions/([^/]+)", admin(&SandboxRoutes::dropPromotion));
    server.Put("/sandbox/price-lists/([^/]+)", admin(&SandboxRoutes::putPriceList));
    server.Delete("/sandbox/price-lists/([^/]+)", admin(&SandboxRoutes::dropPriceList));
    server.Put("/sandbox/exchange-rates/([^/]+)", admin(&SandboxRoutes::putExchangeRate));
    server.Delete("/sandbox/exchange-rates/([^/]+)", admin(&SandboxRoutes::dropExchangeRate));
    server.Post("/sandbox/tills/([^/]+)/revoke", admin(&SandboxRoutes::revoke));
    server.Post("/sandbox/faults", admin(&SandboxRoutes::setFaults));
    server.Get("/sandbox/tables/([^/]+)", admin(&SandboxRoutes::table));
    server.Post("/sandbox/sql", admin(&SandboxRoutes::runSql));
    server.Post("/sandbox/stop", admin(&SandboxRoutes::stop));
}

void SandboxRoutes::createCode(const httplib::Request &request, httplib::Response &response)
{
    const Result<QJsonObject> wish = objectIn(request, adminBytes);
    if (!wish)
        return answer(request, response, wish.error());
    const Result<QString> code = m_pool.lease()->createCode(wish->value(u"till"_s).toString(), systemNow());
    if (!code)
        return answer(request, response, code.error());
    answer(request, response, QJsonObject{{u"code"_s, *code}});
}

void SandboxRoutes::placeOrder(const httplib::Request &request, httplib::Response &response)
{
    const Result<QJsonObject> wish = objectIn(request, adminBytes);
    if (!wish)
        return answer(request, response, wish.error());
    const qint64 now = systemNow();
    const Result<Shop::Order> order = orderIn(*wish, now);
    if (!order)
        return answer(request, response, order.error());
    answer(request, response, m_pool.lease()->placeOrder(*order, now));
}

void SandboxRoutes::cancelOrder(const httplib::Request &request, httplib::Response &response)
{
    answer(request, response, m_pool.lease()->cancelOrder(named(request), systemNow()));
}

void SandboxRoutes::putProducts(const httplib::Request &request, httplib::Response &response)
{
    const Result<QJsonArray> rows = arrayIn(request, adminBytes);
    if (!rows)
        return answer(request, response, rows.error());
    answer(request, response, counted(m_pool.lease()->catalog().putProducts(*rows, systemNow())));
}

void SandboxRoutes::putPrice(const httplib::Request &request, httplib::Response &response)
{
    const Result<QJsonObject> wish = objectIn(request, adminBytes);
    if (!wish)
        return answer(request, response, wish.error());
    answer(request, response,
        m_pool.lease()->catalog().setPrice(
            named(request), wish->value(u"price"_s).toInteger(-1), systemNow()));
}

void SandboxRoutes::putRecall(const httplib::Request &request, httplib::Response &response)
{
    const Result<QJsonArray> lots = arrayIn(request, adminBytes);
    if (!lots)
        return answer(request, response, lots.error());
    answer(request, response, m_pool.lease()->catalog().recall(named(request), *lots, systemNow()));
}

void SandboxRoutes::dropProduct(const httplib::Request &request, httplib::Response &response)
{
    const Result<void> dropped = m_pool.lease()->catalog().drop(named(request), systemNow());
    if (!dropped)
        return answer(request, response, dropped.error());
    answer(request, response, QJsonObject{});
}

void SandboxRoutes::putStock(const httplib::Request &request, httplib::Response &response)
{
    const Result<QJsonArray> rows = arrayIn(request, adminBytes);
    if (!rows)
        return answer(request, response, rows.error());
    answer(request, response, counted(m_pool.lease()->catalog().putStock(*rows, systemNow())));
}

void SandboxRoutes::putGiftCard(const httplib::Request &request, httplib::Response &response)
{
    const Result<QJsonObject> wish = objectIn(request, adminBytes);
    if (!wish)
        return answer(request, response, wish.error());
    answer(request, response,
        m_pool.lease()->putGiftCard(named(request), wish->value(u"balance"_s).toInteger(-1), systemNow()));
}

void SandboxRoutes::putCustomer(const httplib::Request &request, httplib::Response &response)
{
    const Result<QJsonObject> wish = objectIn(request, adminBytes);
    if (!wish)
        return answer(request, response, wish.error());
    answer(request, response, m_pool.lease()->putCustomer(named(request), *wish, systemNow()));
}

void SandboxRoutes::putTaxes(const httplib::Request &request, httplib::Response &response)
{
    const Result<QJsonArray> rows = arrayIn(request, adminBytes);
    if (!rows)
        return answer(request, response, rows.error());
    answer(request, response, counted(m_pool.lease()->catalog().putTaxes(*rows, systemNow())));
}

void SandboxRoutes::putPriceList(const httplib::Request &request, httplib::Response &response)
{
    Result<QJsonObject> list = objectIn(request, adminBytes);
    if (!list)
        return answer(request, response, list.error());
    list->insert(u"id"_s, named(request));
    answer(request, response, counted(m_pool.lease()->catalog().putPriceLists({*list}, systemNow())));
}

void SandboxRoutes::dropPriceList(const httplib::Request &request, httplib::Response &response)
{
    const Result<void> dropped = m_pool.lease()->catalog().dropPriceList(named(request), systemNow());
    if (!dropped)
        return answer(request, response, dropped.error());
    answer(request, response, QJsonObject{});
}

void SandboxRoutes::putExchangeRate(const httplib::Request &request, httplib::Response &response)
{
    const Result<QJsonObject> wish = objectIn(request, adminBytes);
    if (!wish)
        return answer(request, response, wish.error());
    const qint64 now = systemNow();
    const qint64 from = wish->contains(u"from"_s) ? wish->value(u"from"_s).toInteger(-1) : now;
    answer(request, response,
        m_pool.lease()->catalog().putExchangeRate(
            named(request), wish->value(u"rate"_s).toString(), from, now));
}

void SandboxRoutes::dropExchangeRate(const httplib::Request &request, httplib::Response &response)
{
    const Result<void> dropped = m_pool.lease()->catalog().dropExchangeRate(named(request), systemNow());
    if (!dropped)
        return answer(request, response, dropped.error());
    answer(request, response, QJsonObject{});
}

void SandboxRoutes::putPromotion(const httplib::Request &request, httplib::Response &response)
{
    Result<QJsonObject> rule = objectIn(request, adminBytes);
    if (!rule)
        return answer(request, response, rule.error());
    rule->insert(u"id"_s, named(request));
    answer(request, response, counted(m_pool.lease()->catalog().putPromotions({*rule}, systemNow())));
}

void SandboxRoutes::dropPromotion(const httplib::Request &request, httplib::Response &response)
{
    const Result<void> dropped = m_pool.lease()->catalog().dropPromotion(named(request), systemNow());
    if (!dropped)
        return answer(request, response, dropped.error());
    answer(request, response, QJsonObject{});
}

void SandboxRoutes::revoke(const httplib::Request &request, httplib::Response &response)
{
    if (m_pool.lease()->tills().revoke(named(request), systemNow()))
        return answer(request, response, QJsonObject{});
    answer(request, response, Refusal{404, u"unknown_till"_s, named(request), {}});
}

void SandboxRoutes::setFaults(const httplib::Request &request, httplib::Response &response)
{
    const Result<QJsonObject> wish = objectIn(request, adminBytes);
    if (!wish)
        return answer(request, response, wish.error());
    const Result<void> set = m_faults.set(*wish);
    if (!set)
        return answer(request, response, set.error());
    answer(request, response, QJsonObject{});
}

void SandboxRoutes::table(const httplib::Request &request, httplib::Response &response)
{
    const Result<qint64> limit = numberIn(request, "limit", defaultRows, mostRows);
    const Result<qint64> offset = numberIn(request, "offset", 0, 1'000'000'000);
    for (const Result<qint64> *number : {&limit, &offset}) {
        if (!*number)
            return answer(request, response, number->error());
    }
    const Result<QJsonArray> rows =
        m_pool.lease()->tables().rows(named(request), static_cast<int>(*limit), static_cast<int>(*offset));
    if (!rows)
        return answer(request, response, rows.error());
    answer(request, response, QJsonObject{{u"rows"_s, *rows}});
}

void SandboxRoutes::runSql(const httplib::Request &request, httplib::Response &response)
{
    if (!m_allowSql)
        return answer(request, response, Refusal{403, u"not_allowed"_s, u"start with --allow-sql"_s, {}});
    const Result<QJsonObject> wish = objectIn(request, adminBytes);
    if (!wish)
        return answer(request, response, wish.error());
    answer(request, response, m_pool.lease()->tables().run(wish->value(u"sql"_s).toString()));
}

void SandboxRoutes::stop(const httplib::Request &request, httplib::Response &response)
{
    answer(request, response, QJsonObject{});
    m_stop();
}

} // namespace evertill::sandbox

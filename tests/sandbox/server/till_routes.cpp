#include "tests/sandbox/server/till_routes.h"

#include "tests/sandbox/server/bodies.h"
#include "tests/sandbox/server/snapshot_stream.h"

#include <chrono>
#include <openssl/ssl.h>

using namespace Qt::StringLiterals;

namespace evertill::sandbox {

namespace {

constexpr qsizetype batchBytes = 4 << 20;
constexpr int mostChanges = 2000;
constexpr int mostEvents = 500;
constexpr int longestWait = 55;

X509Certificate certificateOf(const httplib::Request &request)
{
    return X509Certificate(request.ssl ? SSL_get1_peer_certificate(request.ssl) : nullptr);
}

} // namespace

void TillRoutes::addTo(httplib::Server &server)
{
    const auto any = [this](void (TillRoutes::*call)(const httplib::Request &, httplib::Response &)) {
        return [this, call](const httplib::Request &request, httplib::Response &response) {
            (this->*call)(request, response);
        };
    };
    server.Post("/v1/enrolments", any(&TillRoutes::enrol));
    server.Post("/v1/enrolments/preview", any(&TillRoutes::previewEnrolment));
    server.Post("/v1/tills/([^/]+)/certificate", own(&TillRoutes::renew));
    server.Get("/v1/tills/([^/]+)/position", own(&TillRoutes::position));
    server.Post("/v1/tills/([^/]+)/events", own(&TillRoutes::push));
    server.Get("/v1/tills/([^/]+)/events", own(&TillRoutes::journal));
    server.Get("/v1/tills/([^/]+)/changes", own(&TillRoutes::changes));
    server.Get("/v1/tills/([^/]+)/snapshot", own(&TillRoutes::snapshot));
    server.Get("/v1/stock/([^/]+)", any(&TillRoutes::stock));
    server.Get("/v1/orders/([^/]+)", any(&TillRoutes::order));
    server.Get("/v1/giftcards/([^/]+)", any(&TillRoutes::giftCard));
    server.Post("/v1/giftcards/([^/]+)/holds", any(&TillRoutes::holdGiftCard));
    server.Post("/v1/giftcards/([^/]+)/holds/([^/]+)/release", any(&TillRoutes::releaseGiftCard));
    server.Get("/v1/customers/([^/]+)", any(&TillRoutes::customer));
    server.Post("/v1/points/([^/]+)/holds", holding(CustomerBook::Purse::Points));
    server.Post("/v1/points/([^/]+)/holds/([^/]+)/release", any(&TillRoutes::releaseForCustomer));
    server.Post("/v1/accounts/([^/]+)/holds", holding(CustomerBook::Purse::Account));
    server.Post("/v1/accounts/([^/]+)/holds/([^/]+)/release", any(&TillRoutes::releaseForCustomer));
}

Result<QString> TillRoutes::asker(const httplib::Request &request)
{
    const X509Certificate certificate = certificateOf(request);
    if (!certificate)
        return refuse(403, u"wrong_till"_s, u"no client certificate"_s);
    const QString till = QString::fromUtf8(commonNameOf(certificate.get()));
    if (!m_pool.lease()->tills().isCurrent(till, QString::fromLatin1(serialOf(certificate.get()))))
        return refuse(403, u"wrong_till"_s, u"the certificate is revoked or replaced"_s);
    return till;
}

httplib::Server::Handler TillRoutes::own(Call call)
{
    return [this, call](const httplib::Request &request, httplib::Response &response) {
        Result<QString> till = asker(request);
        if (till && *till != named(request))
            till = refuse(403, u"wrong_till"_s, u"the certificate is another till's"_s);
        if (till)
            (this->*call)(*till, request, response);
        else
            answer(request, response, till.error());
    };
}

void TillRoutes::enrol(const httplib::Request &request, httplib::Response &response)
{
    const Result<QJsonObject> wish = objectIn(request, batchBytes);
    if (!wish)
        return answer(request, response, wish.error());
    answer(request, response, m_pool.lease()->enrol(*wish, m_authority, systemNow()));
}

void TillRoutes::previewEnrolment(const httplib::Request &request, httplib::Response &response)
{
    const Result<QJsonObject> wish = objectIn(request, batchBytes);
    if (!wish)
        return answer(request, response, wish.error());
    answer(request, response, m_pool.lease()->previewEnrolment(*wish));
}

void TillRoutes::renew(const QString &till, const httplib::Request &request, httplib::Response &response)
{
    const Result<QJsonObject> wish = objectIn(request, batchBytes);
    if (!wish)
        return answer(request, response, wish.error());
    answer(request, response, m_pool.lease()->tills().renew(till, *wish, m_authority, systemNow()));
}

void TillRoutes::position(const QString &till, const httplib::Request &request, httplib::Response &response)
{
    answer(request, response, m_pool.lease()->position(till));
}

void TillRoutes::push(const QString &till, const httplib::Request &request, httplib::Response &response)
{
    const Result<QJsonObject> batch = objectIn(request, batchBytes);
    if (!batch)
        return answer(request, response, batch.error());
    const QString serial = QString::fromLatin1(serialOf(certificateOf(request).get()));
    answer(request, response, m_pool.lease()->pushEvents(till, serial, *batch, systemNow()));
}

void TillRoutes::journal(const QString &till, const httplib::Request &request, httplib::Response &response)
{
    constexpr qint64 largest = (qint64{1} << 53) - 1;
    const Result<qint64> epoch = numberIn(request, "epoch", 0, largest);
    const Result<qint64> seq = numberIn(request, "seq", 0, largest);
    const Result<qint64> limit = numberIn(request, "limit", 200, mostEvents);
    for (const Result<qint64> *number : {&epoch, &seq, &limit}) {
        if (!*number)
            return answer(request, response, number->error());
    }
    const std::string diverged = request.get_param_value("diverged");
    if (!diverged.empty() && diverged != "true" && diverged != "false")
        return answer(request, response, Refusal{400, u"bad_request"_s, u"diverged"_s, {}});
    const int most = qMax(1, static_cast<int>(*limit));
    answer(request, response,
        diverged == "true" ? m_pool.lease()->divergedFacts(till, {*epoch, *seq}, most)
                           : m_pool.lease()->journalBack(till, {*epoch, *seq}, most));
}

Result<Page> TillRoutes::waitForPage(const QString &till, const QByteArray &cursor, int limit, qint64 seconds)
{
    const auto deadline = std::chrono::steady_clock::now() + std::chrono::seconds(seconds);
    for (;;) {
        const qint64 seen = m_bell.rings();
        Result<Page> page = m_pool.lease()->changes(till, cursor, limit);
        if (!page || page->isNews || seconds == 0)
            return page;
        if (!m_bell.waitBeyond(seen, deadline))
            return page;
    }
}

void TillRoutes::changes(const QString &till, const httplib::Request &request, httplib::Response &response)
{
    const Result<qint64> limit = numberIn(request, "limit", 500, mostChanges);
    const Result<qint64> wait = numberIn(request, "wait", 0, longestWait);
    for (const Result<qint64> *number : {&limit, &wait}) {
        if (!*number)
            return answer(request, response, number->error());
    }
    const QByteArray cursor = QByteArray::fromStdString(request.get_param_value("cursor"));
    const Result<Page> page = waitForPage(till, cursor, qMax(1, static_cast<int>(*limit)), *wait);
    if (page)
        answer(request, response, page->json());
    else
        answer(request, response, page.error());
}

void TillRoutes::snapshot(const QString &till, const httplib::Request &request, httplib::Response &response)
{
    SnapshotStream::start(m_pool.lease(), till, takesZstd(request), response);
}

void TillRoutes::stock(const httplib::Request &request, httplib::Response &response)
{
    const Result<QString> till = asker(request);
    if (!till)
        return answer(request, response, till.error());
    answer(request, response, m_pool.lease()->stock(named(request)));
}

void TillRoutes::order(const httplib::Request &request, httplib::Response &response)
{
    const Result<QString> till = asker(request);
    if (!till)
        return answer(request, response, till.error());
    answer(request, response, m_pool.lease()->order(named(request)));
}

void TillRoutes::giftCard(const httplib::Request &request, httplib::Response &response)
{
    const Result<QString> till = asker(request);
    if (!till)
        return answer(request, response, till.error());
    answer(request, response, m_pool.lease()->giftCard(named(request), systemNow()));
}

void TillRoutes::holdGiftCard(const httplib::Request &request, httplib::Response &response)
{
    const Result<QString> till = asker(request);
    if (!till)
        return answer(request, response, till.error());
    const Result<QJsonObject> wish = objectIn(request, batchBytes);
    if (!wish)
        return answer(request, response, wish.error());
    answer(request, response, m_pool.lease()->holdGiftCard(*till, named(request), *wish, systemNow()));
}

void TillRoutes::releaseGiftCard(const httplib::Request &request, httplib::Response &response)
{
    const Result<QString> till = asker(request);
    if (!till)
        return answer(request, response, till.error());
    m_pool.lease()->releaseGiftCard(
        named(request), QString::fromStdString(request.matches[2].str()), systemNow());
    answer(request, response, QJsonObject{});
}

void TillRoutes::customer(const httplib::Request &request, httplib::Response &response)
{
    const Result<QString> till = asker(request);
    if (!till)
        return answer(request, response, till.error());
    answer(request, response, m_pool.lease()->customer(*till, named(request), systemNow()));
}

httplib::Server::Handler TillRoutes::holding(CustomerBook::Purse purse)
{
    return [this, purse](const httplib::Request &request, httplib::Response &response) {
        const Result<QString> till = asker(request);
        if (!till)
            return answer(request, response, till.error());
        const Result<QJsonObject> wish = objectIn(request, batchBytes);
        if (!wish)
            return answer(request, response, wish.error());
        answer(request, response, m_pool.lease()->holdFor(purse, *till, named(request), *wish, systemNow()));
    };
}

void TillRoutes::releaseForCustomer(const httplib::Request &request, httplib::Response &response)
{
    const Result<QString> till = asker(request);
    if (!till)
        return answer(request, response, till.error());
    m_pool.lease()->releaseFor(named(request), QString::fromStdString(request.matches[2].str()), systemNow());
    answer(request, response, QJsonObject{});
}

} // namespace evertill::sandbox

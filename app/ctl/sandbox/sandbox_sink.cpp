#include "app/ctl/sandbox/sandbox_sink.h"

#include "core/catalog/import/product_json.h"
#include "sync/http/zstd.h"

#include <QEventLoop>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkProxy>
#include <QNetworkReply>

#include <memory>

using namespace Qt::StringLiterals;

namespace evertill {
namespace {

constexpr int kProductsInLot = 5000;
constexpr int kTimeoutMs = 60'000;

Result<std::int64_t> changedIn(QNetworkReply &reply)
{
    if (reply.error() == QNetworkReply::SslHandshakeFailedError)
        return refuse(Code::Untrusted, {{u"problem"_s, reply.errorString()}});
    const int status = reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    if (status == 0)
        return refuse(Code::Unreachable, {{u"problem"_s, reply.errorString()}});
    const QJsonObject body = QJsonDocument::fromJson(reply.readAll()).object();
    if (status != 200)
        return refuse(Code::Denied, {{u"error"_s, body.value(u"error"_s).toString(QString::number(status))}});
    const QJsonValue changed = body.value(u"changed"_s);
    if (!changed.isDouble())
        return refuse(Code::BadAnswer, {{u"problem"_s, u"the sandbox does not say what it changed"_s}});
    return changed.toInteger();
}

} // namespace

SandboxSink::SandboxSink(QUrl sandbox, const QSslConfiguration &tls, const QByteArray &token)
    : m_sandbox(std::move(sandbox)), m_tls(tls), m_token(token)
{
    m_network.setProxy(QNetworkProxy::NoProxy);
    m_network.setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
}

Result<> SandboxSink::begin(const std::vector<TaxRow> &taxes)
{
    QJsonArray rows;
    for (const TaxRow &tax : taxes)
        rows.append(QJsonObject{
            {u"code"_s, tax.code}, {u"name"_s, tax.name}, {u"rate"_s, qint64(tax.rate.partsPerMillion())}});
    return put(u"/sandbox/taxes"_s, QJsonDocument(rows).toJson(QJsonDocument::Compact));
}

Result<> SandboxSink::add(const ProductRow &product)
{
    if (m_inLot > 0)
        m_lot += ',';
    m_lot += productJson(product);
    return ++m_inLot < kProductsInLot ? Result<>() : putProducts();
}

Result<> SandboxSink::finish() { return m_inLot == 0 ? Result<>() : putProducts(); }

Result<> SandboxSink::putProducts()
{
    auto done = put(u"/sandbox/products"_s, '[' + m_lot + ']');
    m_lot.clear();
    m_inLot = 0;
    return done;
}

Result<> SandboxSink::put(const QString &path, const QByteArray &rows)
{
    QUrl url = m_sandbox;
    url.setPath(path);
    QNetworkRequest request(url);
    request.setSslConfiguration(m_tls);
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    request.setTransferTimeout(kTimeoutMs);
    request.setRawHeader("Authorization", "Bearer " + m_token);
    request.setRawHeader("Content-Encoding", "zstd");
    request.setHeader(QNetworkRequest::ContentTypeHeader, u"application/json"_s);
    const std::unique_ptr<QNetworkReply> reply(m_network.put(request, zstdCompressed(rows)));
    QEventLoop loop;
    QObject::connect(reply.get(), &QNetworkReply::finished, &loop, &QEventLoop::quit);
    loop.exec();
    const auto changed = changedIn(*reply);
    if (!changed)
        return tl::unexpected(changed.error());
    m_changed += *changed;
    return {};
}

} // namespace evertill

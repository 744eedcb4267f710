#include "sync/http/oms_client.h"

#include <QNetworkProxy>
#include <QThread>

#include <future>

namespace evertill {
namespace {

constexpr qsizetype kWorthCompressing = 1024;
constexpr qint64 kReadAhead = 1 << 20;

} // namespace

OmsClient::OmsClient(const QUrl &oms, const QSslConfiguration &tls, QObject *parent)
    : QObject(parent), m_oms(oms), m_tls(tls)
{
    m_network.setProxy(QNetworkProxy::NoProxy);
    m_network.setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
}

OmsClient::~OmsClient()
{
    // Replies must be broken off while the network manager is there.
    qDeleteAll(findChildren<OmsExchange *>(Qt::FindDirectChildrenOnly));
}

bool OmsClient::isIdle() const { return findChildren<OmsExchange *>(Qt::FindDirectChildrenOnly).isEmpty(); }

OmsExchange *OmsClient::ask(const HttpRequest &request, OmsExchange::Done done)
{
    auto *exchange = new OmsExchange(send(request, false), request.answerLimit, {}, std::move(done), this);
    exchange->endAfter(request.timeout);
    return exchange;
}

OmsExchange *OmsClient::stream(const HttpRequest &request, OmsExchange::Sink sink, OmsExchange::Done done)
{
    return new OmsExchange(send(request, true), request.answerLimit, std::move(sink), std::move(done), this);
}

QNetworkReply *OmsClient::send(const HttpRequest &request, bool isStream)
{
    QNetworkRequest message(QUrl::fromEncoded(m_oms.toEncoded() + request.path.toLatin1(), QUrl::StrictMode));
    message.setSslConfiguration(m_tls);
    message.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    message.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    message.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    message.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    // Named by ourselves, so that Qt does not decompress by itself, beyond our counting.
    message.setRawHeader("Accept-Encoding", "zstd");
    if (isStream)
        message.setTransferTimeout(int(request.timeout.count()));
    QByteArray body = request.body;
    if (!body.isEmpty())
        message.setHeader(QNetworkRequest::ContentTypeHeader, QByteArrayLiteral("application/json"));
    if (body.size() > kWorthCompressing) {
        message.setRawHeader("Content-Encoding", "zstd");
        body = zstdCompressed(body);
    }
    QNetworkReply *reply = request.method == "POST" ? m_network.post(message, body) : m_network.get(message);
    reply->setReadBufferSize(kReadAhead);
    return reply;
}

OmsAnswer askAndWait(const QUrl &oms, const QSslConfiguration &tls, const HttpRequest &request)
{
    std::promise<OmsAnswer> promise;
    auto answer = promise.get_future();
    QThread thread;
    QObject starter;
    starter.moveToThread(&thread);
    QObject::connect(&thread, &QThread::started, &starter, [&] {
        auto *client = new OmsClient(oms, tls);
        QObject::connect(&thread, &QThread::finished, client, &QObject::deleteLater);
        client->ask(request, [&promise](const OmsAnswer &what) { promise.set_value(what); });
    });
    thread.start();
    OmsAnswer what = answer.get();
    thread.quit();
    thread.wait();
    return what;
}

} // namespace evertill

#include "tests/sandbox/checks/https_client.h"

#include "tests/sandbox/store/json_text.h"

#include <QFile>
#include <QSslCertificate>
#include <QSslKey>
#include <QTest>
#include <openssl/bio.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509.h>

using namespace Qt::StringLiterals;

namespace evertill::sandbox {

namespace {

QByteArray readAll(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

template <typename Write> QByteArray written(Write write)
{
    const std::unique_ptr<BIO, decltype(&BIO_free_all)> bio(BIO_new(BIO_s_mem()), &BIO_free_all);
    write(bio.get());
    char *data = nullptr;
    const long size = BIO_get_mem_data(bio.get(), &data);
    return QByteArray(data, size);
}

/// A key and a request that it signed, in PEM.
std::pair<QByteArray, QByteArray> newKeyAndRequest()
{
    const std::unique_ptr<EVP_PKEY, decltype(&EVP_PKEY_free)> key(EVP_EC_gen("P-256"), &EVP_PKEY_free);
    const std::unique_ptr<X509_REQ, decltype(&X509_REQ_free)> request(X509_REQ_new(), &X509_REQ_free);
    X509_REQ_set_pubkey(request.get(), key.get());
    X509_REQ_sign(request.get(), key.get(), EVP_sha256());
    return {written([&](BIO *bio) {
                PEM_write_bio_PrivateKey(bio, key.get(), nullptr, nullptr, 0, nullptr, nullptr);
            }),
        written([&](BIO *bio) { PEM_write_bio_X509_REQ(bio, request.get()); })};
}

QJsonObject requestFor(const QString &code, const QByteArray &csr)
{
    return {{u"code"_s, code}, {u"csr"_s, QString::fromLatin1(csr)}, {u"seal_key"_s, QString(64, u'a')}};
}

} // namespace

HttpsClient::HttpsClient(const ServerProcess &server)
    : m_base(u"https://localhost:%1"_s.arg(server.port())), m_tls(QSslConfiguration::defaultConfiguration()),
      m_network(std::make_unique<QNetworkAccessManager>())
{
    trust(server);
}

void HttpsClient::trust(const ServerProcess &server)
{
    m_tls.setCaCertificates(QSslCertificate::fromData(readAll(server.folder() + u"/ca.pem"_s)));
}

HttpsClient HttpsClient::facing(const ServerProcess &server) const
{
    HttpsClient client(server);
    client.m_tls = m_tls;
    return client;
}

HttpsClient HttpsClient::admin(const ServerProcess &server)
{
    HttpsClient client(server);
    client.m_token = readAll(server.folder() + u"/admin-token"_s).trimmed();
    return client;
}

HttpsClient HttpsClient::enrolled(const ServerProcess &server, const QString &till)
{
    const QString code =
        admin(server).post(u"/sandbox/codes"_s, {{u"till"_s, till}}).json.value(u"code"_s).toString();
    const auto [key, csr] = newKeyAndRequest();
    HttpsClient client(server);
    client.m_enrolment = client.post(u"/v1/enrolments"_s, requestFor(code, csr)).json;
    const QByteArray certificate = client.m_enrolment.value(u"certificate"_s).toString().toLatin1();
    client.m_tls.setLocalCertificate(QSslCertificate(certificate));
    client.m_tls.setPrivateKey(QSslKey(key, QSsl::Ec));
    client.m_network = std::make_unique<QNetworkAccessManager>();
    return client;
}

QJsonObject HttpsClient::enrolmentRequest(const QString &code)
{
    return requestFor(code, newKeyAndRequest().second);
}

HttpsAnswer HttpsClient::post(const QString &path, const QJsonObject &body)
{
    return send("POST", path, jsonText(body), {});
}

HttpsAnswer HttpsClient::send(
    const QByteArray &verb, const QString &path, const QByteArray &body, const Headers &headers)
{
    const std::unique_ptr<QNetworkReply> reply = begin(verb, path, body, headers);
    return finish(*reply);
}

std::unique_ptr<QNetworkReply> HttpsClient::begin(
    const QByteArray &verb, const QString &path, const QByteArray &body, const Headers &headers)
{
    QNetworkRequest request(QUrl(m_base + path));
    request.setSslConfiguration(m_tls);
    request.setTransferTimeout(40'000);
    if (!body.isEmpty())
        request.setHeader(QNetworkRequest::ContentTypeHeader, u"application/json"_s);
    if (!m_token.isEmpty())
        request.setRawHeader("Authorization", "Bearer " + m_token);
    for (const auto &[name, value] : headers)
        request.setRawHeader(name, value);
    return std::unique_ptr<QNetworkReply>(m_network->sendCustomRequest(request, verb, body));
}

HttpsAnswer HttpsClient::finish(QNetworkReply &reply)
{
    static_cast<void>(QTest::qWaitFor([&] { return reply.isFinished(); }, 45'000));
    HttpsAnswer answer;
    answer.status = reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    answer.failed =
        reply.error() != QNetworkReply::NoError && reply.error() < QNetworkReply::ContentAccessDenied;
    answer.apiHeader = reply.rawHeader("Evertill-Api");
    answer.body = reply.readAll();
    answer.json = jsonObject(answer.body);
    return answer;
}

} // namespace evertill::sandbox

#pragma once

#include "tests/sandbox/checks/server_process.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QSslConfiguration>
#include <memory>

namespace evertill::sandbox {

struct HttpsAnswer {
    int status = 0;
    bool failed = false; ///< below HTTP: nothing, or not all of it, came
    QByteArray apiHeader;
    QByteArray body;
    QJsonObject json;

    [[nodiscard]] QString error() const { return json.value(QStringLiteral("error")).toString(); }
};

/// A till's HTTPS, by Qt's own client with nothing but the server's CA trusted.
class HttpsClient final {
public:
    /// Without a client certificate.
    explicit HttpsClient(const ServerProcess &server);
    /// With the admin token.
    [[nodiscard]] static HttpsClient admin(const ServerProcess &server);
    /// With a certificate that was just enrolled for \a till.
    [[nodiscard]] static HttpsClient enrolled(const ServerProcess &server, const QString &till);
    /// An EnrolmentRequest with a new key.
    [[nodiscard]] static QJsonObject enrolmentRequest(const QString &code);

    /// The same certificate and the same trusted CA, asking another server.
    [[nodiscard]] HttpsClient facing(const ServerProcess &server) const;
    /// Trusts this server's CA from now on.
    void trust(const ServerProcess &server);

    [[nodiscard]] QJsonObject enrolment() const { return m_enrolment; }

    using Headers = QList<std::pair<QByteArray, QByteArray>>;
    HttpsAnswer get(const QString &path) { return send("GET", path, {}, {}); }
    HttpsAnswer post(const QString &path, const QJsonObject &body);
    HttpsAnswer send(
        const QByteArray &verb, const QString &path, const QByteArray &body, const Headers &headers);
    [[nodiscard]] std::unique_ptr<QNetworkReply> begin(const QByteArray &verb, const QString &path,
        const QByteArray &body = {}, const Headers &headers = {});
    [[nodiscard]] static HttpsAnswer finish(QNetworkReply &reply);

private:
    QString m_base;
    QSslConfiguration m_tls;
    QByteArray m_token;
    QJsonObject m_enrolment;
    std::unique_ptr<QNetworkAccessManager> m_network;
};

} // namespace evertill::sandbox

#pragma once

#include "sync/http/oms_exchange.h"
#include "sync/trust/oms_identity.h"

#include <QNetworkAccessManager>

namespace evertill {

/// Asks one OMS over HTTPS: no redirects, no proxy, no cookies, no cache. Lives on one thread with an event
/// loop.
class OmsClient final : public QObject {
    Q_OBJECT
public:
    OmsClient(const QUrl &oms, const QSslConfiguration &tls, QObject *parent = nullptr);
    ~OmsClient() override;

    /// Sends \a request; \a done is called once from the event loop, never from within. Deleting the exchange
    /// breaks it off.
    OmsExchange *ask(const HttpRequest &request, OmsExchange::Done done);
    /// The same, but the good answer's body goes to \a sink, and the request's timeout is for each silence on
    /// the way.
    OmsExchange *stream(const HttpRequest &request, OmsExchange::Sink sink, OmsExchange::Done done);

    /// Whether nothing that it was asked is under way.
    [[nodiscard]] bool isIdle() const;

private:
    [[nodiscard]] QNetworkReply *send(const HttpRequest &request, bool isStream);

    QUrl m_oms;
    QSslConfiguration m_tls;
    QNetworkAccessManager m_network;
};

/// One question on a thread of its own, for programs that have nothing else to do: waits for the answer, at
/// most as long as the request's timeout. Any thread.
[[nodiscard]] OmsAnswer askAndWait(const QUrl &oms, const QSslConfiguration &tls, const HttpRequest &request);

} // namespace evertill

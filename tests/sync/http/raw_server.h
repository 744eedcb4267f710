#pragma once

#include "tests/sync/http/test_authority.h"

#include <QSslServer>
#include <QSslSocket>
#include <QThread>
#include <QUrl>

#include <functional>
#include <mutex>

namespace evertill::test {

/// A server on a thread of its own that does whatever a test tells it with each request.
class RawServer final {
public:
    /// Called on the server's thread with each whole request; writes what it likes.
    using Handler = std::function<void(QSslSocket &)>;

    RawServer(const Credentials &credentials, Handler handler);
    /// A server that says \a answer, byte by byte, and closes.
    RawServer(const Credentials &credentials, const QByteArray &answer);
    ~RawServer();

    [[nodiscard]] QUrl url() const { return m_url; }
    /// All that was asked so far, whole, in order.
    [[nodiscard]] QByteArrayList requests() const;

private:
    void serve(QSslSocket *socket);

    QThread m_thread;
    QSslServer *m_server;
    Handler m_handler;
    QUrl m_url;
    mutable std::mutex m_mutex;
    QByteArrayList m_requests;
};

/// A 200 of the OMS with \a body; \a headers are whole lines.
[[nodiscard]] QByteArray omsAnswer(const QByteArray &body, const QByteArray &headers = {});

} // namespace evertill::test

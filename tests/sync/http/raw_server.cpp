#include "tests/sync/http/raw_server.h"

#include <QSslKey>

using namespace Qt::StringLiterals;

namespace evertill::test {
namespace {

/// Whether \a request has its whole header, and the body that the header announces.
bool isWhole(const QByteArray &request)
{
    const qsizetype header = request.indexOf("\r\n\r\n");
    if (header < 0)
        return false;
    const qsizetype at = request.toLower().indexOf("content-length:");
    const qsizetype body = at < 0 || at > header
        ? 0
        : request.mid(at + 15, request.indexOf('\r', at) - at - 15).trimmed().toLongLong();
    return request.size() >= header + 4 + body;
}

} // namespace

RawServer::RawServer(const Credentials &credentials, const QByteArray &answer)
    : RawServer(credentials, [answer](QSslSocket &socket) {
          socket.write(answer);
          socket.disconnectFromHost();
      })
{
}

RawServer::RawServer(const Credentials &credentials, Handler handler)
    : m_server(new QSslServer), m_handler(std::move(handler))
{
    QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
    tls.setLocalCertificate(QSslCertificate(credentials.certificate));
    tls.setPrivateKey(QSslKey(credentials.key, QSsl::Ec));
    tls.setPeerVerifyMode(QSslSocket::VerifyNone);
    m_server->setSslConfiguration(tls);
    if (!m_server->listen(QHostAddress::LocalHost))
        qFatal("the test's server can't listen");
    m_url = QUrl(u"https://localhost:%1"_s.arg(m_server->serverPort()));
    QObject::connect(m_server, &QTcpServer::pendingConnectionAvailable, m_server, [this] {
        while (auto *socket = qobject_cast<QSslSocket *>(m_server->nextPendingConnection()))
            serve(socket);
    });
    m_server->moveToThread(&m_thread);
    QObject::connect(&m_thread, &QThread::finished, m_server, &QObject::deleteLater);
    m_thread.start();
}

RawServer::~RawServer()
{
    m_thread.quit();
    m_thread.wait();
}

QByteArrayList RawServer::requests() const
{
    const std::lock_guard lock(m_mutex);
    return m_requests;
}

void RawServer::serve(QSslSocket *socket)
{
    const auto request = std::make_shared<QByteArray>();
    const auto read = [this, socket, request] {
        request->append(socket->readAll());
        if (!isWhole(*request))
            return;
        {
            const std::lock_guard lock(m_mutex);
            m_requests.append(*request);
        }
        request->clear();
        m_handler(*socket);
    };
    QObject::connect(socket, &QSslSocket::readyRead, socket, read);
    read();
}

QByteArray omsAnswer(const QByteArray &body, const QByteArray &headers)
{
    return "HTTP/1.1 200 OK\r\nEvertill-Api: 1\r\nContent-Type: application/json\r\nContent-Length: "
        + QByteArray::number(body.size()) + "\r\n" + headers + "\r\n" + body;
}

} // namespace evertill::test

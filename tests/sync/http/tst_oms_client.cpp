#include "sync/http/oms_client.h"
#include "sync/http/zstd.h"
#include "tests/sync/http/raw_server.h"

#include <QElapsedTimer>
#include <QTcpServer>
#include <QTest>

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace evertill::test {
namespace {

constexpr std::int64_t kLimit = 64 << 10;
constexpr qint64 kGigabyte = 1 << 30;

HttpRequest position() { return {"GET", u"/v1/tills/T1/position"_s, {}, 5s, kLimit}; }

} // namespace

class OmsClientTest final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void readsAnAnswer();
    void readsACompressedAnswer();
    void compressesALongRequest();
    void followsNoRedirectAndKeepsNoCookie();
    void certificatesThatAreNotTheStoresAreRefused_data();
    void certificatesThatAreNotTheStoresAreRefused();
    void aServerWithoutTlsIsNotTheOms();
    void nonsenseIsNoAnswer_data();
    void nonsenseIsNoAnswer();
    void aBodyWithoutEndIsBrokenOff_data();
    void aBodyWithoutEndIsBrokenOff();
    void aPortalsPageIsNotRead();
    void aServerThatNeverAnswersIsGivenUp_data();
    void aServerThatNeverAnswersIsGivenUp();
    void nobodyThereIsUnreachable();

private:
    [[nodiscard]] OmsAnswer ask(const QUrl &url, const HttpRequest &request = position()) const;
    [[nodiscard]] OmsAnswer askServerThatSays(const QByteArray &answer) const;

    std::unique_ptr<TestAuthority> m_store;
    Credentials m_server;
};

void OmsClientTest::initTestCase()
{
    m_store = std::make_unique<TestAuthority>();
    m_server = m_store->serverFor("localhost");
}

OmsAnswer OmsClientTest::ask(const QUrl &url, const HttpRequest &request) const
{
    const auto tls = tlsFor({url, m_store->certificate(), {}, {}});
    if (!tls)
        qFatal("no TLS");
    return askAndWait(url, *tls, request);
}

OmsAnswer OmsClientTest::askServerThatSays(const QByteArray &answer) const
{
    const RawServer server(m_server, answer);
    return ask(server.url());
}

void OmsClientTest::readsAnAnswer()
{
    const auto got = askServerThatSays(
        omsAnswer("{\"a\":1}", "Date: Sun, 06 Nov 1994 08:49:37 GMT\r\nRetry-After: 7\r\n"));
    const auto *answer = std::get_if<HttpAnswer>(&got);
    QVERIFY(answer);
    QCOMPARE(answer->status, 200);
    QCOMPARE(answer->api, QByteArray("1"));
    QCOMPARE(answer->retryAfter, QByteArray("7"));
    QCOMPARE(answer->date->us, 784'111'777'000'000);
    QCOMPARE(answer->body, QByteArray("{\"a\":1}"));
}

void OmsClientTest::readsACompressedAnswer()
{
    const QByteArray body = "{\"text\":\"" + QByteArray(50'000, 'x') + "\"}";
    const auto got = askServerThatSays(omsAnswer(zstdCompressed(body), "Content-Encoding: zstd\r\n"));
    const auto *answer = std::get_if<HttpAnswer>(&got);
    QVERIFY(answer);
    QCOMPARE(answer->body, body);
}

void OmsClientTest::compressesALongRequest()
{
    const RawServer server(m_server, omsAnswer("{}"));
    const QByteArray body = "{\"text\":\"" + QByteArray(5000, 'x') + "\"}";
    QVERIFY(std::get_if<HttpAnswer>(
        &static_cast<const OmsAnswer &>(ask(server.url(), {"POST", u"/v1/x"_s, body, 5s, kLimit}))));
    QVERIFY(std::get_if<HttpAnswer>(
        &static_cast<const OmsAnswer &>(ask(server.url(), {"POST", u"/v1/x"_s, "{}", 5s, kLimit}))));
    const QByteArrayList requests = server.requests();
    QCOMPARE(requests.size(), 2);
    QVERIFY(requests.at(0).toLower().contains("content-encoding: zstd"));
    QByteArray sent;
    ZstdInflater inflater;
    const QByteArray packed = requests.at(0).mid(requests.at(0).indexOf("\r\n\r\n") + 4);
    QVERIFY(inflater.feed(packed, [&](QByteArrayView piece) -> Result<> {
        sent.append(piece);
        return {};
    }));
    QCOMPARE(sent, body);
    QVERIFY(inflater.isComplete());
    QVERIFY(requests.at(1).endsWith("\r\n\r\n{}"));
}

void OmsClientTest::followsNoRedirectAndKeepsNoCookie()
{
    const RawServer server(m_server,
        "HTTP/1.1 302 Found\r\nEvertill-Api: 1\r\nLocation: /elsewhere\r\nSet-Cookie: a=b\r\nContent-Length: "
        "0\r\n\r\n");
    for (int i = 0; i < 2; ++i) {
        const auto got = ask(server.url());
        const auto *answer = std::get_if<HttpAnswer>(&got);
        QVERIFY(answer);
        QCOMPARE(answer->status, 302);
    }
    const QByteArrayList requests = server.requests();
    QCOMPARE(requests.size(), 2);
    QVERIFY(!requests.join().toLower().contains("cookie"));
    QVERIFY(!requests.join().contains("elsewhere"));
}

void OmsClientTest::certificatesThatAreNotTheStoresAreRefused_data()
{
    QTest::addColumn<Credentials>("credentials");
    const TestAuthority stranger;
    QTest::newRow("another CA, the right host") << stranger.serverFor("localhost");
    QTest::newRow("the store's CA, another host") << m_store->serverFor("elsewhere.example");
    QTest::newRow("the store's CA, a host that begins alike")
        << m_store->serverFor("localhost.elsewhere.example");
}

void OmsClientTest::certificatesThatAreNotTheStoresAreRefused()
{
    QFETCH(Credentials, credentials);
    const RawServer server(credentials, omsAnswer("{}"));
    const auto got = ask(server.url(), {"POST", u"/v1/enrolments"_s, "{\"code\":\"secret\"}", 5s, kLimit});
    const auto *failure = std::get_if<HttpFailure>(&got);
    QVERIFY(failure);
    QCOMPARE(failure->kind, HttpFailure::Untrusted);
    QVERIFY(!failure->problem.isEmpty());
    QVERIFY2(server.requests().isEmpty(), "nothing was said to a stranger");
}

void OmsClientTest::aServerWithoutTlsIsNotTheOms()
{
    QTcpServer plain;
    QVERIFY(plain.listen(QHostAddress::LocalHost));
    connect(&plain, &QTcpServer::newConnection, &plain, [&] {
        auto *socket = plain.nextPendingConnection();
        socket->write(omsAnswer("{}"));
        socket->disconnectFromHost();
    });
    QThread thread;
    plain.moveToThread(&thread);
    thread.start();
    const auto got = ask(QUrl(u"https://localhost:%1"_s.arg(plain.serverPort())));
    QMetaObject::invokeMethod(&plain, &QTcpServer::close, Qt::BlockingQueuedConnection);
    thread.quit();
    thread.wait();
    const auto *failure = std::get_if<HttpFailure>(&got);
    QVERIFY(failure);
    QCOMPARE(failure->kind, HttpFailure::Unreachable);
}

void OmsClientTest::nonsenseIsNoAnswer_data()
{
    QTest::addColumn<QByteArray>("said");
    const QByteArray head = "HTTP/1.1 200 OK\r\nEvertill-Api: 1\r\n";
    QTest::newRow("no HTTP at all") << QByteArray("220 mail.example ESMTP\r\n");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("half a header") << head;
    QTest::newRow("a body cut short") << head + "Content-Length: 100\r\n\r\n{\"epoch\":";
    QTest::newRow("a chunk cut short") << head + "Transfer-Encoding: chunked\r\n\r\n40\r\n{\"epoch\":";
    QTest::newRow("an encoding nobody asked for")
        << head + "Content-Encoding: gzip\r\nContent-Length: 2\r\n\r\n{}";
    QTest::newRow("zstd that is none") << omsAnswer("{\"a\":1}", "Content-Encoding: zstd\r\n");
    QTest::newRow("zstd cut short") << omsAnswer(
        zstdCompressed(QByteArray(9000, 'x')).chopped(4), "Content-Encoding: zstd\r\n");
}

void OmsClientTest::nonsenseIsNoAnswer()
{
    QFETCH(QByteArray, said);
    const auto got = askServerThatSays(said);
    const auto *failure = std::get_if<HttpFailure>(&got);
    QVERIFY(failure);
    QVERIFY(failure->kind != HttpFailure::Untrusted);
}

void OmsClientTest::aBodyWithoutEndIsBrokenOff_data()
{
    QTest::addColumn<bool>("compressed");
    QTest::newRow("a gigabyte as it is") << false;
    QTest::newRow("a gigabyte in a few kilobytes") << true;
}

void OmsClientTest::aBodyWithoutEndIsBrokenOff()
{
    QFETCH(bool, compressed);
    std::atomic<qint64> sent = 0;
    QByteArray bomb;
    for (int i = 0; compressed && i < 128; ++i)
        bomb += zstdCompressed(QByteArray(8 << 20, '\0'));
    const RawServer server(m_server, [&](QSslSocket &socket) {
        const QByteArray coding = compressed ? "Content-Encoding: zstd\r\n" : "";
        const qint64 size = compressed ? bomb.size() : kGigabyte;
        socket.write("HTTP/1.1 200 OK\r\nEvertill-Api: 1\r\n" + coding
            + "Content-Length: " + QByteArray::number(size) + "\r\n\r\n");
        const auto more = [&socket, &sent, &bomb, compressed] {
            if (socket.bytesToWrite() + socket.encryptedBytesToWrite() > (256 << 10) || sent >= kGigabyte)
                return;
            const QByteArray piece = compressed ? bomb : QByteArray(64 << 10, ' ');
            sent = compressed ? kGigabyte : sent + piece.size();
            socket.write(piece);
        };
        QObject::connect(&socket, &QSslSocket::encryptedBytesWritten, &socket, more);
        more();
    });
    QElapsedTimer timer;
    timer.start();
    const auto got = ask(server.url());
    const auto *failure = std::get_if<HttpFailure>(&got);
    QVERIFY(failure);
    QCOMPARE(failure->kind, HttpFailure::BadAnswer);
    QVERIFY(timer.elapsed() < 4000);
    if (!compressed)
        QVERIFY2(sent < (32 << 20), qPrintable(u"%1 bytes were taken"_s.arg(sent)));
}

void OmsClientTest::aPortalsPageIsNotRead()
{
    const auto got = askServerThatSays(
        "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 100000000\r\n\r\n<html>"
        + QByteArray(100'000, ' '));
    const auto *answer = std::get_if<HttpAnswer>(&got);
    QVERIFY(answer);
    QVERIFY(answer->api.isEmpty() && answer->body.isEmpty());
}

void OmsClientTest::aServerThatNeverAnswersIsGivenUp_data()
{
    QTest::addColumn<bool>("drips");
    QTest::newRow("says nothing") << false;
    QTest::newRow("says a byte now and then") << true;
}

void OmsClientTest::aServerThatNeverAnswersIsGivenUp()
{
    QFETCH(bool, drips);
    const RawServer server(m_server, [drips](QSslSocket &socket) {
        if (!drips)
            return;
        socket.write("HTTP/1.1 200 OK\r\nEvertill-Api: 1\r\nContent-Length: 1000\r\n\r\n");
        auto *timer = new QTimer(&socket);
        QObject::connect(timer, &QTimer::timeout, &socket, [&socket] { socket.write(" "); });
        timer->start(20);
    });
    HttpRequest request = position();
    request.timeout = 500ms;
    QElapsedTimer timer;
    timer.start();
    const auto got = ask(server.url(), request);
    const auto *failure = std::get_if<HttpFailure>(&got);
    QVERIFY(failure);
    QCOMPARE(failure->kind, HttpFailure::Unreachable);
    QVERIFY(timer.elapsed() >= 450 && timer.elapsed() < 3000);
}

void OmsClientTest::nobodyThereIsUnreachable()
{
    QTcpServer once;
    QVERIFY(once.listen(QHostAddress::LocalHost));
    const QUrl url(u"https://localhost:%1"_s.arg(once.serverPort()));
    once.close();
    const auto got = ask(url);
    const auto *failure = std::get_if<HttpFailure>(&got);
    QVERIFY(failure);
    QCOMPARE(failure->kind, HttpFailure::Unreachable);
}

} // namespace evertill::test

QTEST_GUILESS_MAIN(evertill::test::OmsClientTest)
#include "tst_oms_client.moc"

#include "sync/http/oms_client.h"
#include "tests/sync/http/raw_server.h"

#include <QProcess>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QTest>

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace evertill::test {
namespace {

HttpRequest position() { return {"GET", u"/v1/tills/T1/position"_s, {}, 5s, 64 << 10}; }

bool write(const QString &path, const QByteArray &content)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(content) == content.size();
}

int freePort()
{
    QTcpServer once;
    once.listen(QHostAddress::LocalHost);
    return once.serverPort();
}

} // namespace

/// What the wire itself must keep: every answer of the OMS is heard as what it is, and nothing below TLS 1.2
/// is spoken.
class WireTest final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void everyNoIsHeardWithItsBody_data();
    void everyNoIsHeardWithItsBody();
    void onlyNewTlsIsSpoken_data();
    void onlyNewTlsIsSpoken();

private:
    [[nodiscard]] OmsAnswer ask(const QUrl &url) const
    {
        return askAndWait(url, *tlsFor({url, m_store->certificate(), {}, {}}), position());
    }

    std::unique_ptr<TestAuthority> m_store;
    Credentials m_server;
};

void WireTest::initTestCase()
{
    m_store = std::make_unique<TestAuthority>();
    m_server = m_store->serverFor("localhost");
}

void WireTest::everyNoIsHeardWithItsBody_data()
{
    QTest::addColumn<int>("status");
    for (const int status : {400, 403, 404, 405, 409, 410, 413, 415, 418, 422, 429, 500, 501, 502, 503, 504})
        QTest::addRow("%d", status) << status;
}

void WireTest::everyNoIsHeardWithItsBody()
{
    QFETCH(int, status);
    const QByteArray body = R"({"error":"some_code"})";
    const RawServer server(m_server, omsAnswer(body).replace("200 OK", QByteArray::number(status) + " No"));
    const OmsAnswer got = ask(server.url());
    const auto *answer = std::get_if<HttpAnswer>(&got);
    QVERIFY2(answer, "taken for a line that is down");
    QCOMPARE(answer->status, status);
    QCOMPARE(answer->body, body);
}

void WireTest::onlyNewTlsIsSpoken_data()
{
    QTest::addColumn<QString>("version");
    QTest::addColumn<bool>("isSpoken");
    QTest::newRow("TLS 1.1") << u"-tls1_1"_s << false;
    QTest::newRow("TLS 1.2") << u"-tls1_2"_s << true;
    QTest::newRow("TLS 1.3") << u"-tls1_3"_s << true;
}

void WireTest::onlyNewTlsIsSpoken()
{
    QFETCH(QString, version);
    QFETCH(bool, isSpoken);
    const QTemporaryDir folder;
    const QString certificate = folder.filePath(u"server.pem"_s);
    const QString key = folder.filePath(u"server.key"_s);
    QVERIFY(write(certificate, m_server.certificate) && write(key, m_server.key));
    const int port = freePort();
    QProcess server;
    server.start(u"openssl"_s,
        {u"s_server"_s, u"-www"_s, version, u"-cipher"_s, u"DEFAULT@SECLEVEL=0"_s, u"-cert"_s, certificate,
            u"-key"_s, key, u"-accept"_s, QString::number(port)});
    if (!server.waitForStarted())
        QSKIP("the openssl program is not here");
    QByteArray said;
    while (!said.contains("ACCEPT") && server.waitForReadyRead(5000))
        said += server.readAllStandardOutput();
    QVERIFY2(said.contains("ACCEPT"), server.readAllStandardError().constData());
    const OmsAnswer got = ask(QUrl(u"https://localhost:%1"_s.arg(port)));
    server.kill();
    server.waitForFinished();
    const auto *failure = std::get_if<HttpFailure>(&got);
    QVERIFY2(!failure == isSpoken, failure ? qPrintable(failure->problem) : "it was spoken");
}

} // namespace evertill::test

QTEST_GUILESS_MAIN(evertill::test::WireTest)
#include "tst_wire.moc"

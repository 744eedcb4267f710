#include "sync/enrol/enrol.h"
#include "sync/trust/oms_identity.h"
#include "sync/trust/till_key.h"
#include "tests/sync/http/enrolment_json.h"
#include "tests/sync/http/raw_server.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

namespace evertill::test {

/// Enrolment with an OMS that answers what it should not. What goes well is in tests/sync/e2e, with the
/// reference OMS.
class EnrolTest final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void hostileAnswersLeaveNothingBehind_data();
    void hostileAnswersLeaveNothingBehind();
    void aCertificateOfAnotherKeyIsRefused();
    void aRefusalLeavesAnEarlierEnrolmentAsItWas();
    void addressesThatAreNoneAreRefused_data();
    void addressesThatAreNoneAreRefused();
    void aFileWithoutACertificateIsNoCa();
    void aDamagedKeyIsNotReplaced();
    void theKeyIsKeptBeforeAnybodyIsAsked();

private:
    [[nodiscard]] EnrolRequest request(const QUrl &url) const;
    [[nodiscard]] QStringList files() const { return QDir(m_folder->path()).entryList(QDir::Files); }

    std::unique_ptr<TestAuthority> m_store;
    Credentials m_server;
    std::unique_ptr<QTemporaryDir> m_folder;
};

void EnrolTest::initTestCase()
{
    m_store = std::make_unique<TestAuthority>();
    m_server = m_store->serverFor("localhost");
}

EnrolRequest EnrolTest::request(const QUrl &url) const
{
    return {url, m_store->certificate(), u"CODE"_s, m_folder->path(), QByteArray(32, 'k')};
}

void EnrolTest::hostileAnswersLeaveNothingBehind_data()
{
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<int>("code");
    QTest::newRow("another shape") << omsAnswer("{}") << int(Code::BadAnswer);
    QTest::newRow("no JSON") << omsAnswer("<html>") << int(Code::BadAnswer);
    QTest::newRow("a portal") << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}")
                              << int(Code::Unreachable);
    QTest::newRow("a broken OMS") << omsAnswer("{}").replace("200 OK", "500 Sorry") << int(Code::Unreachable);
    QTest::newRow("a no") << omsAnswer(R"({"error":"unknown_code"})").replace("200 OK", "403 No")
                          << int(Code::Denied);
}

void EnrolTest::hostileAnswersLeaveNothingBehind()
{
    QFETCH(QByteArray, answer);
    QFETCH(int, code);
    m_folder = std::make_unique<QTemporaryDir>();
    const RawServer server(m_server, answer);
    const auto config = enrol(request(server.url()));
    QVERIFY(!config);
    QCOMPARE(int(config.error().code), code);
    QCOMPARE(files(), (QStringList{u"till.key"_s}));
}

void EnrolTest::aCertificateOfAnotherKeyIsRefused()
{
    m_folder = std::make_unique<QTemporaryDir>();
    const RawServer server(m_server, omsAnswer(enrolmentJson(m_server.certificate)));
    const auto config = enrol(request(server.url()));
    QVERIFY(!config);
    QCOMPARE(config.error().code, Code::BadAnswer);
    QCOMPARE(files(), (QStringList{u"till.key"_s}));
}

void EnrolTest::aRefusalLeavesAnEarlierEnrolmentAsItWas()
{
    m_folder = std::make_unique<QTemporaryDir>();
    const OmsIdentity earlier = {QUrl(u"https://oms.example"_s), "CA", "CERTIFICATE", {}};
    QVERIFY(saveOmsIdentity(m_folder->path(), earlier));
    QVERIFY(TillKey::keptAt(tillKeyPath(m_folder->path())));
    const RawServer server(m_server, omsAnswer("{}"));
    QVERIFY(!enrol(request(server.url())));
    const auto kept = loadOmsIdentity(m_folder->path());
    QVERIFY(kept);
    QCOMPARE(kept->oms, earlier.oms);
    QCOMPARE(kept->certificate, earlier.certificate);
}

void EnrolTest::addressesThatAreNoneAreRefused_data()
{
    QTest::addColumn<QString>("url");
    QTest::newRow("no TLS") << u"http://localhost:8443"_s;
    QTest::newRow("a path") << u"https://localhost:8443/oms"_s;
    QTest::newRow("no host") << u"https://"_s;
    QTest::newRow("a password") << u"https://me:secret@localhost"_s;
    QTest::newRow("no address") << u"oms"_s;
    QTest::newRow("nothing") << QString();
}

void EnrolTest::addressesThatAreNoneAreRefused()
{
    QFETCH(QString, url);
    m_folder = std::make_unique<QTemporaryDir>();
    const auto config = enrol(request(QUrl(url)));
    QVERIFY(!config);
    QCOMPARE(config.error().code, Code::BadInput);
    QVERIFY(files().isEmpty());
}

void EnrolTest::aFileWithoutACertificateIsNoCa()
{
    m_folder = std::make_unique<QTemporaryDir>();
    EnrolRequest wrong = request(QUrl(u"https://localhost:1"_s));
    wrong.ca = "not a certificate";
    const auto config = enrol(wrong);
    QVERIFY(!config);
    QCOMPARE(config.error().code, Code::BadInput);
    QVERIFY(files().isEmpty());
}

void EnrolTest::aDamagedKeyIsNotReplaced()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QFile key(tillKeyPath(m_folder->path()));
    QVERIFY(key.open(QIODevice::WriteOnly));
    key.write("torn");
    key.close();
    const auto config = enrol(request(QUrl(u"https://localhost:1"_s)));
    QVERIFY(!config);
    QCOMPARE(config.error().code, Code::DamagedFile);
    QVERIFY(key.open(QIODevice::ReadOnly));
    QCOMPARE(key.readAll(), QByteArray("torn"));
}

void EnrolTest::theKeyIsKeptBeforeAnybodyIsAsked()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QByteArray keyWhenAsked;
    const RawServer server(m_server, [&](QSslSocket &socket) {
        QFile key(tillKeyPath(m_folder->path()));
        if (key.open(QIODevice::ReadOnly))
            keyWhenAsked = key.readAll();
        socket.abort(); // as a crash of either side would
    });
    const auto config = enrol(request(server.url()));
    QVERIFY(!config);
    QCOMPARE(config.error().code, Code::Unreachable);
    QVERIFY(keyWhenAsked.contains("PRIVATE KEY"));
    const auto again = TillKey::keptAt(tillKeyPath(m_folder->path()));
    QVERIFY(again);
    QCOMPARE(again->privatePem(), keyWhenAsked);
}

} // namespace evertill::test

QTEST_GUILESS_MAIN(evertill::test::EnrolTest)
#include "tst_enrol.moc"

#include "sync/http/oms_client.h"
#include "sync/oms/event_batch.h"
#include "sync/oms/renewal.h"
#include "sync/trust/till_key.h"
#include "tests/sync/e2e/sandbox_process.h"
#include "tests/sync/e2e/till.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace evertill::test {
namespace {

QByteArray fileContent(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

HttpRequest get(const QString &path) { return {"GET", path, {}, 10s, 4 << 20}; }

HttpAnswer answerTo(const OmsIdentity &identity, const HttpRequest &request)
{
    const OmsAnswer answer = askAndWait(identity.oms, *tlsFor(identity), request);
    return std::holds_alternative<HttpAnswer>(answer) ? std::get<HttpAnswer>(answer) : HttpAnswer();
}

QString errorIn(const HttpAnswer &answer)
{
    return QJsonDocument::fromJson(answer.body).object().value("error"_L1).toString();
}

QByteArray journalAsBatch(Till &till)
{
    std::vector<WireEvent> events;
    for (const Event &event : Journal(till.ledger().database()).after({}, 100))
        events.push_back(WireEvent::of(event));
    return encodeBatch(events);
}

} // namespace

/// Who is a till, for how long, and whom the reference OMS sends away.
class TrustTest final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void oneTillsCertificateSpeaksForNoOther_data();
    void oneTillsCertificateSpeaksForNoOther();
    void certificatesAreRenewedBeforeTheyEnd();
    void headlessSyncRenewsToo();
    void aRenewalThatBrokeOffAfterTheProofIsFinished();
    void aRenewalThatBrokeOffBeforeTheProofIsFinished();
    void aRevokedTillGetsNoCertificate();
    void enrollingAnewEndsEarlierCertificates();
    void aKeyThatIsNotTheTillsIsNotCertified();
    void aCertificateThatHasEndedIsSaid();

private:
    [[nodiscard]] static QByteArray renewed(const OmsIdentity &identity);
};

/// A new certificate, which nobody has used yet.
QByteArray TrustTest::renewed(const OmsIdentity &identity)
{
    const auto key = TillKey::fromPem(identity.key, u"till.key"_s);
    const HttpAnswer answer = answerTo(identity,
        {"POST", u"/v1/tills/BER1T1/certificate"_s, encodeRenewalRequest(key->signingRequest()), 10s,
            1 << 20});
    return decodeRenewal(answer.body).value_or(QByteArray());
}

void TrustTest::oneTillsCertificateSpeaksForNoOther_data()
{
    QTest::addColumn<QString>("path");
    QTest::newRow("push") << u"events"_s;
    QTest::newRow("read the feed") << u"changes?cursor="_s;
    QTest::newRow("read everything") << u"snapshot"_s;
    QTest::newRow("read the journal back") << u"events?epoch=0"_s;
    QTest::newRow("ask for the position") << u"position"_s;
    QTest::newRow("renew its certificate") << u"certificate"_s;
}

void TrustTest::oneTillsCertificateSpeaksForNoOther()
{
    QFETCH(QString, path);
    SandboxProcess oms;
    oms.start();
    Till one;
    Till other;
    one.enrolAs(u"BER1T1"_s, oms);
    other.enrolAs(u"BER1T2"_s, oms);
    const OmsIdentity identity = *loadOmsIdentity(one.folder());
    HttpRequest request = get(u"/v1/tills/BER1T2/"_s + path);
    HttpRequest own = get(u"/v1/tills/BER1T1/"_s + path);
    if (path == u"events"_s)
        request.body = own.body = journalAsBatch(one);
    if (path == u"certificate"_s)
        request.body = own.body =
            encodeRenewalRequest(TillKey::fromPem(identity.key, u"till.key"_s)->signingRequest());
    if (!request.body.isEmpty())
        request.method = own.method = "POST";
    const HttpAnswer refused = answerTo(identity, request);
    QCOMPARE(refused.status, 403);
    QCOMPARE(errorIn(refused), u"wrong_till"_s);
    QCOMPARE(oms.rows(u"event"_s).size(), 0);
    QVERIFY2(answerTo(identity, own).status == 200, "the same question under its own name is answered");
    const auto report = other.syncOnce(other.settings(u"BER1T2"_s));
    QVERIFY2(report, "the other till notices nothing");
}

void TrustTest::certificatesAreRenewedBeforeTheyEnd()
{
    SandboxProcess oms({u"--till-certificate-seconds"_s, u"12"_s});
    oms.start();
    Till till;
    till.enrolAs(u"BER1T1"_s, oms);
    const OmsIdentity first = *loadOmsIdentity(till.folder());
    const auto sync = till.sync(till.settings(u"BER1T1"_s));
    QTRY_VERIFY_WITH_TIMEOUT(till.isOnlineWithNothingToSend(), 10'000);
    QSet<QByteArray> seen;
    QElapsedTimer timer;
    for (timer.start(); timer.elapsed() < 13'000;) { // longer than a certificate lasts
        seen.insert(fileContent(till.folder() + u"/till.pem"_s));
        till.adjustStock(10);
        sync->ledgerGrew();
        QTest::qWait(200);
    }
    QVERIFY2(seen.size() >= 3, qPrintable(QString::number(seen.size())));
    QVERIFY2(till.worstSaid().isEmpty(), qPrintable(till.worstSaid()));
    QTRY_VERIFY_WITH_TIMEOUT(till.isOnlineWithNothingToSend(), 10'000);
    QCOMPARE(answerTo(first, get(u"/v1/tills/BER1T1/position"_s)).status, 0); // it has ended
    QCOMPARE(fileContent(till.folder() + u"/till.key"_s), first.key);
}

void TrustTest::headlessSyncRenewsToo()
{
    SandboxProcess oms({u"--till-certificate-seconds"_s, u"600"_s});
    oms.start();
    Till till;
    till.enrolAs(u"BER1T1"_s, oms);
    const OmsIdentity first = *loadOmsIdentity(till.folder());
    QTest::qWait(1100); // a certificate counts in seconds, and one that lasts no longer is turned down
    QVERIFY(till.syncOnce(till.settings(u"BER1T1"_s)));
    const OmsIdentity second = *loadOmsIdentity(till.folder());
    QVERIFY(second.certificate != first.certificate);
    QVERIFY(second.nextCertificate.isEmpty());
    QVERIFY(till.syncOnce(till.settings(u"BER1T1"_s)));
}

void TrustTest::aRenewalThatBrokeOffAfterTheProofIsFinished()
{
    SandboxProcess oms;
    oms.start();
    Till till;
    till.enrolAs(u"BER1T1"_s, oms);
    OmsIdentity identity = *loadOmsIdentity(till.folder());
    const QByteArray next = renewed(identity);
    QVERIFY(keepNextCertificate(till.folder(), next));
    identity.certificate = next;
    QCOMPARE(answerTo(identity, get(u"/v1/tills/BER1T1/position"_s)).status, 200);
    // The machine stops here.
    const auto sync = till.sync(till.settings(u"BER1T1"_s));
    QTRY_VERIFY_WITH_TIMEOUT(till.isOnlineWithNothingToSend(), 10'000);
    QTRY_COMPARE_WITH_TIMEOUT(loadOmsIdentity(till.folder())->certificate, next, 10'000);
    QTRY_VERIFY(loadOmsIdentity(till.folder())->nextCertificate.isEmpty());
}

void TrustTest::aRenewalThatBrokeOffBeforeTheProofIsFinished()
{
    SandboxProcess oms;
    oms.start();
    Till till;
    till.enrolAs(u"BER1T1"_s, oms);
    const OmsIdentity identity = *loadOmsIdentity(till.folder());
    QVERIFY(!renewed(identity).isEmpty()); // and lost on the way
    const QByteArray next = renewed(identity);
    QVERIFY(keepNextCertificate(till.folder(), next));
    QCOMPARE(answerTo(identity, get(u"/v1/tills/BER1T1/position"_s)).status, 200);
    QVERIFY(till.syncOnce(till.settings(u"BER1T1"_s)));
    QCOMPARE(loadOmsIdentity(till.folder())->certificate, next);
}

void TrustTest::aRevokedTillGetsNoCertificate()
{
    SandboxProcess oms;
    oms.start();
    Till till;
    till.enrolAs(u"BER1T1"_s, oms);
    oms.control("POST", u"/sandbox/tills/BER1T1/revoke"_s, "{}");
    QVERIFY(renewed(*loadOmsIdentity(till.folder())).isEmpty());
}

void TrustTest::enrollingAnewEndsEarlierCertificates()
{
    SandboxProcess oms;
    oms.start();
    Till till;
    till.enrolAs(u"BER1T1"_s, oms);
    const OmsIdentity first = *loadOmsIdentity(till.folder());
    OmsIdentity second = first;
    second.certificate = renewed(first);
    QCOMPARE(answerTo(second, get(u"/v1/tills/BER1T1/position"_s)).status, 200);
    till.enrolAs(u"BER1T1"_s, oms);
    for (const OmsIdentity &identity : {first, second})
        QCOMPARE(errorIn(answerTo(identity, get(u"/v1/tills/BER1T1/position"_s))), u"wrong_till"_s);
}

void TrustTest::aKeyThatIsNotTheTillsIsNotCertified()
{
    SandboxProcess oms;
    oms.start();
    Till till;
    till.enrolAs(u"BER1T1"_s, oms);
    const QTemporaryDir elsewhere;
    const auto stranger = TillKey::keptAt(elsewhere.filePath(u"till.key"_s));
    const HttpAnswer answer = answerTo(*loadOmsIdentity(till.folder()),
        {"POST", u"/v1/tills/BER1T1/certificate"_s, encodeRenewalRequest(stranger->signingRequest()), 10s,
            1 << 20});
    QCOMPARE(answer.status, 400);
    QCOMPARE(errorIn(answer), u"bad_request"_s);
}

void TrustTest::aCertificateThatHasEndedIsSaid()
{
    SandboxProcess oms({u"--till-certificate-seconds"_s, u"1"_s});
    oms.start();
    Till till;
    till.enrolAs(u"BER1T1"_s, oms);
    till.adjustStock(10);
    QTest::qWait(2000);
    const auto sync = till.sync(till.settings(u"BER1T1"_s));
    QTRY_COMPARE_WITH_TIMEOUT(till.status().trouble, ConnectionStatus::Expired, 10'000);
    QTRY_VERIFY_WITH_TIMEOUT(till.status().unsent > 0, 10'000);
}

} // namespace evertill::test

QTEST_GUILESS_MAIN(evertill::test::TrustTest)
#include "tst_trust.moc"

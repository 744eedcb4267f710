#include "tests/sandbox/checks/https_client.h"
#include "tests/sandbox/checks/server_process.h"
#include "tests/sandbox/checks/till_script.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace evertill::sandbox;

/// Who may ask the server what: enrolment codes, certificates, authorities.
class TrustTest : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<ServerProcess> m_server;

    HttpsClient admin() { return HttpsClient::admin(*m_server); }
    HttpsClient enrolled(const QString &till) { return HttpsClient::enrolled(*m_server, till); }

private Q_SLOTS:
    void init()
    {
        m_server = std::make_unique<ServerProcess>(QStringLiteral(SANDBOX_PROGRAM));
        QVERIFY2(
            m_server->start({u"--demo"_s, QStringLiteral(DEMO_CATALOG)}), m_server->errors().constData());
    }
    void cleanup() { m_server.reset(); }

    void enrolsATillAndKnowsItByItsCertificate()
    {
        HttpsClient till = enrolled(u"BER1T1"_s);
        const QJsonObject enrolment = till.enrolment();
        QCOMPARE(enrolment.value(u"till"_s).toString(), u"BER1T1"_s);
        QCOMPARE(enrolment.value(u"config"_s).toObject().value(u"currency"_s).toString(), u"EUR"_s);
        const HttpsAnswer position = till.get(u"/v1/tills/BER1T1/position"_s);
        QCOMPARE(position.status, 200);
        QCOMPARE(position.apiHeader, QByteArray("1"));
        QCOMPARE(position.json.value(u"accepted_through"_s).toInt(-1), 0);
        QCOMPARE(till.get(u"/v1/stock/E1001"_s).status, 200);
    }

    void refusesEveryoneElse()
    {
        HttpsClient one = enrolled(u"BER1T1"_s);
        HttpsClient two = enrolled(u"BER1T2"_s);
        HttpsClient nobody(*m_server);
        for (const QString &call : {u"position"_s, u"changes"_s, u"snapshot"_s, u"events"_s}) {
            const QString path = u"/v1/tills/BER1T1/"_s + call;
            QCOMPARE(one.get(path).status, 200);
            QCOMPARE(two.get(path).status, 403);
            QCOMPARE(nobody.get(path).error(), u"wrong_till"_s);
        }
        TillScript script(u"BER1T1"_s);
        QCOMPARE(two.post(u"/v1/tills/BER1T1/events"_s, script.batch()).error(), u"wrong_till"_s);
        QCOMPARE(nobody.get(u"/v1/stock/E1001"_s).error(), u"wrong_till"_s);
        QCOMPARE(nobody.get(u"/v1/orders/x"_s).error(), u"wrong_till"_s);
        QCOMPARE(nobody.get(u"/sandbox/tables/event"_s).status, 401);
        QCOMPARE(one.get(u"/v1/nothing"_s).status, 404);
        QCOMPARE(one.get(u"/v1/nothing"_s).apiHeader, QByteArray("1"));
    }

    void aRevokedOrReplacedCertificateIsRefused()
    {
        HttpsClient first = enrolled(u"BER1T1"_s);
        HttpsClient again = enrolled(u"BER1T1"_s);
        QCOMPARE(first.get(u"/v1/tills/BER1T1/position"_s).error(), u"wrong_till"_s);
        QCOMPARE(again.get(u"/v1/tills/BER1T1/position"_s).status, 200);
        QCOMPARE(admin().post(u"/sandbox/tills/BER1T1/revoke"_s, {}).status, 200);
        QCOMPARE(again.get(u"/v1/tills/BER1T1/position"_s).error(), u"wrong_till"_s);
    }

    void aCertificateOfAnotherCaIsRefused()
    {
        ServerProcess other(QStringLiteral(SANDBOX_PROGRAM));
        QVERIFY(other.start({}));
        HttpsClient stranger = HttpsClient::enrolled(other, u"BER1T1"_s).facing(*m_server);
        enrolled(u"BER1T1"_s);
        const QString path = u"/v1/tills/BER1T1/position"_s;
        QVERIFY2(stranger.get(path).failed, "the server's CA is not the one that this till pinned");
        stranger.trust(*m_server);
        QVERIFY2(stranger.get(path).failed, "the till's certificate is not of the server's CA");
    }

    void anEnrolmentCodeIsOneKeysAlone()
    {
        const QString code =
            admin().post(u"/sandbox/codes"_s, {{u"till"_s, u"BER1T1"_s}}).json.value(u"code"_s).toString();
        HttpsClient nobody(*m_server);
        const QJsonObject request = HttpsClient::enrolmentRequest(code);
        const HttpsAnswer first = nobody.post(u"/v1/enrolments"_s, request);
        QCOMPARE(first.status, 200);
        QCOMPARE(nobody.post(u"/v1/enrolments"_s, request).json, first.json);
        QCOMPARE(
            nobody.post(u"/v1/enrolments"_s, HttpsClient::enrolmentRequest(code)).error(), u"code_used"_s);
        QCOMPARE(nobody.post(u"/v1/enrolments"_s, HttpsClient::enrolmentRequest(u"NONE-SUCH"_s)).error(),
            u"unknown_code"_s);
        QJsonObject torn = request;
        torn[u"csr"_s] = u"-----BEGIN CERTIFICATE REQUEST-----\nAAAA\n-----END CERTIFICATE REQUEST-----\n"_s;
        QCOMPARE(nobody.post(u"/v1/enrolments"_s, torn).error(), u"bad_request"_s);
        QCOMPARE(admin().post(u"/sandbox/codes"_s, {{u"till"_s, u"MUC7T1"_s}}).error(), u"bad_request"_s);
    }

    void aPreviewUsesNoCodeUpAndReplacesNoCertificate()
    {
        HttpsClient till = enrolled(u"BER1T1"_s);
        const QJsonObject code = admin().post(u"/sandbox/codes"_s, {{u"till"_s, u"BER1T1"_s}}).json;
        HttpsClient nobody(*m_server);
        for (int i = 0; i < 2; ++i) {
            const QJsonObject preview = nobody.post(u"/v1/enrolments/preview"_s, code).json;
            QCOMPARE(preview.value(u"till"_s).toString(), u"BER1T1"_s);
            QCOMPARE(preview.value(u"epoch"_s).toInt(-1), 0);
            QCOMPARE(till.get(u"/v1/tills/BER1T1/position"_s).status, 200);
            if (i == 0)
                continue;
            const QJsonObject request = HttpsClient::enrolmentRequest(code.value(u"code"_s).toString());
            QCOMPARE(nobody.post(u"/v1/enrolments"_s, request).status, 200);
        }
        QCOMPARE(nobody.post(u"/v1/enrolments/preview"_s, code).status, 200);
        QCOMPARE(nobody.post(u"/v1/enrolments/preview"_s, {{u"code"_s, u"NONE-SUCH"_s}}).error(),
            u"unknown_code"_s);
        QCOMPARE(nobody.post(u"/v1/enrolments/preview"_s, QJsonObject()).error(), u"bad_request"_s);
    }
};

QTEST_GUILESS_MAIN(TrustTest)
#include "tst_trust.moc"

#include "tests/sandbox/checks/https_client.h"
#include "tests/sandbox/checks/server_process.h"
#include "tests/sandbox/checks/till_script.h"

#include <QElapsedTimer>
#include <QFileInfo>
#include <QTest>
#include <zstd.h>

using namespace Qt::StringLiterals;
using namespace evertill::sandbox;

/// The real program over real TLS, asked by Qt's own client as a till asks.
class ServerTest : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<ServerProcess> m_server;

    HttpsClient admin() { return HttpsClient::admin(*m_server); }
    HttpsClient enrolled(const QString &till) { return HttpsClient::enrolled(*m_server, till); }
    static QByteArray packed(const QByteArray &body)
    {
        QByteArray out(
            static_cast<qsizetype>(ZSTD_compressBound(static_cast<std::size_t>(body.size()))), '\0');
        out.resize(static_cast<qsizetype>(ZSTD_compress(out.data(), static_cast<std::size_t>(out.size()),
            body.constData(), static_cast<std::size_t>(body.size()), 1)));
        return out;
    }
    static QByteArray unpacked(const QByteArray &body)
    {
        QByteArray out(4 << 20, '\0');
        const std::size_t size = ZSTD_decompress(out.data(), static_cast<std::size_t>(out.size()),
            body.constData(), static_cast<std::size_t>(body.size()));
        return ZSTD_isError(size) ? QByteArray() : out.left(static_cast<qsizetype>(size));
    }
    /// A file of the server's data folder.
    [[nodiscard]] QFileInfo file(const QString &name) const
    {
        return QFileInfo(m_server->folder() + u'/' + name);
    }

private Q_SLOTS:
    void init()
    {
        m_server = std::make_unique<ServerProcess>(QStringLiteral(SANDBOX_PROGRAM));
        QVERIFY2(
            m_server->start({u"--demo"_s, QStringLiteral(DEMO_CATALOG)}), m_server->errors().constData());
    }
    void cleanup() { m_server.reset(); }

    void saysWhereItIsAndKeepsItsSecrets()
    {
        const auto others = QFile::ReadGroup | QFile::ReadOther | QFile::WriteGroup | QFile::WriteOther;
        QCOMPARE(file(u"admin-token"_s).permissions() & others, QFile::Permissions());
        QCOMPARE(file(u"ca.key"_s).permissions() & others, QFile::Permissions());
        QVERIFY(m_server->port() > 0);
        QFile port(file(u"port"_s).filePath());
        QVERIFY(port.open(QIODevice::ReadOnly));
        QCOMPARE(port.readAll().trimmed().toInt(), m_server->port());
    }

    void takesEventsPlainAndPacked()
    {
        HttpsClient till = enrolled(u"BER1T1"_s);
        TillScript script(u"BER1T1"_s);
        script.sell(u"E1001"_s, 2000, 179);
        QCOMPARE(till.post(u"/v1/tills/BER1T1/events"_s, script.batch(0, 1)).status, 200);
        const QByteArray body = QJsonDocument(script.batch(1)).toJson();
        const HttpsAnswer answer =
            till.send("POST", u"/v1/tills/BER1T1/events"_s, packed(body), {{"Content-Encoding", "zstd"}});
        QCOMPARE(answer.json.value(u"outcomes"_s).toArray().at(0).toObject().value(u"outcome"_s).toString(),
            u"applied"_s);
        QCOMPARE(till.send("POST", u"/v1/tills/BER1T1/events"_s, packed(body).chopped(5),
                         {{"Content-Encoding", "zstd"}})
                     .error(),
            u"bad_request"_s);
        QCOMPARE(till.send("POST", u"/v1/tills/BER1T1/events"_s, packed(QByteArray(5 << 20, ' ')),
                         {{"Content-Encoding", "zstd"}})
                     .status,
            413);
        QCOMPARE(
            till.send("POST", u"/v1/tills/BER1T1/events"_s, QByteArray("{"), {}).error(), u"bad_request"_s);
        const QJsonArray rows = admin().get(u"/sandbox/tables/booked_sale"_s).json.value(u"rows"_s).toArray();
        QCOMPARE(rows.size(), 1);
        QCOMPARE(rows.at(0).toObject().value(u"total"_s).toInt(), 358);
        const HttpsAnswer gap = till.post(u"/v1/tills/BER1T1/events"_s, TillScript(u"BER1T1"_s).batch());
        QCOMPARE(gap.json.value(u"accepted_through"_s).toInt(), 2);
    }

    void theSnapshotTravelsPacked()
    {
        HttpsClient till = enrolled(u"BER1T1"_s);
        const HttpsAnswer plain =
            till.send("GET", u"/v1/tills/BER1T1/snapshot"_s, {}, {{"Accept-Encoding", "identity"}});
        const HttpsAnswer small =
            till.send("GET", u"/v1/tills/BER1T1/snapshot"_s, {}, {{"Accept-Encoding", "zstd"}});
        QVERIFY(small.body.size() * 2 < plain.body.size());
        QCOMPARE(unpacked(small.body), plain.body);
        QVERIFY(plain.body.trimmed().split('\n').last().startsWith("{\"end\":true,"));
    }

    void aWebOrderWakesAHeldFeedAtOnce()
    {
        HttpsClient till = enrolled(u"BER1T1"_s);
        const QString cursor =
            till.get(u"/v1/tills/BER1T1/changes?limit=2000"_s).json.value(u"cursor"_s).toString();
        QElapsedTimer quiet;
        quiet.start();
        QCOMPARE(till.get(u"/v1/tills/BER1T1/changes?wait=1&cursor="_s + cursor)
                     .json.value(u"changes"_s)
                     .toArray()
                     .size(),
            0);
        QVERIFY(quiet.elapsed() >= 1000);
        std::unique_ptr<QNetworkReply> held =
            till.begin("GET", u"/v1/tills/BER1T1/changes?wait=30&cursor="_s + cursor);
        QTest::qWait(300);
        QVERIFY(!held->isFinished());
        QElapsedTimer woken;
        woken.start();
        const HttpsAnswer order = admin().post(u"/sandbox/orders"_s,
            {{u"customer"_s, u"Ada"_s}, {u"promised_in_minutes"_s, 30},
                {u"lines"_s, QJsonArray{QJsonObject{{u"sku"_s, u"E1001"_s}, {u"quantity"_s, 1000}}}}});
        QCOMPARE(order.status, 200);
        const HttpsAnswer page = HttpsClient::finish(*held);
        QVERIFY2(woken.elapsed() < 1000, qPrintable(QString::number(woken.elapsed())));
        QVERIFY(page.body.contains(order.json.value(u"order"_s).toString().toLatin1()));
    }

    void manyHeldFeedsLeaveRoomForASale()
    {
        std::vector<std::unique_ptr<HttpsClient>> tills;
        std::vector<std::unique_ptr<QNetworkReply>> held;
        for (int i = 1; i <= 12; ++i) {
            const QString name = u"BER1T%1"_s.arg(i);
            tills.push_back(std::make_unique<HttpsClient>(enrolled(name)));
            const QString base = u"/v1/tills/%1/changes?limit=2000"_s.arg(name);
            const QString cursor = tills.back()->get(base).json.value(u"cursor"_s).toString();
            held.push_back(tills.back()->begin("GET", base + u"&wait=30&cursor="_s + cursor));
        }
        QTest::qWait(200);
        QElapsedTimer timer;
        timer.start();
        QCOMPARE(
            tills.front()->post(u"/v1/tills/BER1T1/events"_s, TillScript(u"BER1T1"_s).batch()).status, 200);
        QVERIFY(timer.elapsed() < 2000);
        QVERIFY(HttpsClient::finish(*held.front()).status == 200);
    }

    void goesWrongWhenItIsToldTo()
    {
        HttpsClient till = enrolled(u"BER1T1"_s);
        const QString path = u"/v1/tills/BER1T1/position"_s;
        const auto fault = [&](const QJsonObject &wish) {
            return admin().post(u"/sandbox/faults"_s, wish).status;
        };
        QCOMPARE(fault({{u"fail_status"_s, 503}, {u"times"_s, 2}}), 200);
        QCOMPARE(till.get(path).status, 503);
        QCOMPARE(till.get(path).status, 503);
        QCOMPARE(till.get(path).status, 200);
        fault({{u"html"_s, true}});
        const HttpsAnswer portal = till.get(path);
        QCOMPARE(portal.status, 200);
        QVERIFY(portal.apiHeader.isEmpty() && portal.body.startsWith("<html>"));
        fault({{u"garbage"_s, true}});
        QVERIFY(till.get(path).json.isEmpty());
        fault({{u"slow_ms"_s, 400}});
        QElapsedTimer timer;
        timer.start();
        QCOMPARE(till.get(path).status, 200);
        QVERIFY(timer.elapsed() >= 400);
        QCOMPARE(fault({{u"fire"_s, true}}), 400);
    }

    void aCutAnswerWasDoneAllTheSame()
    {
        HttpsClient till = enrolled(u"BER1T1"_s);
        TillScript script(u"BER1T1"_s);
        admin().post(u"/sandbox/faults"_s, {{u"cut"_s, true}});
        QVERIFY(till.post(u"/v1/tills/BER1T1/events"_s, script.batch()).failed);
        const HttpsAnswer again = till.post(u"/v1/tills/BER1T1/events"_s, script.batch());
        QCOMPARE(again.json.value(u"outcomes"_s).toArray().at(0).toObject().value(u"outcome"_s).toString(),
            u"repeat"_s);
    }

    void sqlIsForThoseWhoAskedForIt()
    {
        const QJsonObject change{{u"sql"_s, u"UPDATE stock SET on_hand=1 WHERE sku='E1001'"_s}};
        QCOMPARE(admin().post(u"/sandbox/sql"_s, change).error(), u"not_allowed"_s);
        QVERIFY(m_server->stop());
        QVERIFY(m_server->start({u"--allow-sql"_s}));
        QCOMPARE(admin().post(u"/sandbox/sql"_s, change).json.value(u"changed"_s).toInt(), 1);
    }

    void aSecondStartKeepsEverything()
    {
        HttpsClient till = enrolled(u"BER1T1"_s);
        QCOMPARE(till.post(u"/v1/tills/BER1T1/events"_s, TillScript(u"BER1T1"_s).batch()).status, 200);
        const int port = m_server->port();
        QVERIFY(m_server->stop());
        QVERIFY(m_server->start({}, false));
        QCOMPARE(m_server->port(), port);
        QCOMPARE(till.get(u"/v1/tills/BER1T1/position"_s).json.value(u"accepted_through"_s).toInt(), 1);
    }

    void endsCleanlyWithConnectionsOpen()
    {
        HttpsClient till = enrolled(u"BER1T1"_s);
        const QString cursor =
            till.get(u"/v1/tills/BER1T1/changes?limit=2000"_s).json.value(u"cursor"_s).toString();
        const std::unique_ptr<QNetworkReply> held =
            till.begin("GET", u"/v1/tills/BER1T1/changes?wait=50&cursor="_s + cursor);
        QTest::qWait(100);
        QElapsedTimer timer;
        timer.start();
        QVERIFY(m_server->stop());
        QVERIFY2(timer.elapsed() < 3000, qPrintable(QString::number(timer.elapsed())));
    }

    void aStopRightAfterTheStartIsHeard()
    {
        for (int i = 0; i < 8; ++i) {
            ServerProcess server(QStringLiteral(SANDBOX_PROGRAM));
            QVERIFY(server.start({}));
            QVERIFY(server.stop());
        }
    }

    void stopsWhenAskedOverHttps()
    {
        QCOMPARE(admin().post(u"/sandbox/stop"_s, {}).status, 200);
        QVERIFY(m_server->ended());
    }
};

QTEST_GUILESS_MAIN(ServerTest)
#include "tst_server.moc"

#include "tests/sync/e2e/sandbox_process.h"

#include <QEventLoop>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QNetworkAccessManager>
#include <QNetworkProxy>
#include <QNetworkReply>
#include <QSslCertificate>
#include <QSslConfiguration>

using namespace Qt::StringLiterals;

namespace evertill::test {
namespace {

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

SandboxProcess::SandboxProcess(QStringList options) : m_options(std::move(options))
{
    m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
}

SandboxProcess::~SandboxProcess() { stop(); }

void SandboxProcess::start()
{
    QStringList arguments = m_options + QStringList{u"--data"_s, m_folder.path(), u"--with-parent"_s};
    if (m_url.isEmpty())
        arguments += {u"--port"_s, u"0"_s, u"--demo"_s,
            QStringLiteral(EVERTILL_SOURCE_DIR "/resources/demo/catalog.tsv")};
    m_process.start(QStringLiteral(EVERTILL_SANDBOX_OMS), arguments);
    QByteArray line;
    while (!line.contains('\n') && m_process.waitForReadyRead(10'000))
        line += m_process.readLine();
    const QJsonObject ready = QJsonDocument::fromJson(line).object();
    if (!ready.value("ready"_L1).toBool())
        qFatal("the sandbox did not start: %s", line.constData());
    m_url = QUrl(ready.value("url"_L1).toString());
    m_token = contentOf(ready.value("admin_token_file"_L1).toString()).trimmed();
}

void SandboxProcess::stop()
{
    if (m_process.state() == QProcess::NotRunning)
        return;
    m_process.terminate();
    if (!m_process.waitForFinished(30'000))
        qFatal("the sandbox does not stop");
}

QByteArray SandboxProcess::ca() const { return contentOf(m_folder.filePath(u"ca.pem"_s)); }

QString SandboxProcess::codeFor(const QString &till)
{
    const QByteArray body = QJsonDocument(QJsonObject{{u"till"_s, till}}).toJson();
    return control("POST", u"/sandbox/codes"_s, body).value("code"_L1).toString();
}

QJsonArray SandboxProcess::rows(const QString &table)
{
    return control("GET", u"/sandbox/tables/"_s + table + u"?limit=1000"_s).value("rows"_L1).toArray();
}

QJsonObject SandboxProcess::control(const QByteArray &method, const QString &path, const QByteArray &body)
{
    QNetworkAccessManager network;
    network.setProxy(QNetworkProxy::NoProxy);
    QNetworkRequest request(QUrl(m_url.toString() + path));
    QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
    tls.setCaCertificates(QSslCertificate::fromData(ca()));
    request.setSslConfiguration(tls);
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    request.setRawHeader("Authorization", "Bearer " + m_token);
    request.setHeader(QNetworkRequest::ContentTypeHeader, u"application/json"_s);
    QNetworkReply *reply = network.sendCustomRequest(request, method, body);
    QEventLoop loop;
    QObject::connect(reply, &QNetworkReply::finished, &loop, &QEventLoop::quit);
    loop.exec();
    if (reply->error() != QNetworkReply::NoError)
        qFatal("the sandbox's control %s: %s", qPrintable(path), qPrintable(reply->errorString()));
    return QJsonDocument::fromJson(reply->readAll()).object();
}

} // namespace evertill::test

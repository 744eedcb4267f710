#include "sync/trust/oms_identity.h"

#include "core/store/files.h"

#include <QDir>
#include <QFile>
#include <QSslCertificate>
#include <QSslKey>

using namespace Qt::StringLiterals;

namespace evertill {
namespace {

constexpr auto kUrl = "oms.url"_L1;
constexpr auto kCa = "ca.pem"_L1;
constexpr auto kCertificate = "till.pem"_L1;
constexpr auto kNext = "till.next.pem"_L1;
constexpr auto kKey = "till.key"_L1;

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// What bears a new name bears it after a power cut too.
Result<> flushNames(const QString &folder)
{
    return Files::ofThisMachine().flush(folder) ? Result<>()
                                                : refuseDamaged(folder, u"its names can't be flushed"_s);
}

Result<> keep(const QString &path, const QByteArray &content)
{
    return Files::ofThisMachine().replace(path, content) ? Result<>()
                                                         : refuseDamaged(path, u"it can't be written"_s);
}

} // namespace

QString tillKeyPath(const QString &folder) { return QDir(folder).filePath(kKey); }

Result<OmsIdentity> loadOmsIdentity(const QString &folder)
{
    const QDir dir(folder);
    OmsIdentity identity;
    const QString url = QString::fromUtf8(contentOf(dir.filePath(kUrl))).trimmed();
    identity.ca = contentOf(dir.filePath(kCa));
    identity.certificate = contentOf(dir.filePath(kCertificate));
    identity.key = contentOf(dir.filePath(kKey));
    identity.nextCertificate = contentOf(dir.filePath(kNext));
    if (url.isEmpty() || identity.ca.isEmpty() || identity.certificate.isEmpty() || identity.key.isEmpty())
        return refuse(Code::NotEnrolled);
    const auto oms = omsUrl(url);
    if (!oms)
        return refuseDamaged(dir.filePath(kUrl), oms.error().facts.value(u"problem"_s).toString());
    identity.oms = *oms;
    return identity;
}

Result<> saveOmsIdentity(const QString &folder, const OmsIdentity &identity)
{
    const QDir dir(folder);
    if (auto kept = keep(dir.filePath(kUrl), identity.oms.toEncoded() + '\n'); !kept)
        return kept;
    if (auto kept = keep(dir.filePath(kCa), identity.ca); !kept)
        return kept;
    dropNextCertificate(folder); // of the enrolment before
    if (auto flushed = flushNames(folder); !flushed)
        return flushed;
    if (auto kept = keep(dir.filePath(kCertificate), identity.certificate); !kept)
        return kept;
    return flushNames(folder);
}

Result<> keepNextCertificate(const QString &folder, const QByteArray &certificate)
{
    if (auto kept = keep(QDir(folder).filePath(kNext), certificate); !kept)
        return kept;
    return flushNames(folder);
}

Result<> adoptNextCertificate(const QString &folder)
{
    const QDir dir(folder);
    const QByteArray next = contentOf(dir.filePath(kNext));
    if (next.isEmpty())
        return refuseDamaged(dir.filePath(kNext), u"it is gone"_s);
    if (auto kept = keep(dir.filePath(kCertificate), next); !kept)
        return kept;
    if (auto flushed = flushNames(folder); !flushed)
        return flushed;
    dropNextCertificate(folder);
    return {};
}

void dropNextCertificate(const QString &folder) { QFile::remove(QDir(folder).filePath(kNext)); }

Result<QUrl> omsUrl(const QString &text)
{
    const QUrl url(text.trimmed(), QUrl::StrictMode);
    const bool isBare =
        (url.path().isEmpty() || url.path() == u"/"_s) && !url.hasQuery() && !url.hasFragment();
    if (!url.isValid() || url.scheme() != "https"_L1 || url.host().isEmpty() || !isBare
        || !url.userInfo().isEmpty())
        return refuse(
            Code::BadInput, {{u"problem"_s, u"%1 is no address like https://host:port"_s.arg(text)}});
    return url.adjusted(QUrl::RemovePath);
}

Result<QSslConfiguration> tlsFor(const OmsIdentity &identity)
{
    const QList<QSslCertificate> trusted = QSslCertificate::fromData(identity.ca, QSsl::Pem);
    if (trusted.isEmpty())
        return refuseDamaged(kCa, u"no certificate in it"_s);
    QSslConfiguration tls;
    tls.setCaCertificates(trusted); // and none of the system's
    tls.setPeerVerifyMode(QSslSocket::VerifyPeer);
    tls.setProtocol(QSsl::TlsV1_2OrLater);
    if (identity.certificate.isEmpty())
        return tls;
    const QList<QSslCertificate> own = QSslCertificate::fromData(identity.certificate, QSsl::Pem);
    const QSslKey key(identity.key, QSsl::Ec, QSsl::Pem, QSsl::PrivateKey);
    if (own.isEmpty())
        return refuseDamaged(kCertificate, u"no certificate in it"_s);
    if (key.isNull())
        return refuseDamaged(kKey, u"no EC key in it"_s);
    tls.setLocalCertificateChain(own);
    tls.setPrivateKey(key);
    return tls;
}

} // namespace evertill

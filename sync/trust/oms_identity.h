#pragma once

#include "core/base/result.h"

#include <QSslConfiguration>
#include <QUrl>

namespace evertill {

/// Where the OMS is, whom the till trusts there, and what it shows of itself. In the till's folder: oms.url,
/// ca.pem, till.pem and till.key (mode 0600); till.next.pem while a renewed certificate is not proved yet.
struct OmsIdentity {
    QUrl oms; ///< https://host[:port]
    QByteArray ca; ///< PEM: the store's CA, the only one that is trusted
    QByteArray certificate; ///< PEM: the till's; empty before enrolment
    QByteArray key; ///< PEM: EC P-256
    QByteArray nextCertificate = {}; ///< PEM: a renewed one that is not proved yet; empty: there is none
};

/// As enrolment kept it in \a folder. Refuses NotEnrolled where any file of it is missing.
[[nodiscard]] Result<OmsIdentity> loadOmsIdentity(const QString &folder);

/// Keeps all of \a identity but the key, which is there already; each file whole or not at all, the
/// certificate last, so that a machine that stops within is not enrolled; durable when it returns. Refuses
/// DamagedFile where the folder can't be written.
[[nodiscard]] Result<> saveOmsIdentity(const QString &folder, const OmsIdentity &identity);

/// Keeps \a certificate beside the present one, durable: loadOmsIdentity() gives it as nextCertificate.
/// Refuses DamagedFile where the folder can't be written.
[[nodiscard]] Result<> keepNextCertificate(const QString &folder, const QByteArray &certificate);
/// Puts the next certificate in the place of the present one. A machine that stops within has either, and the
/// next one still. Refuses DamagedFile.
[[nodiscard]] Result<> adoptNextCertificate(const QString &folder);
void dropNextCertificate(const QString &folder);

[[nodiscard]] QString tillKeyPath(const QString &folder);

/// Whether \a url can be an OMS: https, a host, and nothing after it. Refuses BadInput.
[[nodiscard]] Result<QUrl> omsUrl(const QString &url);

/// TLS 1.2 or newer, only the store's CA trusted, the host's name checked, and the till's own certificate
/// shown where there is one. Refuses DamagedFile where the CA, the certificate or the key can't be read.
[[nodiscard]] Result<QSslConfiguration> tlsFor(const OmsIdentity &identity);

} // namespace evertill

#pragma once

#include "sync/engine/action.h"
#include "sync/trust/oms_identity.h"

namespace evertill {

/// The certificate that a till shows, and the one that may take its place: what the engine's actions do to
/// both, in memory and in the till's folder. One thread.
class TillCertificate final {
public:
    /// \a identity as loadOmsIdentity() gave it for \a folder.
    TillCertificate(QString folder, OmsIdentity identity);

    /// From when to when the present one is good; nothing where it can't be read.
    [[nodiscard]] std::optional<CertificateLife> life() const;
    [[nodiscard]] bool hasNext() const { return !m_identity.nextCertificate.isEmpty(); }
    [[nodiscard]] const OmsIdentity &identity() const { return m_identity; }

    /// A request to certify the same key anew, PKCS#10 in PEM. Refuses DamagedFile where the key is no key.
    [[nodiscard]] Result<QByteArray> signingRequest() const;
    /// How to ask with the next one. Refuses DamagedFile.
    [[nodiscard]] Result<QSslConfiguration> nextTls() const;
    /// Gives Done, HttpFailure or StoreFailure.
    [[nodiscard]] Outcome keep(const KeepCertificate &what);
    /// Gives CertificateAdopted or StoreFailure; identity() shows the next one from then on.
    [[nodiscard]] Outcome adopt();
    /// Gives Done.
    [[nodiscard]] Outcome forget();

private:
    QString m_folder;
    OmsIdentity m_identity;
};

} // namespace evertill

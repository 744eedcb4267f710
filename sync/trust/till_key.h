#pragma once

#include "core/base/result.h"

#include <QByteArray>

struct evp_pkey_st;

#include <memory>

namespace evertill {

/// The EC P-256 key that a till shows its certificate with. Made on the till; the private half never leaves
/// it.
class TillKey final {
public:
    /// The key kept at \a path (mode 0600), made and flushed to disk where there is none yet: it is there
    /// before anybody is asked to certify it, so that after a crash the same key is shown again. Refuses
    /// DamagedFile.
    [[nodiscard]] static Result<TillKey> keptAt(const QString &path);

    /// The key in \a pem. Refuses DamagedFile where there is none; \a path is named then.
    [[nodiscard]] static Result<TillKey> fromPem(const QByteArray &pem, const QString &path);

    /// PKCS#8 in PEM.
    [[nodiscard]] QByteArray privatePem() const { return m_pem; }
    /// A request to certify it: PKCS#10 in PEM, signed with SHA-256. Its subject says nothing: the OMS names
    /// the till.
    [[nodiscard]] QByteArray signingRequest() const;
    /// Whether \a certificate (PEM) is of this key.
    [[nodiscard]] bool isIn(const QByteArray &certificate) const;

private:
    using Key = std::shared_ptr<evp_pkey_st>;
    TillKey(QByteArray pem, Key key) : m_pem(std::move(pem)), m_key(std::move(key)) { }

    QByteArray m_pem;
    Key m_key;
};

} // namespace evertill

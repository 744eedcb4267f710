#pragma once

#include "tests/sandbox/logic/tills.h"
#include "tests/sandbox/server/x509.h"

namespace evertill::sandbox {

/// The store's certificate authority, made in the data folder at the first start (ca.pem, ca.key) with the
/// server's own certificate for localhost (server.pem, server.key), and used again at the next. Keys are
/// readable by their owner only. Throws std::runtime_error where the folder can't be written or holds
/// something else.
class Authority final : public Certifier {
public:
    /// Certificates of tills last \a tillSeconds; 0: two years.
    explicit Authority(const QString &folder, long tillSeconds = 0);

    [[nodiscard]] Result<QString> keyHash(const QByteArray &csrPem) const override;
    /// The request's subject is ignored: the certificate says CN = \a till, for client authentication.
    [[nodiscard]] Result<Certificate> certify(const QByteArray &csrPem, const QString &till) const override;

    [[nodiscard]] X509 *caCertificate() const { return m_ca.get(); }
    [[nodiscard]] X509 *serverCertificate() const { return m_server.get(); }
    [[nodiscard]] EVP_PKEY *serverKey() const { return m_serverKey.get(); }

private:
    void makeCa(const QString &folder);
    void makeServer(const QString &folder);

    long m_tillSeconds;
    X509Certificate m_ca;
    Key m_caKey;
    X509Certificate m_server;
    Key m_serverKey;
};

} // namespace evertill::sandbox

#pragma once

#include <QByteArray>

#include <memory>

struct evp_pkey_st;
struct x509_st;

namespace evertill::test {

/// A certificate with its key, in PEM.
struct Credentials {
    QByteArray certificate;
    QByteArray key;
};

/// A CA made on the spot.
class TestAuthority final {
public:
    TestAuthority();
    [[nodiscard]] QByteArray certificate() const;
    /// A server's certificate for \a host, with a key of its own.
    [[nodiscard]] Credentials serverFor(const QByteArray &host) const;

private:
    using Key = std::shared_ptr<evp_pkey_st>;
    using Certificate = std::shared_ptr<x509_st>;
    [[nodiscard]] static Key newKey();
    [[nodiscard]] Certificate sign(const Key &key, const QByteArray &name, bool isAuthority) const;

    Key m_key;
    Certificate m_certificate;
};

} // namespace evertill::test

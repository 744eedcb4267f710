#pragma once

#include <QByteArray>
#include <memory>
#include <openssl/evp.h>
#include <openssl/x509.h>
#include <string>
#include <utility>
#include <vector>

namespace evertill::sandbox {

template <auto free> struct OpenSslFree {
    template <typename T> void operator()(T *object) const { free(object); }
};
using Key = std::unique_ptr<EVP_PKEY, OpenSslFree<EVP_PKEY_free>>;
using X509Certificate = std::unique_ptr<X509, OpenSslFree<X509_free>>;
using X509Request = std::unique_ptr<X509_REQ, OpenSslFree<X509_REQ_free>>;

/// What a certificate is to say. Extensions are OpenSSL's NID and its configuration text.
struct CertificateWish {
    std::string commonName;
    long seconds = 0; ///< from now on
    std::vector<std::pair<int, std::string>> extensions;
};

/// A new EC P-256 key.
[[nodiscard]] Key makeKey();
/// A certificate for \a subject, signed by \a issuerKey; \a issuer is null where it signs itself. Its time
/// begins a day ago, for tills whose clocks are behind; so one that lasts less than half a day is due to be
/// renewed from the start. These throw std::runtime_error with OpenSSL's words.
[[nodiscard]] X509Certificate makeCertificate(
    const CertificateWish &wish, EVP_PKEY *subject, X509 *issuer, EVP_PKEY *issuerKey);

[[nodiscard]] QByteArray pemOf(X509 *certificate);
[[nodiscard]] QByteArray pemOf(EVP_PKEY *key);
/// Null where \a pem holds none.
[[nodiscard]] X509Certificate certificateFrom(const QByteArray &pem);
[[nodiscard]] Key keyFrom(const QByteArray &pem);
[[nodiscard]] X509Request requestFrom(const QByteArray &pem);
/// Lower-case hex.
[[nodiscard]] QByteArray serialOf(X509 *certificate);
[[nodiscard]] QByteArray commonNameOf(X509 *certificate);

} // namespace evertill::sandbox

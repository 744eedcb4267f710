#include "tests/sandbox/server/x509.h"

#include <openssl/bio.h>
#include <openssl/bn.h>
#include <openssl/err.h>
#include <openssl/pem.h>
#include <openssl/x509v3.h>
#include <stdexcept>

namespace evertill::sandbox {

namespace {

using Bio = std::unique_ptr<BIO, OpenSslFree<BIO_free_all>>;
using Number = std::unique_ptr<BIGNUM, OpenSslFree<BN_free>>;
using Extension = std::unique_ptr<X509_EXTENSION, OpenSslFree<X509_EXTENSION_free>>;

void must(bool good, const char *what)
{
    if (good)
        return;
    char words[256] = {};
    ERR_error_string_n(ERR_get_error(), words, sizeof words);
    throw std::runtime_error(std::string(what) + ": " + words);
}

QByteArray contentOf(BIO *bio)
{
    char *data = nullptr;
    const long size = BIO_get_mem_data(bio, &data);
    return QByteArray(data, size);
}

Bio reading(const QByteArray &pem)
{
    return Bio(BIO_new_mem_buf(pem.constData(), static_cast<int>(pem.size())));
}

void setSerial(X509 *certificate)
{
    const Number number(BN_new());
    must(number && BN_rand(number.get(), 127, BN_RAND_TOP_ONE, BN_RAND_BOTTOM_ANY) == 1, "serial");
    must(BN_to_ASN1_INTEGER(number.get(), X509_get_serialNumber(certificate)) != nullptr, "serial");
}

void addExtension(X509 *certificate, X509 *issuer, int nid, const std::string &text)
{
    X509V3_CTX context;
    X509V3_set_ctx_nodb(&context);
    X509V3_set_ctx(&context, issuer, certificate, nullptr, nullptr, 0);
    const Extension extension(X509V3_EXT_conf_nid(nullptr, &context, nid, text.c_str()));
    must(extension && X509_add_ext(certificate, extension.get(), -1) == 1, "extension");
}

} // namespace

Key makeKey()
{
    Key key(EVP_EC_gen("P-256"));
    must(key != nullptr, "key");
    return key;
}

X509Certificate makeCertificate(
    const CertificateWish &wish, EVP_PKEY *subject, X509 *issuer, EVP_PKEY *issuerKey)
{
    constexpr long day = 24L * 60 * 60;
    X509Certificate certificate(X509_new());
    must(certificate && X509_set_version(certificate.get(), 2) == 1, "certificate");
    setSerial(certificate.get());
    X509_gmtime_adj(X509_getm_notBefore(certificate.get()), -day);
    X509_gmtime_adj(X509_getm_notAfter(certificate.get()), wish.seconds);
    X509_NAME *name = X509_get_subject_name(certificate.get());
    must(X509_NAME_add_entry_by_txt(name, "CN", MBSTRING_UTF8,
             reinterpret_cast<const unsigned char *>(wish.commonName.c_str()),
             static_cast<int>(wish.commonName.size()), -1, 0)
            == 1,
        "subject");
    must(X509_set_issuer_name(certificate.get(), issuer ? X509_get_subject_name(issuer) : name) == 1,
        "issuer");
    must(X509_set_pubkey(certificate.get(), subject) == 1, "public key");
    for (const auto &[nid, text] : wish.extensions)
        addExtension(certificate.get(), issuer ? issuer : certificate.get(), nid, text);
    must(X509_sign(certificate.get(), issuerKey, EVP_sha256()) > 0, "signature");
    return certificate;
}

QByteArray pemOf(X509 *certificate)
{
    const Bio bio(BIO_new(BIO_s_mem()));
    must(bio && PEM_write_bio_X509(bio.get(), certificate) == 1, "certificate");
    return contentOf(bio.get());
}

QByteArray pemOf(EVP_PKEY *key)
{
    const Bio bio(BIO_new(BIO_s_mem()));
    must(bio && PEM_write_bio_PrivateKey(bio.get(), key, nullptr, nullptr, 0, nullptr, nullptr) == 1, "key");
    return contentOf(bio.get());
}

X509Certificate certificateFrom(const QByteArray &pem)
{
    return X509Certificate(PEM_read_bio_X509(reading(pem).get(), nullptr, nullptr, nullptr));
}

Key keyFrom(const QByteArray &pem)
{
    return Key(PEM_read_bio_PrivateKey(reading(pem).get(), nullptr, nullptr, nullptr));
}

X509Request requestFrom(const QByteArray &pem)
{
    return X509Request(PEM_read_bio_X509_REQ(reading(pem).get(), nullptr, nullptr, nullptr));
}

QByteArray serialOf(X509 *certificate)
{
    const Number number(ASN1_INTEGER_to_BN(X509_get0_serialNumber(certificate), nullptr));
    must(number != nullptr, "serial");
    QByteArray bytes(BN_num_bytes(number.get()), '\0');
    BN_bn2bin(number.get(), reinterpret_cast<unsigned char *>(bytes.data()));
    return bytes.toHex();
}

QByteArray commonNameOf(X509 *certificate)
{
    char name[256] = {};
    const int size =
        X509_NAME_get_text_by_NID(X509_get_subject_name(certificate), NID_commonName, name, sizeof name);
    return size > 0 ? QByteArray(name, size) : QByteArray();
}

} // namespace evertill::sandbox

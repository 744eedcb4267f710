#include "tests/sync/http/test_authority.h"

#include <openssl/ec.h>
#include <openssl/pem.h>
#include <openssl/x509v3.h>

namespace evertill::test {
namespace {

using Bio = std::unique_ptr<BIO, decltype(&BIO_free)>;

QByteArray contentOf(const Bio &bio)
{
    char *data = nullptr;
    const long size = BIO_get_mem_data(bio.get(), &data);
    return QByteArray(data, size);
}

QByteArray pemOf(X509 *certificate)
{
    const Bio out(BIO_new(BIO_s_mem()), BIO_free);
    PEM_write_bio_X509(out.get(), certificate);
    return contentOf(out);
}

void extend(X509 *certificate, int what, const QByteArray &value)
{
    X509V3_CTX context;
    X509V3_set_ctx(&context, certificate, certificate, nullptr, nullptr, 0);
    X509_EXTENSION *extension = X509V3_EXT_conf_nid(nullptr, &context, what, value.constData());
    if (!extension)
        qFatal("no such extension: %s", value.constData());
    X509_add_ext(certificate, extension, -1);
    X509_EXTENSION_free(extension);
}

} // namespace

TestAuthority::TestAuthority() : m_key(newKey()), m_certificate(sign(m_key, "A test's CA", true)) { }

TestAuthority::Key TestAuthority::newKey() { return Key(EVP_EC_gen("P-256"), EVP_PKEY_free); }

TestAuthority::Certificate TestAuthority::sign(const Key &key, const QByteArray &name, bool isAuthority) const
{
    static int serial = 0;
    Certificate made(X509_new(), X509_free);
    X509_set_version(made.get(), X509_VERSION_3);
    ASN1_INTEGER_set(X509_get_serialNumber(made.get()), ++serial);
    X509_gmtime_adj(X509_getm_notBefore(made.get()), -3600);
    X509_gmtime_adj(X509_getm_notAfter(made.get()), 3600);
    X509_set_pubkey(made.get(), key.get());
    X509_NAME_add_entry_by_txt(X509_get_subject_name(made.get()), "CN", MBSTRING_UTF8,
        reinterpret_cast<const unsigned char *>(name.constData()), int(name.size()), -1, 0);
    X509_set_issuer_name(made.get(), X509_get_subject_name(isAuthority ? made.get() : m_certificate.get()));
    extend(made.get(), NID_basic_constraints, isAuthority ? "critical,CA:TRUE" : "critical,CA:FALSE");
    if (!isAuthority)
        extend(made.get(), NID_subject_alt_name, "DNS:" + name);
    X509_sign(made.get(), m_key.get(), EVP_sha256());
    return made;
}

QByteArray TestAuthority::certificate() const { return pemOf(m_certificate.get()); }

Credentials TestAuthority::serverFor(const QByteArray &host) const
{
    const Key key = newKey();
    const Bio out(BIO_new(BIO_s_mem()), BIO_free);
    PEM_write_bio_PrivateKey(out.get(), key.get(), nullptr, nullptr, 0, nullptr, nullptr);
    return {pemOf(sign(key, host, false).get()), contentOf(out)};
}

} // namespace evertill::test

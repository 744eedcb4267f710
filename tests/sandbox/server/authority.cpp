#include "tests/sandbox/server/authority.h"

#include "tests/sandbox/server/private_file.h"
#include "tests/sandbox/store/sha256.h"

#include <openssl/x509v3.h>
#include <stdexcept>

using namespace Qt::StringLiterals;

namespace evertill::sandbox {

namespace {

constexpr long day = 24L * 60 * 60;
constexpr long caSeconds = 3650 * day;
constexpr long leafSeconds = 730 * day;

/// The request with a signature that proves its key is the asker's.
Result<X509Request> soundRequest(const QByteArray &pem)
{
    X509Request request = requestFrom(pem);
    if (!request)
        return refuse(400, u"bad_request"_s, u"csr is no PKCS#10 request in PEM"_s);
    EVP_PKEY *key = X509_REQ_get0_pubkey(request.get());
    if (!key || X509_REQ_verify(request.get(), key) != 1)
        return refuse(400, u"bad_request"_s, u"the csr is not signed by its own key"_s);
    if (EVP_PKEY_get_base_id(key) != EVP_PKEY_EC || EVP_PKEY_get_bits(key) != 256)
        return refuse(400, u"bad_request"_s, u"the key is not EC P-256"_s);
    return request;
}

} // namespace

Authority::Authority(const QString &folder, long tillSeconds) : m_tillSeconds(tillSeconds)
{
    m_ca = certificateFrom(readFile(folder + u"/ca.pem"_s));
    m_caKey = keyFrom(readFile(folder + u"/ca.key"_s));
    if (!m_ca || !m_caKey)
        makeCa(folder);
    if (X509_check_private_key(m_ca.get(), m_caKey.get()) != 1)
        throw std::runtime_error("ca.pem and ca.key do not belong together");
    m_server = certificateFrom(readFile(folder + u"/server.pem"_s));
    m_serverKey = keyFrom(readFile(folder + u"/server.key"_s));
    const bool expires = m_server && X509_cmp_time(X509_get0_notAfter(m_server.get()), nullptr) < 0;
    if (!m_server || !m_serverKey || expires || X509_check_issued(m_ca.get(), m_server.get()) != X509_V_OK)
        makeServer(folder);
}

void Authority::makeCa(const QString &folder)
{
    m_caKey = makeKey();
    m_ca = makeCertificate(
        {"Evertill sandbox CA", caSeconds,
            {{NID_basic_constraints, "critical,CA:TRUE,pathlen:0"},
                {NID_key_usage, "critical,keyCertSign,cRLSign"}, {NID_subject_key_identifier, "hash"}}},
        m_caKey.get(), nullptr, m_caKey.get());
    writePrivateFile(folder + u"/ca.key"_s, pemOf(m_caKey.get()));
    writeFile(folder + u"/ca.pem"_s, pemOf(m_ca.get()));
}

void Authority::makeServer(const QString &folder)
{
    m_serverKey = makeKey();
    m_server = makeCertificate(
        {"localhost", leafSeconds,
            {{NID_basic_constraints, "critical,CA:FALSE"}, {NID_key_usage, "critical,digitalSignature"},
                {NID_ext_key_usage, "serverAuth"}, {NID_subject_key_identifier, "hash"},
                {NID_authority_key_identifier, "keyid:always"},
                {NID_subject_alt_name, "DNS:localhost,IP:127.0.0.1,IP:::1"}}},
        m_serverKey.get(), m_ca.get(), m_caKey.get());
    writePrivateFile(folder + u"/server.key"_s, pemOf(m_serverKey.get()));
    writeFile(folder + u"/server.pem"_s, pemOf(m_server.get()));
}

Result<QString> Authority::keyHash(const QByteArray &csrPem) const
{
    const Result<X509Request> request = soundRequest(csrPem);
    if (!request)
        return tl::unexpected(request.error());
    unsigned char *der = nullptr;
    const int size = i2d_PUBKEY(X509_REQ_get0_pubkey(request->get()), &der);
    if (size <= 0)
        return refuse(400, u"bad_request"_s, u"the csr's key"_s);
    const QByteArray hash = Sha256::of(QByteArrayView(der, size));
    OPENSSL_free(der);
    return QString::fromLatin1(hash.toHex());
}

Result<Certifier::Certificate> Authority::certify(const QByteArray &csrPem, const QString &till) const
{
    const Result<X509Request> request = soundRequest(csrPem);
    if (!request)
        return tl::unexpected(request.error());
    const X509Certificate certificate = makeCertificate(
        {till.toStdString(), m_tillSeconds > 0 ? m_tillSeconds : leafSeconds,
            {{NID_basic_constraints, "critical,CA:FALSE"}, {NID_key_usage, "critical,digitalSignature"},
                {NID_ext_key_usage, "clientAuth"}, {NID_subject_key_identifier, "hash"},
                {NID_authority_key_identifier, "keyid:always"}}},
        X509_REQ_get0_pubkey(request->get()), m_ca.get(), m_caKey.get());
    return Certificate{pemOf(certificate.get()), QString::fromLatin1(serialOf(certificate.get()))};
}

} // namespace evertill::sandbox

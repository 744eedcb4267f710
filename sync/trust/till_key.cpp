#include "sync/trust/till_key.h"

#include "core/store/files.h"

#include <QFile>
#include <QFileInfo>

#include <openssl/ec.h>
#include <openssl/pem.h>
#include <openssl/x509.h>

using namespace Qt::StringLiterals;

namespace evertill {
namespace {

using Bio = std::unique_ptr<BIO, decltype(&BIO_free)>;
using Request = std::unique_ptr<X509_REQ, decltype(&X509_REQ_free)>;
using Certificate = std::unique_ptr<X509, decltype(&X509_free)>;

Bio reading(const QByteArray &pem)
{
    return Bio(BIO_new_mem_buf(pem.constData(), int(pem.size())), BIO_free);
}

QByteArray contentOf(const Bio &bio)
{
    char *data = nullptr;
    const long size = BIO_get_mem_data(bio.get(), &data);
    return QByteArray(data, size);
}

} // namespace

Result<TillKey> TillKey::keptAt(const QString &path)
{
    QFile kept(path);
    if (kept.exists()) {
        if (!kept.open(QIODevice::ReadOnly))
            return refuseDamaged(path, kept.errorString());
        return fromPem(kept.readAll(), path);
    }
    Key key(EVP_EC_gen("P-256"), EVP_PKEY_free);
    const Bio out(BIO_new(BIO_s_mem()), BIO_free);
    if (!key || PEM_write_bio_PrivateKey(out.get(), key.get(), nullptr, nullptr, 0, nullptr, nullptr) != 1)
        qFatal("libcrypto can't make a P-256 key");
    const QByteArray pem = contentOf(out);
    const Files &files = Files::ofThisMachine();
    if (!files.replace(path, pem, true) || !files.flush(QFileInfo(path).path()))
        return refuseDamaged(path, u"it can't be written"_s);
    return TillKey(pem, std::move(key));
}

Result<TillKey> TillKey::fromPem(const QByteArray &pem, const QString &path)
{
    Key key(PEM_read_bio_PrivateKey(reading(pem).get(), nullptr, nullptr, nullptr), EVP_PKEY_free);
    if (!key || EVP_PKEY_get_base_id(key.get()) != EVP_PKEY_EC)
        return refuseDamaged(path, u"not an EC key"_s);
    return TillKey(pem, std::move(key));
}

QByteArray TillKey::signingRequest() const
{
    const Request request(X509_REQ_new(), X509_REQ_free);
    const Bio out(BIO_new(BIO_s_mem()), BIO_free);
    if (X509_REQ_set_version(request.get(), X509_REQ_VERSION_1) != 1
        || X509_REQ_set_pubkey(request.get(), m_key.get()) != 1
        || X509_REQ_sign(request.get(), m_key.get(), EVP_sha256()) <= 0
        || PEM_write_bio_X509_REQ(out.get(), request.get()) != 1)
        qFatal("libcrypto can't sign a certificate request");
    return contentOf(out);
}

bool TillKey::isIn(const QByteArray &pem) const
{
    const Certificate certificate(
        PEM_read_bio_X509(reading(pem).get(), nullptr, nullptr, nullptr), X509_free);
    return certificate && X509_check_private_key(certificate.get(), m_key.get()) == 1;
}

} // namespace evertill

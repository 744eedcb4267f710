#include "core/journal/hash.h"

#include <openssl/evp.h>

#include <algorithm>
#include <memory>

namespace evertill {
namespace {

struct Sha256 {
    // Fetched once: looking an algorithm up by name costs more than hashing an event.
    std::unique_ptr<EVP_MD, decltype(&EVP_MD_free)> algorithm{
        EVP_MD_fetch(nullptr, "SHA256", nullptr), EVP_MD_free};
    std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> context{EVP_MD_CTX_new(), EVP_MD_CTX_free};
};

} // namespace

Hash chained(const Hash &previous, QByteArrayView envelope)
{
    thread_local const Sha256 sha;
    Hash hash = {};
    unsigned length = 0;
    if (!sha.algorithm || !sha.context
        || EVP_DigestInit_ex2(sha.context.get(), sha.algorithm.get(), nullptr) != 1
        || EVP_DigestUpdate(sha.context.get(), previous.data(), previous.size()) != 1
        || EVP_DigestUpdate(sha.context.get(), envelope.data(), std::size_t(envelope.size())) != 1
        || EVP_DigestFinal_ex(sha.context.get(), hash.data(), &length) != 1)
        qFatal("libcrypto has no SHA-256");
    return hash;
}

QByteArray toBytes(const Hash &hash)
{
    return QByteArray(reinterpret_cast<const char *>(hash.data()), qsizetype(hash.size()));
}

QByteArray toHex(const Hash &hash) { return toBytes(hash).toHex(); }

Hash hashFromBytes(QByteArrayView bytes)
{
    Hash hash = {};
    if (bytes.size() == qsizetype(hash.size()))
        std::copy(bytes.begin(), bytes.end(), hash.begin());
    return hash;
}

} // namespace evertill

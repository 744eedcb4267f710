#include "tests/sandbox/store/sha256.h"

#include <openssl/evp.h>
#include <stdexcept>

namespace evertill::sandbox {

void Sha256::Free::operator()(evp_md_ctx_st *context) const { EVP_MD_CTX_free(context); }

Sha256::Sha256() : m_context(EVP_MD_CTX_new())
{
    if (!m_context || EVP_DigestInit_ex(m_context.get(), EVP_sha256(), nullptr) != 1)
        throw std::runtime_error("SHA-256 is not available");
}

void Sha256::add(QByteArrayView bytes)
{
    if (EVP_DigestUpdate(m_context.get(), bytes.data(), static_cast<std::size_t>(bytes.size())) != 1)
        throw std::runtime_error("SHA-256 failed");
}

QByteArray Sha256::result()
{
    QByteArray digest(32, '\0');
    if (EVP_DigestFinal_ex(m_context.get(), reinterpret_cast<unsigned char *>(digest.data()), nullptr) != 1)
        throw std::runtime_error("SHA-256 failed");
    return digest;
}

QByteArray Sha256::of(QByteArrayView first, QByteArrayView second)
{
    Sha256 hash;
    hash.add(first);
    hash.add(second);
    return hash.result();
}

} // namespace evertill::sandbox

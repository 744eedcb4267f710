#include "core/journal/seal.h"

#include "core/base/json_fields.h"
#include "core/base/json_writer.h"
#include "core/journal/epoch.h"

#include <QFileInfo>
#include <QJsonDocument>

#include <openssl/evp.h>

using namespace Qt::StringLiterals;

namespace evertill {
namespace {

using Key = std::unique_ptr<EVP_PKEY, decltype(&EVP_PKEY_free)>;
using Context = std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)>;

const auto *bytesOf(const QByteArray &bytes)
{
    return reinterpret_cast<const unsigned char *>(bytes.constData());
}

Key privateKey(const QByteArray &seed)
{
    Key key(EVP_PKEY_new_raw_private_key(EVP_PKEY_ED25519, nullptr, bytesOf(seed), std::size_t(seed.size())),
        EVP_PKEY_free);
    if (!key)
        qFatal("libcrypto has no Ed25519");
    return key;
}

} // namespace

SealKey SealKey::fromSeed(const QByteArray &seed)
{
    Q_ASSERT(seed.size() == 32);
    SealKey made;
    made.m_seed = seed;
    made.m_public.resize(32);
    std::size_t length = 32;
    EVP_PKEY_get_raw_public_key(
        privateKey(seed).get(), reinterpret_cast<unsigned char *>(made.m_public.data()), &length);
    return made;
}

Result<SealKey> SealKey::keptAt(const QString &path, Random &random, const Files &files)
{
    const auto damaged = [&](const QString &problem) { return refuseDamaged(path, problem); };
    if (const auto kept = files.read(path, 33)) {
        if (kept->size() != 32)
            return damaged(u"not a key of 32 bytes"_s);
        return fromSeed(*kept);
    }
    if (files.exists(path))
        return damaged(u"it can't be read"_s);
    std::array<std::uint8_t, 32> seed = {};
    random.fill(seed);
    const QByteArray bytes(reinterpret_cast<const char *>(seed.data()), 32);
    // Its name too: the OMS is told of it next, and after a power cut nobody could make it again.
    if (!files.replace(path, bytes, true) || !files.flush(QFileInfo(path).path()))
        return damaged(u"it can't be written"_s);
    return fromSeed(bytes);
}

QByteArray SealKey::sign(const Hash &hash) const
{
    const Key key = privateKey(m_seed);
    const Context context(EVP_MD_CTX_new(), EVP_MD_CTX_free);
    QByteArray signature(64, '\0');
    std::size_t length = 64;
    if (EVP_DigestSignInit(context.get(), nullptr, nullptr, nullptr, key.get()) != 1
        || EVP_DigestSign(context.get(), reinterpret_cast<unsigned char *>(signature.data()), &length,
               hash.data(), hash.size())
            != 1)
        qFatal("libcrypto can't sign");
    return signature;
}

bool sealVerifies(const QByteArray &publicKey, const Hash &hash, const QByteArray &signature)
{
    const Key key(EVP_PKEY_new_raw_public_key(
                      EVP_PKEY_ED25519, nullptr, bytesOf(publicKey), std::size_t(publicKey.size())),
        EVP_PKEY_free);
    const Context context(EVP_MD_CTX_new(), EVP_MD_CTX_free);
    return key && EVP_DigestVerifyInit(context.get(), nullptr, nullptr, nullptr, key.get()) == 1
        && EVP_DigestVerify(
               context.get(), bytesOf(signature), std::size_t(signature.size()), hash.data(), hash.size())
        == 1;
}

Fact sealFact(const SealKey &key, const Head &head, QDate businessDate)
{
    const QByteArray payload = JsonWriter()
                                   .beginObject()
                                   .field("epoch", head.position.epoch)
                                   .key("hash")
                                   .utf8(toHex(head.hash))
                                   .key("key")
                                   .utf8(key.publicKey().toHex())
                                   .field("seq", head.position.seq)
                                   .key("signature")
                                   .utf8(key.sign(head.hash).toHex())
                                   .endObject()
                                   .take();
    return {kJournalSealed, 1, QByteArray::number(head.position.epoch), businessDate, payload};
}

std::optional<Seal> Seal::fromPayload(const QByteArray &payload)
{
    JsonFields fields(QJsonDocument::fromJson(payload).object());
    Seal seal;
    seal.head = {
        {fields.integer("epoch"_L1), fields.integer("seq"_L1)}, hashFromBytes(fields.hex("hash"_L1, 32))};
    seal.key = fields.hex("key"_L1, 32);
    seal.signature = fields.hex("signature"_L1, 64);
    return fields.ok() ? std::optional(seal) : std::nullopt;
}

} // namespace evertill

#include "tests/sandbox/booking/seal_book.h"

#include "tests/sandbox/booking/money_book.h"
#include "tests/sandbox/booking/payload.h"

#include <memory>
#include <openssl/evp.h>

using namespace Qt::StringLiterals;

namespace evertill::sandbox {

namespace {

constexpr const char *insertSeal =
    "INSERT INTO booked_seal(till,epoch,seq,sealed_epoch,sealed_seq,hash,key,signature,valid) "
    "VALUES(?,?,?,?,?,?,?,?,?)";
constexpr const char *sealKeyOf = "SELECT 1 FROM till_seal_key WHERE till=? AND key=?";
constexpr const char *hashAt = "SELECT hash FROM event WHERE till=? AND epoch=? AND seq=?";

bool isSignedBy(const QByteArray &key, const QByteArray &message, const QByteArray &signature)
{
    const auto bytes = [](const QByteArray &array) {
        return reinterpret_cast<const unsigned char *>(array.constData());
    };
    const std::unique_ptr<EVP_PKEY, decltype(&EVP_PKEY_free)> publicKey(
        EVP_PKEY_new_raw_public_key(
            EVP_PKEY_ED25519, nullptr, bytes(key), static_cast<std::size_t>(key.size())),
        &EVP_PKEY_free);
    const std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> context(EVP_MD_CTX_new(), &EVP_MD_CTX_free);
    return publicKey && context
        && EVP_DigestVerifyInit(context.get(), nullptr, nullptr, nullptr, publicKey.get()) == 1
        && EVP_DigestVerify(context.get(), bytes(signature), static_cast<std::size_t>(signature.size()),
               bytes(message), static_cast<std::size_t>(message.size()))
        == 1;
}

} // namespace

Outcome SealBook::book(const Fact &fact)
{
    const Payload payload(fact.payload);
    const bool valid = isValid(fact);
    m_work.store().run(insertSeal, fact.till, fact.position.epoch, fact.position.seq,
        payload.number(u"epoch"_s), payload.number(u"seq"_s), payload.text(u"hash"_s), payload.text(u"key"_s),
        payload.text(u"signature"_s), valid ? 1 : 0);
    if (!valid)
        MoneyBook(m_work).find(fact, u"the seal does not hold"_s);
    return Outcome::Applied;
}

bool SealBook::isValid(const Fact &fact)
{
    const Payload payload(fact.payload);
    const QString hash = payload.text(u"hash"_s);
    const QString key = payload.text(u"key"_s);
    {
        Rows known =
            m_work.store().query(hashAt, fact.till, payload.number(u"epoch"_s), payload.number(u"seq"_s));
        if (!known.next() || known.text(0) != hash)
            return false;
    }
    {
        Rows enrolled = m_work.store().query(sealKeyOf, fact.till, key);
        if (!enrolled.next())
            return false;
    }
    return isSignedBy(QByteArray::fromHex(key.toLatin1()), QByteArray::fromHex(hash.toLatin1()),
        QByteArray::fromHex(payload.text(u"signature"_s).toLatin1()));
}

} // namespace evertill::sandbox

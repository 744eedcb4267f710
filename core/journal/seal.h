#pragma once

#include "core/base/random.h"
#include "core/journal/journal.h"
#include "core/store/files.h"

#include <memory>

namespace evertill {

/// The Ed25519 key with which a till signs the head of its journal (RFC 8032). The private half stays on the
/// till.
class SealKey final {
public:
    /// From a 32-byte seed, as a key file keeps it.
    [[nodiscard]] static SealKey fromSeed(const QByteArray &seed);
    /// The key kept at \a path (mode 0600), made from \a random where there is none yet. Refuses
    /// DamagedFile; also for a file that is there but can't be read.
    [[nodiscard]] static Result<SealKey> keptAt(
        const QString &path, Random &random, const Files &files = Files::ofThisMachine());

    /// 32 bytes.
    [[nodiscard]] QByteArray publicKey() const { return m_public; }
    /// 64 bytes over the 32 bytes of \a hash.
    [[nodiscard]] QByteArray sign(const Hash &hash) const;

private:
    QByteArray m_seed;
    QByteArray m_public;
};

[[nodiscard]] bool sealVerifies(const QByteArray &publicKey, const Hash &hash, const QByteArray &signature);

/// The fact that \a key signed the journal up to \a head: kind journal.sealed.
[[nodiscard]] Fact sealFact(const SealKey &key, const Head &head, QDate businessDate);

/// What a journal.sealed payload says; nothing where it does not say it.
struct Seal {
    Head head;
    QByteArray key;
    QByteArray signature;
    [[nodiscard]] static std::optional<Seal> fromPayload(const QByteArray &payload);
};

} // namespace evertill

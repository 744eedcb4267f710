#pragma once

#include "core/base/result.h"
#include "core/journal/journal.h"

#include <QStringList>

namespace evertill {

/// What an audit of a ledger found.
struct AuditReport {
    std::int64_t events = 0;
    std::int64_t seals = 0;
    QStringList tables; ///< the tables that were built anew and compared
    QStringList differences; ///< in plain words, at most one per table; empty where all is as it should be

    [[nodiscard]] bool isSound() const { return differences.isEmpty(); }
};

/// Audits \a ledger from its first event: recomputes the hash chain, checks every seal (against \a sealKey
/// too, where given: 32 bytes, Ed25519), builds every projected table anew from the journal in a scratch
/// database inside \a scratchFolder (empty: in memory, for a ledger that is known to be small), and compares
/// it row by row with the stored one. Where the chain is broken, nothing is rebuilt from it. Changes nothing
/// in the ledger; memory stays bounded; the scratch database takes about the ledger's own size and is gone
/// afterwards. One read transaction: what is appended meanwhile is not seen. Any thread, on its own
/// connection to a ledger file. Refuses DiskFull{path} where there is no scratch folder.
[[nodiscard]] Result<AuditReport> verify(
    Database &ledger, const QString &scratchFolder, const std::optional<QByteArray> &sealKey = {});

} // namespace evertill

#pragma once

#include "core/base/result.h"
#include "core/store/files.h"

namespace evertill {

/// The ledger's file in a till's data folder, `ledger.db`, and how another takes its place: whole, once, and
/// whatever the machine does meanwhile. The one that is replaced is kept as `ledger-replaced-<n>.db`, with
/// its log. Whoever calls this holds the folder's lock, and no connection to either file is open.
class LedgerFiles final {
public:
    explicit LedgerFiles(DataFolder folder) : m_folder(std::move(folder)) { }

    [[nodiscard]] QString path() const { return m_folder.file(QStringLiteral("ledger.db")); }
    /// Where a file is made that is to take the ledger's place. What lies there from an earlier try goes.
    [[nodiscard]] QString freshPart() const;
    void dropPart() const;

    /// Puts the finished file at freshPart() in the ledger's place: durable when it returns. From the moment
    /// at which it is named it will be the till's ledger, also where this never returns: Ledger::open calls
    /// finish(). Refuses DiskFull (path) where the disk does, or where a log beside the file holds what did
    /// not come into it: the ledger is the old one then, or the next finish() goes on.
    [[nodiscard]] Result<> replaceByPart() const;
    /// Goes on with a replacement that the machine broke off; nothing where there is none.
    [[nodiscard]] Result<> finish() const;
    /// A process that was killed within a commit may leave an event that the next one reads and that a power
    /// cut would still take, after the OMS has heard of it. When this returns, what can be read is durable.
    /// Refuses DiskFull (path).
    [[nodiscard]] Result<> makeDurable() const;

private:
    [[nodiscard]] QStringList numbered(const QString &beginning) const;
    [[nodiscard]] Result<> move(const QString &from, const QString &to) const;
    [[nodiscard]] Result<> flushNames() const;

    DataFolder m_folder;
};

} // namespace evertill

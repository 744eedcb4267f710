#pragma once

#include "core/recovery/record_again.h"
#include "tests/core/shop/shop.h"

namespace evertill {

/// A till whose disk was lost, and the one that went on from its backup, on a disk of its own.
struct RestoredTill {
    RestoredTill();

    /// The backup, as the till stands now.
    void copyNow();
    /// The disk is lost: what the OMS has of it from here on is what it had been sent before.
    void restore();
    /// Events of the lost till beyond the backup.
    [[nodiscard]] std::vector<Event> diverged();
    [[nodiscard]] Result<RecordAgain::Report> recordAgain(bool isLast = true);
    /// A mug, sold for cash by the restored till.
    Sale sell(std::int64_t price = 250);
    /// Whether the restored till's journal and tables hold together; says what does not.
    [[nodiscard]] bool isSound();
    /// What every table says, a line per row.
    [[nodiscard]] static QStringList rows(Database &database);

    Shop lost;
    QTemporaryDir disk;
    QString copy;
    Head copied;
    std::unique_ptr<Ledger> ledger; ///< of the restored till
};

} // namespace evertill

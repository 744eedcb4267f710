#pragma once

#include "core/base/result.h"
#include "core/returns/returnable_receipt.h"
#include "core/store/database.h"
#include "core/till/till_config.h"

namespace evertill {

class ReplicaReader;

/// Receipts of any till of this store: the OMS's copy with this till's own returns laid over it, or this
/// till's own sale where the OMS has not told of it yet. On one thread, with its own connections; reads the
/// replica first and the ledger after it.
class ReceiptLookup final {
public:
    /// All outlive it. \a ledger is any connection to the ledger file.
    ReceiptLookup(ReplicaReader &replica, Database &ledger, const TillConfig &config)
        : m_replica(replica), m_ledger(ledger), m_config(config)
    {
    }

    /// By the number as typed ("ber1t1-1-42") or the barcode as scanned ("BER1T1-1-42-K7QX"). Refuses
    /// UnknownReceipt{receipt} (no such receipt here, or the barcode's letters are not that sale's),
    /// OtherShop{receipt, till}.
    [[nodiscard]] Result<ReturnableReceipt> find(const QString &text);
    /// Refuses UnknownReceipt{receipt}, OtherShop{receipt, till}.
    [[nodiscard]] Result<ReturnableReceipt> find(const ReceiptNumber &number);

private:
    ReplicaReader &m_replica;
    Database &m_ledger;
    const TillConfig &m_config;
};

} // namespace evertill

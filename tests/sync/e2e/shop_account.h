#pragma once

#include "tests/sync/e2e/shop_disk.h"

namespace evertill::test {

/// What was really sold in the shop, on whichever disk, beside what the OMS has booked and what a till shows.
class ShopAccount final {
public:
    ShopAccount();

    [[nodiscard]] SandboxProcess &oms() { return m_oms; }
    /// Sells so many pieces on \a disk, one a receipt.
    void sell(ShopDisk &disk, int count);
    [[nodiscard]] int sold() const { return int(m_receipts.size()); }
    [[nodiscard]] const QStringList &receipts() const { return m_receipts; }

    /// Whether the OMS has booked every sale once, with its number, and what left the store; whether \a disk
    /// shows the same stock, and its journal and tables hold together. What is wrong, or nothing.
    [[nodiscard]] QString problem(ShopDisk &disk);
    /// What \a disk shows of the stock, less what was sold: 0 where it is right.
    [[nodiscard]] std::int64_t stockError(ShopDisk &disk) const;

private:
    [[nodiscard]] qint64 stockAtTheOms();

    SandboxProcess m_oms;
    qint64 m_stock = 0;
    QStringList m_receipts;
};

} // namespace evertill::test

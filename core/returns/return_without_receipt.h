#pragma once

#include "core/base/result.h"
#include "core/journal/ledger.h"
#include "core/returns/return.h"
#include "core/tax/goods_tax.h"
#include "core/till/till_config.h"

namespace evertill {

/// Goods that come back with nothing to show for them: what they are, and what the shop gives for them.
struct UnreceiptedLine {
    QString sku;
    QString name;
    QString unit = QStringLiteral("ea");
    Quantity quantity;
    Money price; ///< for one unit, with its tax or without, as the shop's prices are
    QString taxCode;
    Percentage taxRate;
    QString reason;
    Disposition disposition = Disposition::Restock;
    std::vector<TaxPart> taxParts = {}; ///< where taxCode is made of several, as they hold today
};

/// A return without a receipt. Durable when it returns. Ledger thread.
class ReturnWithoutReceipt final {
public:
    /// Both outlive it.
    ReturnWithoutReceipt(Ledger &ledger, const TillConfig &config) : m_ledger(ledger), m_config(config) { }

    /// Refuses NothingToReturn (no lines), BadQuantity{quantity} (≤ 0, or a broken piece), BadAmount{minor}
    /// (a negative or absurd price, or of another currency than the drawer's), BadInput (a gift card without
    /// its reference), ShiftClosed,
    /// AlreadyCompleted{receipt}.
    [[nodiscard]] Result<Return> run(ReturnId id, const std::vector<UnreceiptedLine> &lines,
        const RefundTo &refundTo, const QString &approval = {});

private:
    Ledger &m_ledger;
    const TillConfig &m_config;
};

} // namespace evertill

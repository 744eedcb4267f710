#pragma once

#include "core/cash/shift.h"
#include "core/receipt/receipt_document.h"
#include "core/receipt/receipt_words.h"
#include "core/returns/return.h"
#include "core/sale/sale.h"
#include "core/till/till_config.h"

namespace evertill {

/// Puts what happened on paper: shop, till, number, local time, lines, taxes per rate, total, tenders,
/// change, barcode. Pure.
class ReceiptBuilder final {
public:
    /// Both outlive it.
    ReceiptBuilder(const TillConfig &config, const ReceiptWords &words) : m_config(config), m_words(words) { }

    /// A receipt printed again says so: \a copy.
    [[nodiscard]] ReceiptDocument saleReceipt(const Sale &sale, bool copy = false) const;
    /// Names the receipt it returns, and asks for the customer's signature.
    [[nodiscard]] ReceiptDocument returnReceipt(const Return &back, bool copy = false) const;
    [[nodiscard]] ReceiptDocument shiftReport(const ShiftReport &report) const;

private:
    const TillConfig &m_config;
    const ReceiptWords &m_words;
};

} // namespace evertill

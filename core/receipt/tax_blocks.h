#pragma once

#include "core/receipt/receipt_document.h"
#include "core/receipt/receipt_words.h"
#include "core/returns/return.h"
#include "core/sale/sale.h"

namespace evertill {

// A tax is told by its rate; one of several on the same goods by its code too, and one without a rate, an
// amount for each unit say, by its code alone.

/// Where prices are without tax: what the goods come to, then each tax, so that the total is no surprise.
void addExclusiveSum(std::vector<ReceiptBlock> &blocks, const Sale &sale, const ReceiptWords &words);
void addExclusiveSum(std::vector<ReceiptBlock> &blocks, const Return &back, const ReceiptWords &words);

/// Each tax with what it was reckoned on: of a receipt, and of a shift, where every tax is told by its code.
void addTaxes(std::vector<ReceiptBlock> &blocks, const Sale &sale, const ReceiptWords &words);
void addTaxes(std::vector<ReceiptBlock> &blocks, const Return &back, const ReceiptWords &words);
void addTaxTable(
    std::vector<ReceiptBlock> &blocks, const std::vector<TaxTotal> &taxes, const ReceiptWords &words);

} // namespace evertill

#pragma once

#include "core/payment/tender.h"
#include "core/receipt/receipt_document.h"
#include "core/receipt/receipt_words.h"

namespace evertill {

/// How it was paid, or went back: a line for each of \a tenders, and below it what the customer may want to
/// prove: "USD 20.00 at 0.9200", the terminal's approval, a voucher's worth.
void addTenders(
    std::vector<ReceiptBlock> &blocks, const std::vector<Tender> &tenders, const ReceiptWords &words);

} // namespace evertill

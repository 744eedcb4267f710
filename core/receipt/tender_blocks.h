#pragma once

#include "core/customer/sale_customer.h"
#include "core/payment/tender.h"
#include "core/receipt/receipt_document.h"
#include "core/receipt/receipt_words.h"

namespace evertill {

/// How it was paid, or went back: a line for each of \a tenders, and below it what the customer may want to
/// prove: "USD 20.00 at 0.9200", the terminal's approval, a voucher's worth.
void addTenders(
    std::vector<ReceiptBlock> &blocks, const std::vector<Tender> &tenders, const ReceiptWords &words);

/// What was taken by each kind, and the \a foreign notes among it; cash and card always.
void addNet(std::vector<ReceiptBlock> &blocks, const TenderSums &net, const std::vector<Money> &foreign,
    const ReceiptWords &words);

/// Whose it was, by the masked card, and their points under the word \a points.
void addCustomer(std::vector<ReceiptBlock> &blocks, const std::optional<SaleCustomer> &customer,
    const QString &points, const ReceiptWords &words);

} // namespace evertill

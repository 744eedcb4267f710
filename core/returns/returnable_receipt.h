#pragma once

#include "core/base/clock.h"
#include "core/customer/sale_customer.h"
#include "core/payment/tender.h"
#include "core/sale/receipt_number.h"
#include "core/tax/tax_total.h"

#include <optional>
#include <vector>

namespace evertill {

/// One line of a receipt and what is left of it. net, tax and gross are the whole line's, as sold.
struct ReturnableLine {
    int line = 0; ///< from 1, as on the receipt
    QString sku;
    QString name;
    QString unit;
    Quantity sold;
    Quantity left; ///< what can still come back, as far as this till knows; never below zero
    Money price; ///< for one unit, before the discount
    Money net;
    Money tax;
    Money gross;
    QString taxCode;
    Percentage taxRate;
    Money leftGross; ///< what the rest is worth to the customer, tax included; never below zero
    Money leftTax; ///< the tax inside leftGross
    std::optional<int> depositOf = {}; ///< the line whose goods this deposit came along with
    bool isLoad = false; ///< put on a gift card: nothing is left of it, and nothing of it was refunded
    std::vector<TaxTotal> parts = {}; ///< of the whole line's tax, where taxCode is made of several

    friend bool operator==(const ReturnableLine &, const ReturnableLine &) = default;
};

/// What \a quantity of a line pays back.
struct Refund {
    Money net;
    Money tax;
    Money gross;
    std::vector<TaxTotal> parts = {}; ///< Σ tax = tax, with a line that has them
    friend bool operator==(const Refund &, const Refund &) = default;
};

/// The refund for \a quantity (0 … line.left) of what is left of \a line: share(returned + quantity) − what
/// was refunded, where share(q) = gross × q / sold, rounded half up. So parts add up to what was paid, to the
/// cent, in whatever portions goods come back.
[[nodiscard]] Refund refundFor(const ReturnableLine &line, Quantity quantity);

/// The tax inside the first \a refunded (0 … gross) of what \a line cost, rounded half up: taxes of parts add
/// up as well.
[[nodiscard]] Money taxWithin(const ReturnableLine &line, Money refunded);

/// A receipt as it stands now: the sale, less what came back, on this till and on every other that the OMS
/// has told of.
struct ReturnableReceipt {
    ReceiptNumber number;
    SaleId sale;
    Instant at;
    Currency currency;
    std::vector<ReturnableLine> lines;
    std::vector<Tender> tenders; ///< how it was paid
    std::optional<SaleCustomer> customer = {}; ///< whose it is, with the points that it earned

    [[nodiscard]] bool hasAnyLeft() const;
    friend bool operator==(const ReturnableReceipt &, const ReturnableReceipt &) = default;
};

} // namespace evertill

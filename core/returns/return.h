#pragma once

#include "core/base/clock.h"
#include "core/customer/sale_customer.h"
#include "core/payment/tender.h"
#include "core/sale/receipt_number.h"
#include "core/tax/tax.h"

#include <QDate>

#include <optional>
#include <vector>

namespace evertill {

/// What becomes of goods that came back: on the shelf again, or not fit to be sold.
enum class Disposition { Restock = 1, Damaged = 2 };

/// All amounts are positive, in the customer's favour; gross = net + tax.
struct ReturnLine {
    int line = 0; ///< from 1
    std::optional<int> ofLine; ///< the line of the receipt that it takes from; nothing without a receipt
    QString sku;
    QString name;
    QString unit;
    Quantity quantity;
    Money net;
    Money tax;
    Money gross;
    QString taxCode;
    Percentage taxRate;
    QString reason;
    Disposition disposition = Disposition::Restock;
    bool isDeposit = false; ///< no goods
    std::vector<TaxTotal> parts = {}; ///< of tax, where taxCode is made of several

    friend bool operator==(const ReturnLine &, const ReturnLine &) = default;
};

/// The sale that goods came back from.
struct ReturnedSale {
    ReceiptNumber receipt;
    SaleId sale;
    friend bool operator==(const ReturnedSale &, const ReturnedSale &) = default;
};

/// One way for money to go back.
struct RefundTo {
    TenderKind kind = TenderKind::Cash;
    GiftCard giftCard = {}; ///< with GiftCard only: any card, also one that never had money: a credit

    RefundTo() = default;
    RefundTo(TenderKind by, GiftCard card = {}) : kind(by), giftCard(std::move(card)) { }
    friend bool operator==(const RefundTo &, const RefundTo &) = default;
};

/// A return as it happened. total = Σ gross; total + rounding = Σ tenders.
struct Return {
    ReturnId id;
    ReceiptNumber receipt; ///< its own: sales and returns share the count
    std::optional<ReturnedSale> of;
    ShiftId shift;
    QDate businessDate;
    Instant at;
    int utcOffsetMin = 0;
    QString cashier; ///< a random reference
    TaxMode taxMode = TaxMode::Inclusive; ///< how the shop says its prices, and so how the paper lists them
    std::vector<ReturnLine> lines;
    std::vector<TaxTotal> taxes;
    Money total;
    Money rounding;
    std::vector<Tender> tenders; ///< how the money went back; empty where nothing was due
    std::optional<SaleCustomer> customer = {}; ///< who bought the goods; its points are taken back

    friend bool operator==(const Return &, const Return &) = default;
};

} // namespace evertill

#pragma once

#include "core/sale/discount/granted_discount.h"
#include "core/sale/price/line_price_list.h"
#include "core/sale/price/price_change.h"
#include "core/sale/receipt_book.h"
#include "core/sale/tax/tax_exemption.h"

namespace evertill {

/// gross = net + tax = what the customer pays for it, after the discount.
struct SaleLine {
    int line = 0; ///< from 1
    QString sku;
    QString gtin;
    QString name;
    QString unit;
    Quantity quantity;
    Money price;
    Money discount; ///< all that came off: by hand, and its shares of the sale's discounts
    Money net;
    Money tax;
    Money gross;
    QString taxCode;
    Percentage taxRate;
    QString lot = {}; ///< what a GS1 code said of the goods
    QString serial = {};
    QDate expires = {};
    GiftCard giftCard = {}; ///< the card that it loads; none for goods
    std::optional<PriceChange> change = {}; ///< price was set by hand
    std::optional<int> depositOf = {}; ///< the line whose goods this deposit came along with: no goods itself
    std::optional<LinePriceList> list = {}; ///< price is this list's
    std::vector<TaxTotal> parts = {}; ///< of tax, where taxCode is made of several: taxRate says nothing then
    std::optional<Money> exempted = {}; ///< the tax that price holds, where nobody pays it
    friend bool operator==(const SaleLine &, const SaleLine &) = default;
};

/// A sale as it happened. total = Σ gross; total + rounding = Σ tenders − change.
struct Sale {
    SaleId id;
    ReceiptNumber receipt;
    ShiftId shift;
    QDate businessDate;
    Instant at;
    int utcOffsetMin = 0;
    QString cashier; ///< a random reference
    TaxMode taxMode = TaxMode::Inclusive;
    std::vector<SaleLine> lines;
    std::vector<TaxTotal> taxes;
    Money total;
    Money rounding;
    Money change;
    std::vector<Tender> tenders;
    std::vector<GrantedDiscount> discounts = {};
    std::optional<SaleCustomer> customer = {};
    std::optional<TaxExemption> exemption = {}; ///< by which no tax was paid

    friend bool operator==(const Sale &, const Sale &) = default;
};

} // namespace evertill

#include "core/tax/goods_tax.h"
#include "sync/oms/rows/feed_fields.h"
#include "sync/oms/rows/feed_rows.h"

#include <array>

using namespace Qt::StringLiterals;

namespace evertill {
namespace {

constexpr std::int64_t kLargestTaxed = 10'000'000'000'000;

/// The taxes of a line of several; none is more than \a tax, which is all of them.
std::vector<TaxTotal> taxesOfLine(JsonFields &fields, std::int64_t tax, Currency currency)
{
    std::int64_t sum = 0;
    const auto taxes = listIn<TaxTotal>(fields, "taxes"_L1, [&](JsonFields &one) {
        TaxTotal part{keyIn(one, "code"_L1), rateIn(one, "rate"_L1),
            Money::minor(between(one, "net"_L1, 0, kLargestTaxed), currency),
            Money::minor(between(one, "tax"_L1, 0, std::min(tax, kLargestTaxed)), currency)};
        sum += part.tax.minor();
        return part;
    });
    if (taxes.size() > kMostTaxParts || sum != tax)
        fields.fail(u"taxes: not the line's tax"_s);
    return taxes;
}

ReceiptRow::Line receiptLine(JsonFields &fields, Currency currency)
{
    ReceiptRow::Line line;
    line.line = int(between(fields, "line"_L1, 0, kLargestFeedLine));
    line.sku = keyIn(fields, "sku"_L1);
    line.name = fields.text("name"_L1);
    line.unit = unitIn(fields);
    line.quantity = quantityIn(fields, "quantity"_L1);
    line.price = fields.integer("price"_L1);
    line.gross = fields.integer("gross"_L1);
    line.net = fields.integer("net"_L1);
    line.tax = fields.integer("tax"_L1);
    line.taxCode = fields.text("tax_code"_L1);
    line.taxRate = rateIn(fields, "tax_rate"_L1);
    line.returned = quantityIn(fields, "returned"_L1);
    line.refunded = fields.integer("refunded"_L1);
    if (fields.has("deposit_of"_L1))
        line.depositOf = int(between(fields, "deposit_of"_L1, 0, kLargestFeedLine));
    line.isLoad = fields.has("load"_L1) && fields.boolean("load"_L1);
    if (fields.has("taxes"_L1))
        line.taxes = taxesOfLine(fields, line.tax, currency);
    return line;
}

ReceiptRow::Tender tenderOf(JsonFields &fields)
{
    ReceiptRow::Tender tender;
    static constexpr std::array kKinds = {
        "cash"_L1, "card"_L1, "giftcard"_L1, "voucher"_L1, "foreign_cash"_L1, "points"_L1, "on_account"_L1};
    tender.kind = fields.text("kind"_L1);
    if (std::find(kKinds.begin(), kKinds.end(), tender.kind) == kKinds.end())
        fields.fail(u"kind: no tender of the contract"_s);
    tender.amount = fields.integer("amount"_L1);
    tender.approval = fields.textOr("approval"_L1);
    if (fields.has("attempt"_L1))
        tender.attempt = fields.uuid("attempt"_L1);
    const bool isOwn = tender.kind == "points"_L1 || tender.kind == "on_account"_L1;
    if (tender.kind == "giftcard"_L1 || isOwn) {
        tender.card = fields.text("card"_L1);
        tender.lastFour = fields.text("last_four"_L1);
        if (tender.kind == "points"_L1)
            tender.points = fields.integer("points"_L1, 1);
    }
    return tender;
}

} // namespace

ReceiptRow receiptRow(JsonFields &fields)
{
    ReceiptRow row;
    row.receipt = keyIn(fields, "receipt"_L1);
    row.sale = fields.uuid("sale"_L1);
    row.till = keyIn(fields, "till"_L1);
    row.at = {fields.integer("at"_L1)};
    row.currency = currencyIn(fields);
    row.total = fields.integer("total"_L1);
    row.lines = listIn<ReceiptRow::Line>(
        fields, "lines"_L1, [&](JsonFields &line) { return receiptLine(line, row.currency); });
    row.tenders = listIn<ReceiptRow::Tender>(fields, "tenders"_L1, tenderOf);
    row.customer = readSaleCustomer(fields);
    return row;
}

} // namespace evertill

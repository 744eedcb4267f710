#include "sync/oms/rows/feed_rows.h"

#include "sync/oms/rows/feed_fields.h"

#include <QJsonDocument>

#include <array>

using namespace Qt::StringLiterals;

namespace evertill {
namespace {

constexpr qsizetype kLongestList = 8 << 20;
constexpr qsizetype kLongestRule = 256 << 10;
constexpr std::int64_t kLargestDeposit = 1'000'000;

bool allDigits(const QString &text)
{
    return std::all_of(text.begin(), text.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
}

/// 8, 12, 13 or 14 digits, the last of which makes the weighted sum a multiple of ten (GS1 General
/// Specifications, 7.9).
bool isGtin(const QString &text)
{
    static constexpr std::array<qsizetype, 4> kLengths = {8, 12, 13, 14};
    if (std::find(kLengths.begin(), kLengths.end(), text.size()) == kLengths.end() || !allDigits(text))
        return false;
    int sum = 0;
    for (qsizetype i = 0; i < text.size(); ++i)
        sum += text.at(text.size() - 1 - i).digitValue() * (i % 2 == 1 ? 3 : 1);
    return sum % 10 == 0;
}

OrderState stateIn(JsonFields &fields)
{
    static constexpr std::array kNames = {
        "new"_L1, "picking"_L1, "ready"_L1, "handed_over"_L1, "rejected"_L1, "cancelled"_L1};
    const QString name = fields.text("state"_L1);
    const auto found = std::find(kNames.begin(), kNames.end(), name);
    if (found == kNames.end()) {
        fields.fail(u"state: no such state"_s);
        return OrderState::New;
    }
    return OrderState(found - kNames.begin());
}

OrderRow::Line orderLine(JsonFields &fields)
{
    OrderRow::Line line;
    line.line = int(between(fields, "line"_L1, 0, kLargestFeedLine));
    line.sku = keyIn(fields, "sku"_L1);
    line.name = fields.text("name"_L1);
    line.quantity = quantityIn(fields, "quantity"_L1);
    line.rejected = quantityIn(fields, "rejected"_L1);
    line.total = fields.integer("total"_L1);
    return line;
}

std::optional<DepositRow> depositIn(JsonFields &fields)
{
    if (!fields.has("deposit"_L1))
        return std::nullopt;
    JsonFields own(fields.object("deposit"_L1), u"deposit"_s);
    DepositRow deposit{keyIn(own, "sku"_L1), own.text("name"_L1),
        between(own, "amount"_L1, 1, kLargestDeposit), keyIn(own, "tax_code"_L1)};
    if (!own.ok())
        fields.fail(own.problem());
    return deposit;
}

} // namespace

TaxRow taxRow(JsonFields &fields)
{
    TaxRow row{keyIn(fields, "code"_L1), fields.text("name"_L1), rateIn(fields, "rate"_L1)};
    if (fields.has("parts"_L1))
        row.parts = readTaxParts(fields, "parts"_L1);
    return row;
}

ProductRow productRow(JsonFields &fields)
{
    ProductRow row;
    row.sku = keyIn(fields, "sku"_L1);
    row.name = fields.text("name"_L1);
    row.shortName = fields.textOr("short_name"_L1);
    row.unit = unitIn(fields);
    row.price = fields.integer("price"_L1);
    row.tax = fields.text("tax"_L1);
    row.category = fields.textOr("category"_L1);
    row.minAge = fields.has("min_age"_L1) ? int(between(fields, "min_age"_L1, 0, 150)) : 0;
    row.deposit = depositIn(fields);
    row.isOpenPrice = fields.has("open_price"_L1) && fields.boolean("open_price"_L1);
    row.instore = fields.textOr("instore"_L1);
    if (!row.instore.isEmpty() && (row.instore.size() != 13 || !allDigits(row.instore)))
        fields.fail(u"instore: not 13 digits"_s);
    if (fields.has("recalled_lots"_L1)) {
        for (const QJsonValue &lot : fields.array("recalled_lots"_L1)) {
            row.recalledLots.append(lot.toString());
            if (row.recalledLots.last().isEmpty() || row.recalledLots.last().contains(u' '))
                fields.fail(u"recalled_lots: %1 is no lot"_s.arg(row.recalledLots.last().left(20)));
        }
    }
    if (!fields.has("gtins"_L1))
        return row;
    const QJsonArray gtins = fields.array("gtins"_L1);
    for (const QJsonValue &value : gtins) {
        row.gtins.append(value.toString());
        if (!isGtin(row.gtins.last()))
            fields.fail(u"gtins: %1 is no GTIN"_s.arg(row.gtins.last().left(20)));
    }
    return row;
}

StockRow stockRow(JsonFields &fields)
{
    return {keyIn(fields, "sku"_L1), Quantity::thousandths(fields.integer("on_hand"_L1)),
        Quantity::thousandths(fields.integer("reserved"_L1))};
}

OrderRow orderRow(JsonFields &fields)
{
    OrderRow row;
    row.order = fields.uuid("order"_L1);
    row.number = keyIn(fields, "number"_L1);
    row.state = stateIn(fields);
    row.placedAt = {fields.integer("placed_at"_L1)};
    row.promisedAt = {fields.integer("promised_at"_L1)};
    row.customer = fields.text("customer"_L1);
    row.code = fields.text("code"_L1);
    row.currency = currencyIn(fields);
    row.total = fields.integer("total"_L1);
    row.lines = listIn<OrderRow::Line>(fields, "lines"_L1, orderLine);
    return row;
}

TaskRow taskRow(JsonFields &fields)
{
    TaskRow row;
    row.task = keyIn(fields, "task"_L1);
    row.code = keyIn(fields, "code"_L1);
    row.openedAt = {fields.integer("opened_at"_L1)};
    const QString state = fields.text("state"_L1);
    if (state != "open"_L1 && state != "settled"_L1)
        fields.fail(u"state: neither open nor settled"_s);
    row.settled = state == "settled"_L1;
    row.facts = QJsonDocument(fields.object("facts"_L1)).toJson(QJsonDocument::Compact);
    return row;
}

PromotionRow promotionRow(JsonFields &fields)
{
    PromotionRow row;
    row.promotion = keyIn(fields, "promotion"_L1);
    row.rule = QJsonDocument(fields.object("rule"_L1)).toJson(QJsonDocument::Compact);
    if (row.rule.size() > kLongestRule)
        fields.fail(u"rule: too long"_s);
    return row;
}

PriceListRow priceListRow(JsonFields &fields)
{
    PriceListRow row;
    row.priceList = keyIn(fields, "price_list"_L1);
    row.list = QJsonDocument(fields.object("list"_L1)).toJson(QJsonDocument::Compact);
    // One list that is too long for a till must not keep stock and orders from it.
    if (row.list.size() > kLongestList) {
        qWarning("price list %s is longer than 8 MiB and set aside", qPrintable(row.priceList.left(60)));
        row.list = "{}";
    }
    return row;
}

} // namespace evertill

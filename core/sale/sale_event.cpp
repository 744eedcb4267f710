#include "core/sale/sale_event.h"

#include <QJsonDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace evertill {
namespace {

void writeLine(JsonWriter &writer, const SaleLine &line)
{
    writer.beginObject();
    if (!line.giftCard.isNull())
        writer.field("card", line.giftCard.reference);
    if (line.depositOf)
        writer.field("deposit_of", *line.depositOf);
    writer.field("discount", line.discount.minor());
    if (line.exempted)
        writer.field("exempted", line.exempted->minor());
    if (line.expires.isValid())
        writer.field("expires", line.expires);
    writer.field("gross", line.gross.minor());
    if (!line.gtin.isEmpty())
        writer.field("gtin", line.gtin);
    if (!line.giftCard.isNull())
        writer.field("last_four", line.giftCard.lastFour);
    writer.field("line", line.line);
    if (!line.lot.isEmpty())
        writer.field("lot", line.lot);
    writer.field("name", line.name).field("net", line.net.minor()).field("price", line.price.minor());
    writePriceChange(writer, line.change);
    writeLinePriceList(writer, line.list);
    writer.field("quantity", line.quantity.thousandths());
    if (!line.serial.isEmpty())
        writer.field("serial", line.serial);
    writer.field("sku", line.sku)
        .field("tax", line.tax.minor())
        .field("tax_code", line.taxCode)
        .field("tax_rate", line.taxRate.partsPerMillion());
    if (!line.parts.empty()) {
        writer.key("taxes");
        writeTaxes(writer, line.parts);
    }
    writer.field("unit", line.unit).endObject();
}

SaleLine readSaleLine(JsonFields &fields, Currency currency)
{
    const auto money = [&](QLatin1StringView name) { return Money::minor(fields.integer(name), currency); };
    SaleLine line;
    line.line = fields.smallInteger("line"_L1, 1);
    line.sku = fields.text("sku"_L1);
    line.gtin = fields.textOr("gtin"_L1);
    line.name = fields.text("name"_L1);
    line.unit = fields.text("unit"_L1);
    line.quantity = Quantity::thousandths(fields.integer("quantity"_L1));
    line.price = money("price"_L1);
    line.discount = money("discount"_L1);
    line.net = money("net"_L1);
    line.tax = money("tax"_L1);
    line.gross = money("gross"_L1);
    line.taxCode = fields.text("tax_code"_L1);
    line.taxRate = Percentage::partsPerMillion(fields.integer("tax_rate"_L1));
    if (fields.has("taxes"_L1))
        line.parts = readTaxes(fields, currency);
    if (fields.has("deposit_of"_L1))
        line.depositOf = fields.smallInteger("deposit_of"_L1, 1);
    if (fields.has("exempted"_L1))
        line.exempted = Money::minor(fields.integer("exempted"_L1, 1), currency);
    line.list = readLinePriceList(fields, currency);
    line.change = readPriceChange(fields, currency);
    line.lot = fields.textOr("lot"_L1);
    line.serial = fields.textOr("serial"_L1);
    const QString expires = fields.textOr("expires"_L1);
    line.expires = dateFromIso(expires.toLatin1());
    if (!expires.isEmpty() && !line.expires.isValid())
        fields.fail(u"expires: no day"_s);
    line.giftCard = {fields.textOr("card"_L1), fields.textOr("last_four"_L1)};
    if (!line.giftCard.isNull() && !isGiftCard(line.giftCard))
        fields.fail(u"card: no gift card's reference"_s);
    return line;
}

std::vector<SaleLine> readLines(JsonFields &fields, Currency currency)
{
    std::vector<SaleLine> lines;
    const QJsonArray list = fields.array("lines"_L1);
    for (qsizetype i = 0; i < list.size(); ++i) {
        JsonFields one(list.at(i).toObject(), u"lines[%1]"_s.arg(i));
        lines.push_back(readSaleLine(one, currency));
        if (!one.ok())
            fields.fail(one.problem());
        const auto of = lines.back().depositOf;
        const auto isGoods = [&](const SaleLine &line) { return line.line == of && !line.depositOf; };
        if (of && std::none_of(lines.begin(), lines.end(), isGoods))
            fields.fail(u"lines[%1].deposit_of: no goods before it"_s.arg(i));
    }
    return lines;
}

} // namespace

void writeTaxMode(JsonWriter &writer, TaxMode mode)
{
    writer.key("tax_mode").utf8(mode == TaxMode::Inclusive ? "inclusive" : "exclusive");
}

TaxMode readTaxMode(JsonFields &fields)
{
    const QString mode = fields.text("tax_mode"_L1);
    if (mode != u"inclusive"_s && mode != u"exclusive"_s)
        fields.fail(u"tax_mode: neither inclusive nor exclusive"_s);
    return mode == u"exclusive"_s ? TaxMode::Exclusive : TaxMode::Inclusive;
}

Fact saleCompleted(const Sale &sale)
{
    JsonWriter writer;
    writer.beginObject().field("change", sale.change.minor()).field("currency", sale.total.currency().code());
    writeSaleCustomer(writer, sale.customer);
    writeDiscounts(writer, sale.discounts);
    writeExemption(writer, sale.exemption);
    writer.key("lines").beginArray();
    for (const SaleLine &line : sale.lines)
        writeLine(writer, line);
    writer.endArray()
        .field("receipt", sale.receipt.text())
        .field("rounding", sale.rounding.minor())
        .field("sale", sale.id)
        .field("shift", sale.shift);
    writeTaxMode(writer, sale.taxMode);
    writer.key("taxes");
    writeTaxes(writer, sale.taxes);
    writer.key("tenders");
    writeTenders(writer, sale.tenders);
    writer.field("total", sale.total.minor()).endObject();
    return {"sale.completed", 1, sale.id.toLatin1(), sale.businessDate, writer.take()};
}

Result<Sale> saleFrom(const Event &event)
{
    JsonFields fields(QJsonDocument::fromJson(event.payload).object());
    const auto known = Currency::fromCode(fields.text("currency"_L1));
    if (!known)
        fields.fail(u"currency: unknown"_s);
    const Currency currency = known.value_or(Currency());
    const auto receipt = ReceiptNumber::parse(fields.text("receipt"_L1));
    if (!receipt)
        fields.fail(u"receipt: not a receipt number"_s);
    const auto money = [&](QLatin1StringView name) { return Money::minor(fields.integer(name), currency); };
    Sale sale;
    sale.id = SaleId(fields.uuid("sale"_L1));
    sale.receipt = receipt.value_or(ReceiptNumber());
    sale.shift = ShiftId(fields.uuid("shift"_L1));
    sale.businessDate = event.businessDate;
    sale.at = event.at;
    sale.utcOffsetMin = event.utcOffsetMin;
    sale.cashier = event.actor;
    sale.taxMode = readTaxMode(fields);
    sale.lines = readLines(fields, currency);
    sale.taxes = readTaxes(fields, currency);
    sale.total = money("total"_L1);
    sale.rounding = money("rounding"_L1);
    sale.change = money("change"_L1);
    sale.tenders = readTenders(fields, currency);
    sale.discounts = readDiscounts(fields, currency);
    sale.customer = readSaleCustomer(fields);
    sale.exemption = readExemption(fields);
    if (!fields.ok())
        return refuse(Code::BadInput, {{u"problem"_s, fields.problem()}});
    return sale;
}

} // namespace evertill

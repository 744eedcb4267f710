#include "core/returns/return_event.h"

#include "core/base/json_fields.h"
#include "core/base/json_writer.h"
#include "core/sale/sale_event.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace evertill {
namespace {

void writeLine(JsonWriter &json, const ReturnLine &line)
{
    json.beginObject();
    if (line.isDeposit)
        json.field("deposit", line.isDeposit);
    json.key("disposition").utf8(line.disposition == Disposition::Restock ? "restock" : "damaged");
    json.field("gross", line.gross.minor()).field("line", line.line).field("name", line.name);
    json.field("net", line.net.minor());
    if (line.ofLine)
        json.field("of_line", *line.ofLine);
    json.field("quantity", line.quantity.thousandths()).field("reason", line.reason).field("sku", line.sku);
    json.field("tax", line.tax.minor()).field("tax_code", line.taxCode);
    json.field("tax_rate", line.taxRate.partsPerMillion());
    if (!line.parts.empty()) {
        json.key("taxes");
        writeTaxes(json, line.parts);
    }
    json.field("unit", line.unit).endObject();
}

ReturnLine readLine(JsonFields &fields, Currency currency)
{
    const auto money = [&](QLatin1StringView name) {
        return Money::minor(fields.integer(name, 0), currency);
    };
    ReturnLine line;
    line.line = fields.smallInteger("line"_L1, 1);
    if (fields.has("of_line"_L1))
        line.ofLine = fields.smallInteger("of_line"_L1, 1);
    line.sku = fields.text("sku"_L1);
    line.name = fields.text("name"_L1);
    line.unit = fields.text("unit"_L1);
    line.quantity = Quantity::thousandths(fields.integer("quantity"_L1, 1));
    line.net = money("net"_L1);
    line.tax = money("tax"_L1);
    line.gross = money("gross"_L1);
    line.taxCode = fields.text("tax_code"_L1);
    line.taxRate = Percentage::partsPerMillion(fields.integer("tax_rate"_L1, 0));
    if (fields.has("taxes"_L1))
        line.parts = readTaxes(fields, currency);
    line.isDeposit = fields.has("deposit"_L1) && fields.boolean("deposit"_L1);
    line.reason = fields.text("reason"_L1);
    const QString disposition = fields.text("disposition"_L1);
    line.disposition = disposition == "damaged"_L1 ? Disposition::Damaged : Disposition::Restock;
    if (disposition != "damaged"_L1 && disposition != "restock"_L1)
        fields.fail(u"disposition: neither restock nor damaged"_s);
    return line;
}

ReceiptNumber readReceipt(JsonFields &fields)
{
    const auto number = ReceiptNumber::parse(fields.text("receipt"_L1));
    if (!number)
        fields.fail(u"receipt: not a receipt number"_s);
    return number.value_or(ReceiptNumber());
}

std::optional<ReturnedSale> readOf(JsonFields &fields)
{
    if (!fields.has("of"_L1))
        return std::nullopt;
    JsonFields of(fields.object("of"_L1), u"of"_s);
    const ReturnedSale sale{readReceipt(of), SaleId(of.uuid("sale"_L1))};
    if (!of.ok())
        fields.fail(of.problem());
    return sale;
}

} // namespace

Fact returnCompleted(const Return &done)
{
    JsonWriter json;
    json.beginObject().field("currency", done.total.currency().code());
    writeSaleCustomer(json, done.customer);
    json.key("lines").beginArray();
    for (const ReturnLine &line : done.lines)
        writeLine(json, line);
    json.endArray();
    if (done.of) {
        json.key("of").beginObject().field("receipt", done.of->receipt.text()).field("sale", done.of->sale);
        json.endObject();
    }
    json.field("receipt", done.receipt.text())
        .field("return", done.id)
        .field("rounding", done.rounding.minor());
    json.field("shift", done.shift);
    writeTaxMode(json, done.taxMode);
    json.key("taxes");
    writeTaxes(json, done.taxes);
    json.key("tenders");
    writeTenders(json, done.tenders);
    json.field("total", done.total.minor()).endObject();
    return {"return.completed", 1, done.id.toLatin1(), done.businessDate, json.take()};
}

Result<Return> returnFrom(const Event &event)
{
    JsonFields fields(QJsonDocument::fromJson(event.payload).object());
    const auto currency = Currency::fromCode(fields.text("currency"_L1));
    if (!currency)
        fields.fail(u"currency: not one of ISO 4217"_s);
    if (event.kind != "return.completed" || event.version != 1)
        fields.fail(u"not a return.completed of version 1"_s);
    const Currency in = currency.value_or(Currency());
    Return done;
    done.id = ReturnId(fields.uuid("return"_L1));
    done.receipt = readReceipt(fields);
    done.of = readOf(fields);
    done.shift = ShiftId(fields.uuid("shift"_L1));
    done.businessDate = event.businessDate;
    done.at = event.at;
    done.utcOffsetMin = event.utcOffsetMin;
    done.cashier = event.actor;
    // Returns of the first days don't say it; their papers listed every price with its tax.
    done.taxMode = fields.has("tax_mode"_L1) ? readTaxMode(fields) : TaxMode::Inclusive;
    for (const QJsonValue item : fields.array("lines"_L1)) {
        JsonFields line(item.toObject(), u"lines[%1]"_s.arg(done.lines.size()));
        done.lines.push_back(readLine(line, in));
        if (!line.ok())
            fields.fail(line.problem());
    }
    done.taxes = readTaxes(fields, in);
    done.total = Money::minor(fields.integer("total"_L1, 0), in);
    done.rounding = Money::minor(fields.integer("rounding"_L1), in);
    done.tenders = readTenders(fields, in);
    for (const Tender &tender : done.tenders)
        if (tender.kind == TenderKind::Voucher || tender.kind == TenderKind::ForeignCash)
            fields.fail(u"tenders: nothing goes back so"_s);
    done.customer = readSaleCustomer(fields);
    if (!fields.ok())
        return refuse(Code::BadInput, {{u"problem"_s, fields.problem()}});
    return done;
}

} // namespace evertill

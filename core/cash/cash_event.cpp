#include "core/cash/cash_event.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace evertill {
namespace {

QByteArrayView nameOf(CashMoveKind kind)
{
    switch (kind) {
    case CashMoveKind::PayIn:
        return "pay_in";
    case CashMoveKind::PayOut:
        return "pay_out";
    case CashMoveKind::Drop:
        return "drop";
    }
    qFatal("no such move of cash");
}

CashMoveKind readKind(JsonFields &fields)
{
    const QByteArray name = fields.text("kind"_L1).toUtf8();
    for (const CashMoveKind kind : {CashMoveKind::PayIn, CashMoveKind::PayOut, CashMoveKind::Drop})
        if (nameOf(kind) == name)
            return kind;
    fields.fail(u"kind: none of pay_in, pay_out, drop"_s);
    return CashMoveKind::PayIn;
}

Currency readCurrency(JsonFields &fields)
{
    const auto currency = Currency::fromCode(fields.text("currency"_L1));
    if (!currency)
        fields.fail(u"currency: unknown"_s);
    return currency.value_or(Currency());
}

template <typename T> Result<T> valueUnless(const JsonFields &fields, T value)
{
    if (!fields.ok())
        return refuse(Code::BadInput, {{u"problem"_s, fields.problem()}});
    return value;
}

void writeForeign(JsonWriter &writer, const std::vector<Money> &foreign)
{
    writer.key("foreign_cash").beginArray();
    for (const Money &taken : foreign)
        writer.beginObject()
            .field("amount", taken.minor())
            .field("currency", taken.currency().code())
            .endObject();
    writer.endArray();
}

} // namespace

Fact shiftOpened(const Shift &shift)
{
    const QByteArray payload = JsonWriter()
                                   .beginObject()
                                   .field("currency", shift.floatAmount.currency().code())
                                   .field("float", shift.floatAmount.minor())
                                   .field("number", shift.number)
                                   .field("shift", shift.id)
                                   .endObject()
                                   .take();
    return {"shift.opened", 1, shift.id.toLatin1(), shift.businessDate, payload};
}

Fact cashMoved(const CashMove &move, QDate businessDate)
{
    const QByteArray payload = JsonWriter()
                                   .beginObject()
                                   .field("amount", move.amount.minor())
                                   .field("currency", move.amount.currency().code())
                                   .key("kind")
                                   .utf8(nameOf(move.kind))
                                   .field("reason", move.reason)
                                   .field("shift", move.shift)
                                   .endObject()
                                   .take();
    return {"cash.moved", 1, move.shift.toLatin1(), businessDate, payload};
}

Fact shiftClosed(const ShiftReport &report)
{
    JsonWriter writer;
    writer.beginObject();
    if (!report.takings.net.onAccount.isZero())
        writer.field("account_total", report.takings.net.onAccount.minor());
    writer.field("card_total", report.takings.net.card.minor())
        .field("cash_total", report.takings.net.cash.minor())
        .field("counted", report.counted.value_or(report.expected).minor())
        .field("currency", report.expected.currency().code())
        .field("expected", report.expected.minor());
    if (!report.takings.foreign.empty())
        writeForeign(writer, report.takings.foreign);
    if (!report.takings.net.foreign.isZero())
        writer.field("foreign_cash_total", report.takings.net.foreign.minor());
    if (!report.takings.net.giftCard.isZero())
        writer.field("giftcard_total", report.takings.net.giftCard.minor());
    writer.field("over_short", report.overShort().minor());
    if (!report.takings.net.points.isZero())
        writer.field("points_total", report.takings.net.points.minor());
    writer.field("returns", report.takings.returns)
        .field("returns_total", report.takings.returnsTotal.minor())
        .field("sales", report.takings.sales)
        .field("sales_total", report.takings.salesTotal.minor())
        .field("shift", report.shift.id);
    if (!report.takings.net.voucher.isZero())
        writer.field("voucher_total", report.takings.net.voucher.minor());
    const QByteArray payload = writer.endObject().take();
    return {"shift.closed", 1, report.shift.id.toLatin1(), report.shift.businessDate, payload};
}

Result<Shift> shiftFrom(const Event &event)
{
    JsonFields fields(QJsonDocument::fromJson(event.payload).object());
    Shift shift;
    shift.id = ShiftId(fields.uuid("shift"_L1));
    shift.number = fields.integer("number"_L1, 1);
    shift.businessDate = event.businessDate;
    shift.floatAmount = Money::minor(fields.integer("float"_L1, 0), readCurrency(fields));
    shift.cashier = event.actor;
    shift.openedAt = event.at;
    return valueUnless(fields, shift);
}

Result<CashMove> cashMoveFrom(const Event &event)
{
    JsonFields fields(QJsonDocument::fromJson(event.payload).object());
    CashMove move;
    move.shift = ShiftId(fields.uuid("shift"_L1));
    move.kind = readKind(fields);
    move.amount = Money::minor(fields.integer("amount"_L1, 1), readCurrency(fields));
    move.reason = fields.text("reason"_L1);
    move.at = event.at;
    return valueUnless(fields, move);
}

Result<ShiftClosing> shiftClosingFrom(const Event &event)
{
    JsonFields fields(QJsonDocument::fromJson(event.payload).object());
    const Currency currency = readCurrency(fields);
    ShiftClosing closing;
    closing.shift = ShiftId(fields.uuid("shift"_L1));
    closing.counted = Money::minor(fields.integer("counted"_L1, 0), currency);
    closing.expected = Money::minor(fields.integer("expected"_L1), currency);
    return valueUnless(fields, closing);
}

} // namespace evertill

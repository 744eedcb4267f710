#include "core/sale/approval.h"

#include "core/base/json_fields.h"
#include "core/base/json_writer.h"

#include <QJsonDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace evertill {
namespace {

constexpr Code kApprovable[] = {
    Code::ExpiredGoods, Code::RecalledGoods, Code::SerialSold, Code::PriceChanged};
constexpr char kGrant[] =
    "INSERT INTO approval(cart,why,sku,lot,serial,expires,price,was,id,position,actor,reason) "
    "VALUES(?,?,?,?,?,?,?,?,?,?,?,?) ON CONFLICT DO NOTHING";
constexpr char kGranted[] = "SELECT 1 FROM approval WHERE cart=? AND why=? AND sku=? AND lot=? AND serial=? "
                            "AND expires=? AND price=?";
constexpr std::int64_t kNoPrice = -1; // of an approval that is about no price

QString dayText(QDate day) { return day.isValid() ? day.toString(Qt::ISODate) : u""_s; }

std::optional<Code> approvableNamed(const QString &name)
{
    const auto found = std::find_if(
        std::begin(kApprovable), std::end(kApprovable), [&](Code code) { return codeName(code) == name; });
    return found == std::end(kApprovable) ? std::nullopt : std::optional(*found);
}

} // namespace

bool canBeApproved(Code why)
{
    return std::find(std::begin(kApprovable), std::end(kApprovable), why) != std::end(kApprovable);
}

Fact approvalGranted(const Approval &approval, QDate businessDate)
{
    JsonWriter writer;
    writer.beginObject().field("approval", approval.id).field("cart", approval.cart);
    if (approval.expires.isValid())
        writer.field("expires", approval.expires);
    if (!approval.gtin.isEmpty())
        writer.field("gtin", approval.gtin);
    if (!approval.lot.isEmpty())
        writer.field("lot", approval.lot);
    if (approval.price)
        writer.field("price", approval.price->minor);
    writer.field("reason", approval.reason);
    if (!approval.serial.isEmpty())
        writer.field("serial", approval.serial);
    writer.field("sku", approval.sku);
    if (approval.price)
        writer.field("was", approval.price->was);
    writer.field("why", codeName(approval.why)).endObject();
    return {"approval.granted", 1, approval.id.toLatin1(), businessDate, writer.take()};
}

Result<Approval> approvalFrom(const Event &event)
{
    JsonFields fields(QJsonDocument::fromJson(event.payload).object());
    Approval approval;
    approval.id = fields.uuid("approval"_L1);
    approval.cart = SaleId(fields.uuid("cart"_L1));
    const auto why = approvableNamed(fields.text("why"_L1));
    approval.why = why.value_or(Code::ExpiredGoods);
    approval.sku = fields.text("sku"_L1);
    approval.gtin = fields.textOr("gtin"_L1);
    approval.lot = fields.textOr("lot"_L1);
    approval.serial = fields.textOr("serial"_L1);
    approval.reason = fields.text("reason"_L1);
    if (approval.why == Code::PriceChanged)
        approval.price = Approval::Price{fields.integer("price"_L1, 0), fields.integer("was"_L1, 0)};
    const QString expires = fields.textOr("expires"_L1);
    approval.expires = dateFromIso(expires.toLatin1());
    if (!why)
        fields.fail(u"why: nothing that can be approved"_s);
    if (!expires.isEmpty() && !approval.expires.isValid())
        fields.fail(u"expires: no day"_s);
    if (event.kind != "approval.granted" || event.version != 1)
        fields.fail(u"not an approval.granted of version 1"_s);
    if (!fields.ok())
        return refuse(Code::BadInput, {{u"problem"_s, fields.problem()}});
    return approval;
}

void project(const Event &event, const Approval &approval, Database &database)
{
    database.statement(kGrant)
        .with(approval.cart.uuid(), codeName(approval.why), approval.sku, approval.lot, approval.serial,
            dayText(approval.expires), approval.price ? approval.price->minor : kNoPrice,
            approval.price ? approval.price->was : kNoPrice, approval.id, event.position.packed(),
            event.actor, approval.reason)
        .run();
}

Result<> replayApproval(const Event &event, Database &database)
{
    const auto approval = approvalFrom(event);
    if (!approval)
        return tl::unexpected(approval.error());
    project(event, *approval, database);
    return {};
}

bool isApproved(Database &ledger, SaleId cart, Code why, const CartLine &line)
{
    auto row = ledger.statement(kGranted);
    row.with(cart.uuid(), codeName(why), line.sku, line.lot, line.serial, dayText(line.expires),
        why == Code::PriceChanged ? line.price.minor() : kNoPrice);
    return row.next();
}

} // namespace evertill

#include "core/base/json_fields.h"
#include "core/base/json_writer.h"
#include "core/sale/cart.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace evertill {
namespace {

void writeLine(JsonWriter &writer, const CartLine &line)
{
    writer.beginObject();
    if (!line.giftCard.isNull())
        writer.field("card", line.giftCard.reference);
    if (!line.category.isEmpty())
        writer.field("category", line.category);
    writeDeposit(writer, line.deposit);
    writer.field("discount", line.discount.minor());
    if (line.expires.isValid())
        writer.field("expires", line.expires);
    writer.field("gtin", line.gtin);
    if (line.labelAmount)
        writer.field("label_amount", line.labelAmount->minor());
    if (!line.giftCard.isNull())
        writer.field("last_four", line.giftCard.lastFour);
    if (!line.lot.isEmpty())
        writer.field("lot", line.lot);
    writer.field("name", line.name);
    if (line.isOpenPrice)
        writer.field("open_price", line.isOpenPrice);
    writer.field("price", line.price.minor());
    writePriceChange(writer, line.change);
    writeLinePriceList(writer, line.list);
    writer.field("quantity", line.quantity.thousandths());
    if (line.isRecalled)
        writer.field("recalled", line.isRecalled);
    if (!line.serial.isEmpty())
        writer.field("serial", line.serial);
    writer.field("sku", line.sku).field("tax_code", line.taxCode);
    writeLineTaxParts(writer, line.taxParts);
    writer.field("tax_rate", line.taxRate.partsPerMillion()).field("unit", line.unit).endObject();
}

CartLine readCartLine(JsonFields &fields, Currency currency)
{
    CartLine line;
    line.sku = fields.text("sku"_L1);
    line.gtin = fields.text("gtin"_L1);
    line.name = fields.text("name"_L1);
    line.unit = fields.text("unit"_L1);
    line.quantity = Quantity::thousandths(fields.integer("quantity"_L1));
    line.price = Money::minor(fields.integer("price"_L1), currency);
    if (fields.has("label_amount"_L1))
        line.labelAmount = Money::minor(fields.integer("label_amount"_L1), currency);
    line.taxCode = fields.text("tax_code"_L1);
    line.taxRate = Percentage::partsPerMillion(fields.integer("tax_rate"_L1));
    line.taxParts = readLineTaxParts(fields);
    line.discount = Money::minor(fields.integer("discount"_L1), currency);
    line.isOpenPrice = fields.has("open_price"_L1) && fields.boolean("open_price"_L1);
    line.deposit = readDeposit(fields, currency);
    line.list = readLinePriceList(fields, currency);
    line.change = readPriceChange(fields, currency);
    line.category = fields.textOr("category"_L1);
    line.lot = fields.textOr("lot"_L1);
    line.serial = fields.textOr("serial"_L1);
    line.expires = dateFromIso(fields.textOr("expires"_L1).toLatin1());
    line.isRecalled = fields.has("recalled"_L1) && fields.boolean("recalled"_L1);
    line.giftCard = {fields.textOr("card"_L1), fields.textOr("last_four"_L1)};
    return line;
}

} // namespace

QByteArray Cart::toJson() const
{
    JsonWriter writer;
    writer.beginObject();
    if (!coupons.isEmpty()) {
        writer.key("coupons").beginArray();
        for (const QString &coupon : coupons)
            writer.value(coupon);
        writer.endArray();
    }
    writer.field("currency", currency.code());
    if (customer) {
        writer.key("customer");
        writeTicketCustomer(writer, *customer);
    }
    writeDiscounts(writer, discounts);
    writeExemption(writer, exemption);
    writer.field("id", id).key("lines").beginArray();
    for (const CartLine &line : lines)
        writeLine(writer, line);
    writer.endArray().key("tenders");
    writeTenders(writer, tenders);
    return writer.endObject().take();
}

std::optional<Cart> Cart::fromJson(const QByteArray &json)
{
    JsonFields fields(QJsonDocument::fromJson(json).object());
    const auto currency = Currency::fromCode(fields.text("currency"_L1));
    if (!currency)
        return std::nullopt;
    Cart cart;
    cart.id = SaleId(fields.uuid("id"_L1));
    cart.currency = *currency;
    for (const QJsonValue &value : fields.array("lines"_L1)) {
        JsonFields line(value.toObject());
        cart.lines.push_back(readCartLine(line, *currency));
        if (!line.ok())
            return std::nullopt;
    }
    cart.tenders = readTenders(fields, *currency);
    cart.discounts = readDiscounts(fields, *currency);
    cart.customer = readTicketCustomer(fields);
    cart.exemption = readExemption(fields);
    if (fields.has("coupons"_L1)) {
        for (const QJsonValue &coupon : fields.array("coupons"_L1))
            cart.coupons.append(coupon.toString());
    }
    return fields.ok() && cart.check() ? std::optional(cart) : std::nullopt;
}

} // namespace evertill

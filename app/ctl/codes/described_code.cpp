#include "app/ctl/codes/described_code.h"

#include "core/catalog/label.h"
#include "core/gs1/ai_table.h"
#include "core/gs1/digital_link.h"
#include "core/gs1/lint/coupon.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace evertill {
namespace {

QString kindName(ScannedCode::Kind kind)
{
    switch (kind) {
    case ScannedCode::Product:
        return u"gtin"_s;
    case ScannedCode::InStore:
        return u"in_store"_s;
    case ScannedCode::Receipt:
        return u"receipt"_s;
    case ScannedCode::Pickup:
        return u"pickup"_s;
    case ScannedCode::GiftCard:
        return u"gift_card"_s;
    case ScannedCode::Customer:
        return u"customer"_s;
    case ScannedCode::Staff:
        return u"staff"_s;
    case ScannedCode::Coupon:
        return u"coupon"_s;
    case ScannedCode::OtherGs1:
        return u"gs1"_s;
    case ScannedCode::OtherText:
        return u"text"_s;
    }
    return {};
}

void put(QJsonObject &said, const QString &name, const QString &text)
{
    if (!text.isEmpty())
        said.insert(name, text);
}

void put(QJsonObject &said, const QString &name, const std::string &text)
{
    put(said, name, QString::fromStdString(text));
}

void put(QJsonObject &said, const QString &name, char character)
{
    said.insert(name, QString(QLatin1Char(character)));
}

void putDate(QJsonObject &said, const QString &name, const QString &yymmdd, QDate today)
{
    const QDate day = gs1::fullDate(yymmdd, today);
    if (day.isValid())
        said.insert(name, day.toString(Qt::ISODate));
}

QString unitName(gs1::Measure::Unit unit)
{
    switch (unit) {
    case gs1::Measure::Kilogram:
        return u"kg"_s;
    case gs1::Measure::Litre:
        return u"l"_s;
    case gs1::Measure::Metre:
        return u"m"_s;
    case gs1::Measure::SquareMetre:
        return u"m2"_s;
    }
    return {};
}

void putPrice(QJsonObject &said, const gs1::DecimalAmount &price, Currency currency)
{
    QJsonObject printed{{u"digits"_s, qint64(price.digits)}, {u"decimals"_s, price.decimals}};
    put(printed, u"currency"_s, price.currency);
    said.insert(u"price"_s, printed);
    if (const auto money = priceIn(price, currency))
        said.insert(u"price_minor"_s, qint64(money->minor()));
}

void putItem(QJsonObject &said, const gs1::TradeItem &item, const Reader &reader)
{
    put(said, u"lot"_s, item.lot);
    put(said, u"serial"_s, item.serial);
    putDate(said, u"produced"_s, item.produced, reader.today);
    putDate(said, u"packed"_s, item.packed, reader.today);
    putDate(said, u"best_before"_s, item.bestBefore, reader.today);
    putDate(said, u"sell_by"_s, item.sellBy, reader.today);
    putDate(said, u"expires"_s, item.expires, reader.today);
    if (item.measure) {
        const qint64 thousandths = item.measure->quantity.thousandths();
        said.insert(u"measure"_s,
            QJsonObject{{u"unit"_s, unitName(item.measure->unit)}, {u"thousandths"_s, thousandths}});
        if (item.measure->unit == gs1::Measure::Kilogram)
            said.insert(u"weight_thousandths"_s, thousandths);
    }
    if (item.count)
        said.insert(u"count"_s, qint64(*item.count));
    if (item.price)
        putPrice(said, *item.price, reader.currency);
}

QJsonObject describedPurchase(const gs1::CouponPurchase &purchase)
{
    QJsonObject said;
    put(said, u"requirement"_s, purchase.requirement);
    put(said, u"code"_s, purchase.code);
    put(said, u"family"_s, purchase.family);
    put(said, u"company_prefix"_s, purchase.companyPrefix);
    return said;
}

QJsonObject describedCoupon(const gs1::Coupon &coupon, const Reader &reader)
{
    QJsonObject said;
    put(said, u"company_prefix"_s, coupon.companyPrefix);
    put(said, u"offer_code"_s, coupon.offerCode);
    put(said, u"serial"_s, coupon.serial);
    if (coupon.kind == gs1::Coupon::PositiveOffer) {
        put(said, u"format"_s, coupon.format);
        return said;
    }
    put(said, u"save_value"_s, coupon.saveValue);
    put(said, u"save_value_code"_s, coupon.saveValueCode);
    put(said, u"applies_to"_s, coupon.appliesTo);
    put(said, u"additional_rule"_s, coupon.additionalRule);
    put(said, u"retailer"_s, coupon.retailer);
    putDate(said, u"starts"_s, QString::fromStdString(coupon.starts), reader.today);
    putDate(said, u"expires"_s, QString::fromStdString(coupon.expires), reader.today);
    said.insert(u"store_coupon"_s, coupon.isStoreCoupon);
    said.insert(u"never_multiplied"_s, coupon.isNeverMultiplied);
    QJsonArray purchases;
    for (const gs1::CouponPurchase &purchase : coupon.purchases)
        purchases.append(describedPurchase(purchase));
    said.insert(u"purchases"_s, purchases);
    return said;
}

void putElements(QJsonObject &said, const gs1::Elements &elements, const Reader &reader)
{
    if (elements.empty())
        return;
    put(said, u"ai"_s, gs1::bracketed(elements));
    QJsonArray readable;
    for (const gs1::Element &element : elements)
        readable.append(QString::fromStdString('(' + element.ai + ") " + element.value));
    said.insert(u"hri"_s, readable);
    said.insert(u"element_string"_s, QString::fromStdString('^' + gs1::elementString(elements, '^')));
    if (const auto uri = gs1::digitalLink(elements, reader.uriStem))
        put(said, u"dl"_s, *uri);
    const std::string *original = gs1::valueOf(elements, "8110");
    const std::string *offer = gs1::valueOf(elements, "8112");
    if (const auto coupon =
            original ? gs1::readCouponCode(*original) : gs1::readPositiveOffer(offer ? *offer : ""))
        said.insert(u"coupon"_s, describedCoupon(*coupon, reader));
}

} // namespace

QJsonObject describedCode(const ScannedCode &code, const Reader &reader)
{
    QJsonObject said{{u"code"_s, code.text}, {u"kind"_s, kindName(code.kind)}};
    put(said, u"symbology"_s, code.data.symbology);
    if (code.kind == ScannedCode::Product || code.kind == ScannedCode::InStore)
        said.insert(u"gtin14"_s, code.gtin.gtin14());
    if (code.upcE)
        said.insert(u"upc_e_gtin14"_s, code.upcE->gtin14());
    put(said, u"add_on"_s, code.data.addOn);
    putElements(said, code.data.elements, reader);
    putItem(said, code.item, reader);
    if (!code.inStore)
        return said;
    said.insert(u"item"_s, QString::number(code.inStore->item).rightJustified(13, u'0'));
    if (code.inStore->priceMinor)
        said.insert(u"price_minor"_s, qint64(*code.inStore->priceMinor));
    if (code.inStore->weightThousandths)
        said.insert(u"weight_thousandths"_s, qint64(*code.inStore->weightThousandths));
    if (code.inStore->count)
        said.insert(u"count"_s, qint64(*code.inStore->count));
    return said;
}

} // namespace evertill

#include "tests/sandbox/store/settings.h"

#include <QJsonArray>
#include <map>

using namespace Qt::StringLiterals;

namespace evertill::sandbox {

QJsonArray StoreSettings::demoTaxes()
{
    return {QJsonObject{{u"code"_s, u"standard"_s}, {u"name"_s, u"MwSt 19 %"_s}, {u"rate"_s, 190'000}},
        QJsonObject{{u"code"_s, u"reduced"_s}, {u"name"_s, u"MwSt 7 %"_s}, {u"rate"_s, 70'000}}};
}

QJsonArray StoreSettings::demoForeignCash()
{
    return {QJsonObject{{u"currency"_s, u"USD"_s}, {u"rate"_s, u"0.92"_s}, {u"step"_s, 100}},
        QJsonObject{{u"currency"_s, u"CHF"_s}, {u"rate"_s, u"1.0605"_s}, {u"step"_s, 1000}}};
}

QJsonObject StoreSettings::demoCustomerRules()
{
    return {{u"points"_s,
                QJsonObject{{u"per_unit"_s, 1}, {u"worth"_s, 1},
                    {u"earn_nothing"_s, QJsonArray{u"giftcard"_s}}, {u"offline_limit"_s, 500}}},
        {u"account"_s, QJsonObject{{u"offline_limit"_s, 2'000}}}};
}

QJsonObject StoreSettings::storeJson() const
{
    return {{u"id"_s, id}, {u"name"_s, name}, {u"address"_s, QJsonArray::fromStringList(address)},
        {u"tax_id"_s, taxId}};
}

QJsonObject StoreSettings::configJson() const
{
    QJsonObject config{{u"currency"_s, currency}, {u"country"_s, country}, {u"tax_mode"_s, taxMode},
        {u"tax_rounding"_s, taxRounding}, {u"cashier"_s, cashier},
        {u"codes"_s, QJsonArray::fromStringList(codes)},
        {u"refund_order"_s, QJsonArray::fromStringList(refundOrder)}};
    QJsonArray foreign;
    for (const QJsonValue &one : foreignCash)
        if (one[u"currency"_s] != currency)
            foreign.append(one);
    if (!foreign.isEmpty())
        config[u"foreign_cash"_s] = foreign;
    if (giftCardsOffline >= 0)
        config[u"giftcards"_s] = QJsonObject{{u"offline_limit"_s, giftCardsOffline}};
    if (vouchers == u"cash"_s || (!vouchers.isEmpty() && giftCardsOffline >= 0))
        config[u"vouchers"_s] = QJsonObject{{u"refund"_s, vouchers}};
    if (!customers.isEmpty())
        config[u"customers"_s] = customers;
    if (taxCertificates)
        config[u"tax_certificates"_s] = true;
    return config;
}

Result<StoreSettings> StoreSettings::overlaid(const QJsonObject &object) const
{
    StoreSettings settings = *this;
    const std::map<QString, QString *> texts{{u"id"_s, &settings.id}, {u"name"_s, &settings.name},
        {u"tax_id"_s, &settings.taxId}, {u"currency"_s, &settings.currency},
        {u"country"_s, &settings.country}, {u"tax_mode"_s, &settings.taxMode},
        {u"tax_rounding"_s, &settings.taxRounding}, {u"cashier"_s, &settings.cashier},
        {u"vouchers"_s, &settings.vouchers}};
    const std::map<QString, QStringList *> lists{{u"address"_s, &settings.address},
        {u"codes"_s, &settings.codes}, {u"refund_order"_s, &settings.refundOrder}};
    for (auto field = object.begin(); field != object.end(); ++field) {
        if (const auto text = texts.find(field.key()); text != texts.end() && field->isString()) {
            *text->second = field->toString();
        } else if (const auto list = lists.find(field.key()); list != lists.end() && field->isArray()) {
            list->second->clear();
            for (const QJsonValue &item : field->toArray())
                list->second->append(item.toString());
        } else if (field.key() == u"giftcards_offline"_s && field->isDouble()) {
            settings.giftCardsOffline = field->toInteger();
        } else if (field.key() == u"foreign_cash"_s && field->isArray()) {
            settings.foreignCash = field->toArray();
        } else if (field.key() == u"tax_certificates"_s && field->isBool()) {
            settings.taxCertificates = field->toBool();
        } else if (field.key() == u"customers"_s && field->isObject()) {
            settings.customers = field->toObject();
        } else if (field.key() == u"taxes"_s && field->isArray()) {
            settings.taxes = field->toArray();
        } else {
            return refuse(400, u"bad_request"_s, u"store setting "_s + field.key());
        }
    }
    return settings;
}

} // namespace evertill::sandbox

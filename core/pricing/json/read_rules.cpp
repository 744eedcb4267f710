#include "core/pricing/json/read_rules.h"

using namespace Qt::StringLiterals;

namespace evertill {
namespace {

TaxRule readTaxRule(StrictFields &fields)
{
    TaxRule rule;
    rule.rate.id = fields.text("id"_L1);
    rule.rate.label = fields.textOr("label"_L1, rule.rate.id);
    rule.rate.kind = fields.choice("kind"_L1, TaxKind::Percent,
        {{"percent"_L1, TaxKind::Percent}, {"fixed_per_unit"_L1, TaxKind::FixedPerUnit},
            {"share_of_gross"_L1, TaxKind::ShareOfGross}});
    if (rule.rate.kind == TaxKind::FixedPerUnit)
        rule.rate.amount = Fraction::of(fields.millionths("amount"_L1), 1'000'000);
    else
        rule.rate.rate = Percentage::partsPerMillion(fields.integer("ppm"_L1));
    if (fields.has("included"_L1))
        rule.isIncluded = fields.flag("included"_L1);
    rule.rate.raisesLater = fields.flag("raises_later"_L1);
    rule.rate.isRaisedByEarlier = fields.flag("raised_by_earlier"_L1, true);
    rule.rate.treatment = fields.choice("treatment"_L1, TaxTreatment::Standard,
        {{"standard"_L1, TaxTreatment::Standard}, {"exempt"_L1, TaxTreatment::Exempt},
            {"reverse_charge"_L1, TaxTreatment::ReverseCharge}});
    rule.categories = fields.texts("categories"_L1);
    rule.regions = fields.texts("regions"_L1);
    rule.audience = readAudience(fields);
    return rule;
}

} // namespace

Audience readAudience(StrictFields &fields)
{
    Audience audience;
    audience.stores = fields.texts("stores"_L1);
    audience.channels = fields.texts("channels"_L1);
    audience.customerGroups = fields.texts("customer_groups"_L1);
    audience.from = fields.minute("from"_L1, false);
    audience.until = fields.minute("until"_L1, true);
    fields.each("hours"_L1, [&](StrictFields &one) {
        Hours hours;
        const QJsonValue days = one.value("weekdays"_L1);
        if (!days.isUndefined() && !days.isArray())
            one.fail("weekdays"_L1, u"not a list"_s);
        for (const QJsonValue &day : days.toArray()) {
            const int number = day.toInt();
            if (number < 1 || number > 7)
                one.fail("weekdays"_L1, u"1 is Monday, 7 is Sunday"_s);
            hours.weekdays.push_back(number);
        }
        hours.from = one.timeOfDay("from"_L1, 0);
        hours.until = one.timeOfDay("until"_L1, 1440);
        audience.hours.push_back(std::move(hours));
    });
    return audience;
}

PriceList readPriceList(StrictFields &fields, Currency currency)
{
    PriceList list;
    list.id = fields.text("id"_L1);
    list.currency = currency;
    if (fields.has("currency"_L1)) {
        const auto own = Currency::fromCode(fields.text("currency"_L1));
        if (!own)
            fields.fail("currency"_L1, u"not a currency of ISO 4217"_s);
        list.currency = own.value_or(currency);
    }
    list.mode = fields.choice("prices_are"_L1, PriceMode::Inclusive,
        {{"inclusive"_L1, PriceMode::Inclusive}, {"exclusive"_L1, PriceMode::Exclusive}});
    list.priority = fields.integerOr("priority"_L1, 0);
    list.audience = readAudience(fields);
    fields.each("prices"_L1, [&](StrictFields &one) {
        ListedPrice price;
        price.sku = one.text("sku"_L1);
        price.unit = one.textOr("unit"_L1, u"ea"_s);
        price.from = Quantity::thousandths(one.integerOr("from_quantity"_L1, 0));
        price.price = {one.millionths("price"_L1)};
        price.isMarkedDown = one.flag("marked_down"_L1);
        list.prices.push_back(std::move(price));
    });
    return list;
}

TaxSetting readTaxes(StrictFields &fields)
{
    TaxSetting taxes;
    taxes.scope = fields.choice("rounded_per"_L1, TaxScope::Line,
        {{"unit"_L1, TaxScope::Unit}, {"line"_L1, TaxScope::Line}, {"document"_L1, TaxScope::Document}});
    taxes.how = fields.choice("rounding"_L1, Rounding::HalfUp,
        {{"half_up"_L1, Rounding::HalfUp}, {"half_even"_L1, Rounding::HalfEven},
            {"down"_L1, Rounding::Down}});
    fields.each("rates"_L1, [&](StrictFields &one) { taxes.rules.push_back(readTaxRule(one)); });
    fields.each("exemptions"_L1, [&](StrictFields &one) {
        Exemption exemption;
        exemption.certificate = one.text("certificate"_L1);
        exemption.reason = one.textOr("reason"_L1);
        exemption.taxes = one.texts("taxes"_L1);
        exemption.until = one.minute("until"_L1, true);
        taxes.exemptions.push_back(std::move(exemption));
    });
    return taxes;
}

} // namespace evertill

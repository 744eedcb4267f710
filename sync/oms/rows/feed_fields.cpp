#include "sync/oms/rows/feed_fields.h"

#include "core/tax/goods_tax.h"

#include <array>

using namespace Qt::StringLiterals;

namespace evertill {

std::int64_t between(JsonFields &fields, QLatin1StringView name, std::int64_t least, std::int64_t most)
{
    const std::int64_t number = fields.integer(name, least);
    if (number <= most)
        return number;
    fields.fail(QString(name) + u": too large"_s);
    return least;
}

Quantity quantityIn(JsonFields &fields, QLatin1StringView name)
{
    return Quantity::thousandths(fields.integer(name, 0));
}

Percentage rateIn(JsonFields &fields, QLatin1StringView name)
{
    return Percentage::partsPerMillion(between(fields, name, 0, TaxPart::kLargestRate));
}

QString keyIn(JsonFields &fields, QLatin1StringView name)
{
    QString key = fields.text(name);
    if (key.isEmpty())
        fields.fail(QString(name) + u": empty"_s);
    return key;
}

Currency currencyIn(JsonFields &fields)
{
    const auto currency = Currency::fromCode(fields.text("currency"_L1));
    if (!currency)
        fields.fail(u"currency: not in ISO 4217"_s);
    return currency.value_or(Currency());
}

QString unitIn(JsonFields &fields)
{
    static constexpr std::array kUnits = {"ea"_L1, "kg"_L1, "g"_L1, "l"_L1, "m"_L1};
    QString unit = fields.text("unit"_L1);
    if (std::find(kUnits.begin(), kUnits.end(), unit) == kUnits.end())
        fields.fail(u"unit: no such unit"_s);
    return unit;
}

} // namespace evertill

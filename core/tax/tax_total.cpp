#include "core/tax/tax_total.h"

#include <QJsonDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace evertill {

void addTo(std::vector<TaxTotal> &totals, const TaxTotal &more)
{
    const auto known = std::find_if(totals.begin(), totals.end(),
        [&](const TaxTotal &total) { return total.rate == more.rate && total.code == more.code; });
    if (known == totals.end()) {
        totals.push_back(more);
        return;
    }
    known->net += more.net;
    known->tax += more.tax;
}

Money taxIn(std::span<const TaxTotal> totals, Currency currency)
{
    Money sum = Money::zero(currency);
    for (const TaxTotal &total : totals)
        sum += total.tax;
    return sum;
}

void writeTaxes(JsonWriter &writer, std::span<const TaxTotal> taxes)
{
    writer.beginArray();
    for (const TaxTotal &tax : taxes)
        writer.beginObject()
            .field("code", tax.code)
            .field("net", tax.net.minor())
            .field("rate", tax.rate.partsPerMillion())
            .field("tax", tax.tax.minor())
            .endObject();
    writer.endArray();
}

std::vector<TaxTotal> readTaxes(JsonFields &fields, Currency currency)
{
    std::vector<TaxTotal> taxes;
    const QJsonArray list = fields.array("taxes"_L1);
    for (qsizetype i = 0; i < list.size(); ++i) {
        JsonFields one(list.at(i).toObject(), u"taxes[%1]"_s.arg(i));
        taxes.push_back({one.text("code"_L1), Percentage::partsPerMillion(one.integer("rate"_L1)),
            Money::minor(one.integer("net"_L1), currency), Money::minor(one.integer("tax"_L1), currency)});
        if (!one.ok())
            fields.fail(one.problem());
    }
    return taxes;
}

QString taxesText(std::span<const TaxTotal> taxes)
{
    if (taxes.empty())
        return u""_s;
    JsonWriter writer;
    writeTaxes(writer, taxes);
    return QString::fromUtf8(writer.take());
}

std::vector<TaxTotal> taxesIn(const QString &text, Currency currency)
{
    if (text.isEmpty())
        return {};
    JsonFields fields(QJsonObject{{u"taxes"_s, QJsonDocument::fromJson(text.toUtf8()).array()}});
    return readTaxes(fields, currency);
}

std::vector<TaxTotal> taxesWithin(std::span<const TaxTotal> whole, Money tax, Money refunded, Money gross)
{
    std::vector<TaxTotal> parts;
    Money left = tax;
    Money leftOfWhole = taxIn(whole, tax.currency());
    for (const TaxTotal &one : whole) {
        // Of what is left to share out a code takes its part of what is left of the whole: it never takes
        // more than one more minor unit for each that tax grows by, so the rest grows too.
        const Money own = leftOfWhole.isPositive()
            ? one.tax.scaled(left.minor(), leftOfWhole.minor(), Rounding::HalfUp)
            : left;
        const Money net =
            gross.isPositive() ? one.net.scaled(refunded.minor(), gross.minor(), Rounding::HalfUp) : one.net;
        parts.push_back({one.code, one.rate, net, own});
        left -= own;
        leftOfWhole -= one.tax;
    }
    return parts;
}

} // namespace evertill

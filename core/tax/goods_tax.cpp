#include "core/tax/goods_tax.h"

#include "core/base/clock.h"

#include <QJsonDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace evertill {
namespace {

QString problemOf(const TaxPart &part)
{
    const std::int64_t rate = part.rate.partsPerMillion();
    if (part.code.isEmpty())
        return u"code: empty"_s;
    if (rate < 0 || rate > TaxPart::kLargestRate)
        return u"rate: beyond what a shop has"_s;
    if (part.perUnit < 0 || part.perUnit > TaxPart::kLargestPerUnit)
        return u"per_unit: beyond what a shop has"_s;
    if (rate > 0 && part.perUnit > 0)
        return u"rate: an amount for each unit has none"_s;
    if (part.from.isValid() && part.until.isValid() && part.until < part.from)
        return u"until: before it begins"_s;
    return {};
}

/// Whether a day is in both.
bool meet(const TaxPart &a, const TaxPart &b)
{
    const bool isBefore = a.until.isValid() && b.from.isValid() && a.until < b.from;
    const bool isAfter = b.until.isValid() && a.from.isValid() && b.until < a.from;
    return !isBefore && !isAfter;
}

QString problemOf(const std::vector<TaxPart> &parts)
{
    constexpr std::int64_t kHundredfold = 100 * Percentage::kWhole;
    if (parts.size() > kMostTaxParts)
        return u"parts: too many"_s;
    std::int64_t raised = Percentage::kWhole;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        if (QString problem = problemOf(parts[i]); !problem.isEmpty())
            return problem;
        raised = raised * (Percentage::kWhole + parts[i].rate.partsPerMillion()) / Percentage::kWhole;
        if (raised > kHundredfold)
            return u"rate: beyond what a shop has, all together"_s;
        for (std::size_t other = 0; other < i; ++other) {
            if (parts[other].code == parts[i].code && meet(parts[other], parts[i]))
                return u"code: %1 twice on one day"_s.arg(parts[i].code);
        }
    }
    return {};
}

QDate dayIn(JsonFields &fields, QLatin1StringView name)
{
    const QString text = fields.textOr(name);
    const QDate day = dateFromIso(text.toLatin1());
    if (!text.isEmpty() && !day.isValid())
        fields.fail(QString(name) + u": no day"_s);
    return day;
}

TaxPart readPart(JsonFields &fields)
{
    TaxPart part;
    part.code = fields.text("code"_L1);
    part.isCompound = fields.has("compound"_L1) && fields.boolean("compound"_L1);
    part.from = dayIn(fields, "from"_L1);
    part.until = dayIn(fields, "until"_L1);
    if (fields.has("rate"_L1) == fields.has("per_unit"_L1))
        fields.fail(u"rate: a part has either a rate or an amount for each unit"_s);
    if (fields.has("rate"_L1))
        part.rate = Percentage::partsPerMillion(fields.integer("rate"_L1, 0));
    if (fields.has("per_unit"_L1))
        part.perUnit = fields.integer("per_unit"_L1, 1);
    return part;
}

} // namespace

std::vector<TaxRate> GoodsTax::rates() const
{
    constexpr std::int64_t kThousandths = 1000;
    if (parts.empty()) {
        TaxRate plain;
        plain.id = code;
        plain.rate = rate;
        return {plain};
    }
    std::vector<TaxRate> rates;
    for (const TaxPart &part : parts) {
        TaxRate one;
        one.id = part.code;
        one.kind = part.perUnit > 0 ? TaxKind::FixedPerUnit : TaxKind::Percent;
        one.rate = part.rate;
        one.amount = Fraction::of(part.perUnit, kThousandths);
        one.raisesLater = true;
        one.isRaisedByEarlier = part.isCompound;
        rates.push_back(std::move(one));
    }
    return rates;
}

GoodsTax GoodsTax::on(QDate day) const
{
    if (parts.empty())
        return *this;
    GoodsTax today{code, {}, {}};
    std::copy_if(parts.begin(), parts.end(), std::back_inserter(today.parts), [&](const TaxPart &part) {
        return (!part.from.isValid() || part.from <= day) && (!part.until.isValid() || day <= part.until);
    });
    if (today.parts.size() == 1 && today.parts.front().perUnit == 0)
        return {today.parts.front().code, today.parts.front().rate, {}};
    return today;
}

Result<> checkTaxParts(const std::vector<TaxPart> &parts)
{
    const QString problem = problemOf(parts);
    return problem.isEmpty() ? Result<>() : refuse(Code::BadInput, {{u"problem"_s, problem}});
}

void writeTaxParts(JsonWriter &writer, const std::vector<TaxPart> &parts)
{
    writer.beginArray();
    for (const TaxPart &part : parts) {
        writer.beginObject().field("code", part.code);
        if (part.isCompound)
            writer.field("compound", part.isCompound);
        if (part.from.isValid())
            writer.field("from", part.from);
        part.perUnit > 0 ? writer.field("per_unit", part.perUnit)
                         : writer.field("rate", part.rate.partsPerMillion());
        if (part.until.isValid())
            writer.field("until", part.until);
        writer.endObject();
    }
    writer.endArray();
}

std::vector<TaxPart> readTaxParts(JsonFields &fields, QLatin1StringView name)
{
    std::vector<TaxPart> parts;
    const QJsonArray list = fields.array(name);
    for (qsizetype i = 0; i < list.size() && parts.size() <= kMostTaxParts; ++i) {
        JsonFields one(list.at(i).toObject(), u"%1[%2]"_s.arg(name).arg(i));
        parts.push_back(readPart(one));
        if (!one.ok())
            fields.fail(one.problem());
    }
    if (auto checked = checkTaxParts(parts); !checked)
        fields.fail(checked.error().facts.value(u"problem"_s).toString());
    return parts;
}

void writeLineTaxParts(JsonWriter &writer, const std::vector<TaxPart> &parts)
{
    if (parts.empty())
        return;
    writer.key("tax_parts");
    writeTaxParts(writer, parts);
}

std::vector<TaxPart> readLineTaxParts(JsonFields &fields)
{
    return fields.has("tax_parts"_L1) ? readTaxParts(fields, "tax_parts"_L1) : std::vector<TaxPart>();
}

QString taxPartsText(const std::vector<TaxPart> &parts)
{
    if (parts.empty())
        return u""_s;
    JsonWriter writer;
    writeTaxParts(writer, parts);
    return QString::fromUtf8(writer.take());
}

std::vector<TaxPart> taxPartsIn(const QString &text)
{
    if (text.isEmpty())
        return {};
    JsonFields fields(QJsonObject{{u"parts"_s, QJsonDocument::fromJson(text.toUtf8()).array()}});
    return readTaxParts(fields, "parts"_L1);
}

} // namespace evertill

#include "core/pricing/reason.h"

#include <QStringList>

using namespace Qt::StringLiterals;

namespace evertill {
namespace {

QString percent(Percentage rate)
{
    return QString::fromLatin1(Fraction::of(rate.partsPerMillion(), 10'000).text()) + u" %"_s;
}

QString tieredReason(const Benefit &benefit, Currency currency)
{
    const Tier &last = benefit.tiers.back();
    const bool isCount = benefit.tierMeasure == TierMeasure::EligibleUnits;
    const QString off = last.rate.isZero() ? decimal(last.amount, currency) : percent(last.rate);
    return isCount ? u"up to %1 off from %2 pieces on"_s.arg(off).arg(last.from)
                   : u"up to %1 off from %2 on"_s.arg(off, decimal(last.from, currency));
}

QString groupReason(const Benefit &benefit, Currency currency)
{
    std::int64_t bought = 0;
    std::int64_t got = 0;
    for (const GroupPart &part : benefit.parts)
        (part.isGot ? got : bought) += part.units;
    const QString amount = decimal(benefit.amount, currency);
    QString off;
    switch (benefit.reduction) {
    case GroupReduction::Percent:
        off = benefit.rate.partsPerMillion() == 1'000'000 ? u"free"_s : percent(benefit.rate) + u" off"_s;
        break;
    case GroupReduction::AmountEach:
        off = amount + u" off each"_s;
        break;
    case GroupReduction::AmountTotal:
        off = amount + u" off"_s;
        break;
    case GroupReduction::PriceEach:
        off = u"for "_s + amount + u" each"_s;
        break;
    case GroupReduction::PriceTotal:
        off = u"for "_s + amount;
        break;
    }
    return got > 0 ? u"buy %1, get %2 %3"_s.arg(bought).arg(got).arg(off)
                   : u"%1 together %2"_s.arg(bought).arg(off);
}

QString benefitReason(const Benefit &benefit, Currency currency)
{
    if (!benefit.tiers.empty())
        return tieredReason(benefit, currency);
    const QString amount = decimal(benefit.amount, currency);
    const QString which = benefit.pick == Pick::Cheapest ? u" the cheapest"_s
        : benefit.pick == Pick::Dearest                  ? u" the dearest"_s
                                                         : QString();
    switch (benefit.kind) {
    case BenefitKind::Percent:
    case BenefitKind::PercentTotal:
    case BenefitKind::PercentBill:
        return percent(benefit.rate) + u" off"_s + which;
    case BenefitKind::AmountEach:
        return amount + u" off each"_s + which;
    case BenefitKind::AmountPerLine:
        return amount + u" off"_s + which;
    case BenefitKind::AmountTotal:
        return benefit.everyAmount > 0
            ? u"%1 off for every %2 spent"_s.arg(amount, decimal(benefit.everyAmount, currency))
            : amount + u" off"_s;
    case BenefitKind::PriceEach:
        return u"now "_s + amount + which;
    case BenefitKind::Group:
        return groupReason(benefit, currency);
    case BenefitKind::Gift:
        return u"%1 free"_s.arg(benefit.giftUnits);
    }
    return {};
}

} // namespace

QString decimal(std::int64_t minor, Currency currency)
{
    const int digits = currency.minorDigits();
    QString text = QString::number(minor).rightJustified(digits + 1, u'0');
    if (digits > 0)
        text.insert(text.size() - digits, u'.');
    return text;
}

QString reasonOf(const Promotion &promotion, Currency currency)
{
    if (!promotion.reason.isEmpty())
        return promotion.reason;
    QStringList reasons;
    for (const Benefit &benefit : promotion.benefits)
        reasons.append(benefitReason(benefit, currency));
    return reasons.join(u", "_s);
}

} // namespace evertill

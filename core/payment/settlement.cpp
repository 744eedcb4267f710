#include "core/payment/settlement.h"

#include "core/pricing/cash/cash_rounding.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace evertill {
namespace {

// More than any sum of a till, and so small that a handful of them can't overflow.
constexpr std::int64_t kLargestTender = 100'000'000'000'000;

Result<> checkTender(const Tender &tender, Currency currency)
{
    const qint64 minor = tender.amount.minor();
    if (minor <= 0)
        return refuse(Code::NegativeTender, {{u"minor"_s, minor}});
    if (minor > kLargestTender || tender.amount.currency() != currency)
        return refuse(Code::BadAmount, {{u"minor"_s, minor}});
    return {};
}

/// What foreign notes are worth is no multiple of the smallest coin, so what is left, or comes back, is
/// rounded to coins behind them. \a left is still to pay; negative, it is change.
Result<Settlement> settleForeign(Money left, QStringView country)
{
    const Money inCoins = cashDue(left, country);
    if (inCoins.isPositive())
        return refuse(Code::NotPaid, {{u"due"_s, qint64(inCoins.minor())}});
    return Settlement{inCoins - left, -inCoins};
}

} // namespace

Money cashDue(Money rest, QStringView country)
{
    return cashRoundingFor(rest.currency(), country).round(rest);
}

Money openAmount(Money total, std::span<const Tender> tenders)
{
    for (const Tender &tender : tenders)
        total -= tender.amount;
    return total.isNegative() ? Money::zero(total.currency()) : total;
}

Result<Settlement> settle(Money total, std::span<const Tender> tenders, QStringView country)
{
    const Money zero = Money::zero(total.currency());
    Money cash = zero;
    Money foreign = zero; // what its notes are worth
    Money exact = zero; // what gives no change
    for (const Tender &tender : tenders) {
        if (auto checked = checkTender(tender, total.currency()); !checked)
            return tl::unexpected(checked.error());
        (tender.kind == TenderKind::ForeignCash                  ? foreign
                : ruleOf(tender.kind).over == OverTender::Change ? cash
                                                                 : exact) += tender.amount;
    }
    const Money rest = total - exact;
    if (rest.isNegative())
        return refuse(Code::OverTendered, {{u"due"_s, qint64(total.minor())}});
    if (foreign.isPositive())
        return settleForeign(rest - cash - foreign, country);
    const Money due = cash.isPositive() ? cashDue(rest, country) : rest;
    if (cash < due)
        return refuse(Code::NotPaid, {{u"due"_s, qint64((due - cash).minor())}});
    return Settlement{due - rest, cash - due};
}

std::vector<Money> suggestedCash(Money due, QStringView country)
{
    const Money exact = cashDue(due, country);
    std::int64_t unit = 1;
    for (int digit = 0; digit < due.currency().minorDigits(); ++digit)
        unit *= 10;
    // Where a whole unit is small change (JPY, HUF), notes begin two digits further up.
    while (unit == 1 || unit < due.currency().cashStepMinor())
        unit *= 100;

    std::vector<Money> amounts{exact};
    // The next multiples of the notes that people carry: 1, 5, 10, 20, 50, 100, … units.
    for (const std::int64_t note : {1, 5, 10, 20, 50, 100, 200, 500, 1000}) {
        const std::int64_t step = unit * note;
        const std::int64_t minor = (exact.minor() + step - 1) / step * step;
        if (minor > amounts.back().minor())
            amounts.push_back(Money::minor(minor, due.currency()));
        if (amounts.size() == 4)
            break;
    }
    return amounts;
}

} // namespace evertill

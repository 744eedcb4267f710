#include "core/payment/foreign_cash.h"

#include "core/replica/exchange_rate/exchange_rate_table.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace evertill {
namespace {

// More than anybody carries, and so small that its worth can't overflow.
constexpr std::int64_t kMostForeign = 1'000'000'000'000;
constexpr std::int64_t kMostWorth = 100'000'000'000'000;

std::optional<ExchangeRate> rateTold(Currency currency, std::span<const Tender> tenders)
{
    for (const Tender &tender : tenders)
        if (tender.foreign && tender.foreign->given.currency() == currency)
            return tender.foreign->rate;
    return std::nullopt;
}

} // namespace

std::vector<ForeignCurrency> foreignCashAt(
    Database &replica, std::vector<ForeignCurrency> configured, std::span<const Tender> tenders, Instant at)
{
    for (ForeignCurrency &one : configured) {
        auto rate = rateTold(one.currency, tenders);
        if (const auto said = rate ? std::nullopt : ExchangeRateTable(replica).at(one.currency.code(), at))
            rate = ExchangeRate::parse(said->rate);
        one.rate = rate.value_or(one.rate);
    }
    return configured;
}

Money foreignDue(Money due, const ForeignCurrency &of)
{
    const auto worth = [&](std::int64_t steps) {
        return of.rate.worthOf(Money::minor(steps * of.step, of.currency), due.currency());
    };
    // Doubled until it is enough, then halved to the fewest.
    std::int64_t enough = 1;
    while (worth(enough) < due && enough * of.step <= kMostForeign)
        enough *= 2;
    std::int64_t few = 0;
    while (few < enough) {
        const std::int64_t middle = few + (enough - few) / 2;
        if (worth(middle) < due)
            few = middle + 1;
        else
            enough = middle;
    }
    return Money::minor(few * of.step, of.currency);
}

Result<Tender> foreignTender(Money given, const ForeignCurrency &of, Currency home)
{
    const qint64 minor = given.minor();
    if (minor <= 0)
        return refuse(Code::NegativeTender, {{u"minor"_s, minor}});
    if (given.currency() != of.currency || minor > kMostForeign)
        return refuse(Code::BadAmount, {{u"minor"_s, minor}});
    if (minor % of.step != 0)
        return refuse(
            Code::ForeignNotes, {{u"currency"_s, of.currency.code()}, {u"step"_s, qint64(of.step)}});
    Tender tender{TenderKind::ForeignCash, of.rate.worthOf(given, home)};
    tender.foreign = ForeignCash{given, of.rate};
    if (!isForeign(tender))
        return refuse(Code::BadAmount, {{u"minor"_s, minor}});
    return tender;
}

bool isForeign(const Tender &tender)
{
    if (tender.kind != TenderKind::ForeignCash)
        return !tender.foreign;
    return tender.foreign && tender.foreign->given.isPositive()
        && tender.foreign->given.minor() <= kMostForeign && tender.foreign->rate.billionths() > 0
        && tender.amount.isPositive() && tender.amount.minor() <= kMostWorth
        && tender.foreign->given.currency() != tender.amount.currency()
        && tender.foreign->rate.worthOf(tender.foreign->given, tender.amount.currency()) == tender.amount;
}

Result<> checkForeign(std::span<const Tender> tenders, std::span<const ForeignCurrency> taken)
{
    for (const Tender &tender : tenders) {
        if (!isForeign(tender))
            return refuse(Code::BadInput, {{u"problem"_s, u"foreign cash that is not worth its rate"_s}});
        if (!tender.foreign)
            continue;
        const Currency currency = tender.foreign->given.currency();
        if (std::none_of(taken.begin(), taken.end(),
                [&](const ForeignCurrency &one) { return one.currency == currency; }))
            return refuse(Code::NoForeignCash, {{u"currency"_s, currency.code()}});
    }
    return {};
}

} // namespace evertill

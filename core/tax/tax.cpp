#include "core/tax/tax.h"

#include <algorithm>
#include <numeric>

namespace evertill {
namespace {

/// An exact tax is numerator / denominator minor units.
struct ExactTax {
    evertill_int128 numerator = 0;
    std::int64_t denominator = 1;
};

ExactTax exactTax(Money amount, Percentage rate, TaxMode mode)
{
    const std::int64_t ppm = rate.partsPerMillion();
    return {evertill_int128(amount.minor()) * ppm, mode == TaxMode::Inclusive ? 1'000'000 + ppm : 1'000'000};
}

LineTax splitLine(Money amount, Money tax, TaxMode mode)
{
    return mode == TaxMode::Inclusive ? LineTax{amount - tax, tax, amount}
                                      : LineTax{amount, tax, amount + tax};
}

/// Which lines each code and rate has, in the order of first appearance.
struct Group {
    QString code;
    Percentage rate;
    std::vector<std::size_t> lines;
};

std::vector<Group> groupByRate(std::span<const TaxableLine> lines)
{
    std::vector<Group> groups;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        auto group = std::find_if(groups.begin(), groups.end(),
            [&](const Group &known) { return known.rate == lines[i].rate && known.code == lines[i].code; });
        if (group == groups.end())
            group = groups.insert(group, {lines[i].code, lines[i].rate, {}});
        group->lines.push_back(i);
    }
    return groups;
}

/// The taxes of \a group's lines so that they add up to their sum's tax, rounded once.
std::vector<Money> documentTaxes(
    const Group &group, std::span<const TaxableLine> lines, Currency currency, const TaxPolicy &policy)
{
    evertill_int128 sum = 0;
    std::int64_t over = 0;
    std::vector<Money> taxes;
    std::vector<evertill_int128> remainders;
    std::int64_t denominator = 1;
    for (const std::size_t at : group.lines) {
        const ExactTax exact = exactTax(lines[at].amount, group.rate, policy.mode);
        denominator = exact.denominator;
        evertill_int128 floor = exact.numerator / denominator;
        evertill_int128 remainder = exact.numerator % denominator;
        if (remainder < 0) {
            --floor;
            remainder += denominator;
        }
        sum += exact.numerator;
        over -= static_cast<std::int64_t>(floor);
        taxes.push_back(Money::minor(static_cast<std::int64_t>(floor), currency));
        remainders.push_back(remainder);
    }
    over += divideRounded(sum, denominator, policy.how);
    std::vector<std::size_t> order(taxes.size());
    std::iota(order.begin(), order.end(), std::size_t(0));
    std::stable_sort(order.begin(), order.end(),
        [&](std::size_t a, std::size_t b) { return remainders[a] > remainders[b]; });
    for (std::size_t i = 0; over > 0; ++i, --over)
        taxes[order[i]] += Money::minor(1, currency);
    return taxes;
}

std::vector<Money> lineTaxes(
    const Group &group, std::span<const TaxableLine> lines, Currency currency, const TaxPolicy &policy)
{
    std::vector<Money> taxes;
    taxes.reserve(group.lines.size());
    for (const std::size_t at : group.lines) {
        const ExactTax exact = exactTax(lines[at].amount, group.rate, policy.mode);
        taxes.push_back(
            Money::minor(divideRounded(exact.numerator, exact.denominator, policy.how), currency));
    }
    return taxes;
}

} // namespace

Taxes computeTaxes(std::span<const TaxableLine> lines, Currency currency, const TaxPolicy &policy)
{
    Taxes result;
    result.total = Money::zero(currency);
    result.lines.resize(lines.size());
    for (const Group &group : groupByRate(lines)) {
        const auto taxes = policy.rounding == TaxRounding::Line
            ? lineTaxes(group, lines, currency, policy)
            : documentTaxes(group, lines, currency, policy);
        TaxTotal total{group.code, group.rate, Money::zero(currency), Money::zero(currency)};
        for (std::size_t i = 0; i < taxes.size(); ++i) {
            LineTax &line = result.lines[group.lines[i]];
            line = splitLine(lines[group.lines[i]].amount, taxes[i], policy.mode);
            total.net += line.net;
            total.tax += line.tax;
            result.total += line.gross;
        }
        result.totals.push_back(std::move(total));
    }
    return result;
}

} // namespace evertill

#include "core/base/money.h"

#include <algorithm>
#include <numeric>

namespace evertill {
namespace {

void demand(bool condition, const char *what)
{
    if (!condition)
        qFatal("Money: %s", what);
}

} // namespace

Money Money::scaled(std::int64_t part, std::int64_t whole, Rounding rounding) const
{
    demand(whole > 0, "scaled by a part of nothing");
    const evertill_int128 product = evertill_int128(m_minor) * part;
    demand(product / whole <= kLargest && product / whole >= -evertill_int128(kLargest),
        "overflow in a product");
    return Money(divideRounded(product, whole, rounding), m_currency);
}

Money Money::portion(Percentage rate, Rounding rounding) const
{
    return scaled(rate.partsPerMillion(), 1'000'000, rounding);
}

Money Money::times(Quantity quantity, Rounding rounding) const
{
    return scaled(quantity.thousandths(), 1000, rounding);
}

Money Money::roundedTo(std::int64_t stepMinor, Rounding rounding) const
{
    demand(stepMinor > 0, "rounded to no step");
    return Money(divideRounded(m_minor, stepMinor, rounding) * stepMinor, m_currency);
}

std::vector<Money> Money::allocate(std::span<const std::int64_t> weights) const
{
    evertill_int128 whole = 0;
    for (const std::int64_t weight : weights) {
        demand(weight >= 0, "a negative weight");
        whole += weight;
    }
    demand(whole > 0, "allocated to nobody");

    const int sign = m_minor < 0 ? -1 : 1;
    const evertill_int128 amount = evertill_int128(m_minor) * sign;
    std::vector<Money> parts;
    std::vector<evertill_int128> remainders;
    parts.reserve(weights.size());
    remainders.reserve(weights.size());
    auto over = static_cast<std::int64_t>(amount);
    for (const std::int64_t weight : weights) {
        const evertill_int128 share = amount * weight;
        const auto part = static_cast<std::int64_t>(share / whole);
        parts.push_back(Money(part * sign, m_currency));
        remainders.push_back(share % whole);
        over -= part;
    }
    std::vector<std::size_t> order(weights.size());
    std::iota(order.begin(), order.end(), std::size_t(0));
    std::stable_sort(order.begin(), order.end(),
        [&](std::size_t a, std::size_t b) { return remainders[a] > remainders[b]; });
    for (std::size_t i = 0; over > 0; ++i, --over)
        parts[order[i]].m_minor += sign;
    return parts;
}

Money operator+(Money a, Money b)
{
    demand(a.m_currency == b.m_currency, "two currencies in one sum");
    const std::int64_t sum = a.m_minor + b.m_minor; // both lie within ±2^53: no overflow before the check
    demand(sum <= Money::kLargest && sum >= -Money::kLargest, "overflow in a sum");
    return Money(sum, a.m_currency);
}

Money operator-(Money a, Money b) { return a + -b; }

bool operator<(Money a, Money b)
{
    demand(a.m_currency == b.m_currency, "two currencies compared");
    return a.m_minor < b.m_minor;
}

} // namespace evertill

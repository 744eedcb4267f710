#include "core/tax/fraction.h"

#include <cstdlib>
#include <numeric>
#include <utility>

namespace evertill {
namespace {

__extension__ typedef unsigned __int128 uint128;

constexpr uint128 kLimit = uint128(1) << 62;

uint128 commonDivisor(uint128 a, uint128 b)
{
    while (b > UINT64_MAX)
        a = std::exchange(b, a % b);
    if (b == 0)
        return a;
    return std::gcd(std::uint64_t(b), std::uint64_t(a % b));
}

} // namespace

Fraction Fraction::ofWide(evertill_int128 numerator, evertill_int128 denominator)
{
    Q_ASSERT(denominator > 0);
    const bool isNegative = numerator < 0;
    uint128 above = isNegative ? uint128(-numerator) : uint128(numerator);
    auto below = uint128(denominator);
    if (const uint128 common = commonDivisor(above, below); common > 1) {
        above /= common;
        below /= common;
    }
    while ((above >= kLimit || below >= kLimit) && below > 1) {
        above >>= 1;
        below >>= 1;
    }
    if (above >= kLimit)
        qFatal("Fraction: overflow");
    Fraction fraction;
    fraction.m_numerator = isNegative ? -std::int64_t(above) : std::int64_t(above);
    fraction.m_denominator = std::int64_t(below);
    return fraction;
}

Fraction Fraction::of(std::int64_t numerator, std::int64_t denominator)
{
    return denominator == 1 && std::uint64_t(std::abs(numerator)) < kLimit
        ? [&] {
              Fraction whole;
              whole.m_numerator = numerator;
              return whole;
          }()
        : ofWide(numerator, denominator);
}

std::int64_t Fraction::rounded(Rounding how) const { return divideRounded(m_numerator, m_denominator, how); }

std::int64_t Fraction::floor() const
{
    const std::int64_t whole = m_numerator / m_denominator;
    return m_numerator % m_denominator < 0 ? whole - 1 : whole;
}

QByteArray Fraction::text() const
{
    constexpr std::int64_t kMillion = 1'000'000;
    const bool isNegative = m_numerator < 0;
    const evertill_int128 magnitude = isNegative ? -evertill_int128(m_numerator) : m_numerator;
    const evertill_int128 millionths =
        (magnitude * kMillion * 2 + m_denominator) / (2 * evertill_int128(m_denominator));
    QByteArray digits = QByteArray::number(qint64(millionths % kMillion)).rightJustified(6, '0');
    while (digits.endsWith('0'))
        digits.chop(1);
    QByteArray text = QByteArray::number(qint64(millionths / kMillion));
    if (!digits.isEmpty())
        text += '.' + digits;
    return isNegative && millionths != 0 ? '-' + text : text;
}

Fraction operator+(Fraction a, Fraction b)
{
    if (a.m_denominator == b.m_denominator)
        return Fraction::ofWide(evertill_int128(a.m_numerator) + b.m_numerator, a.m_denominator);
    return Fraction::ofWide(
        evertill_int128(a.m_numerator) * b.m_denominator + evertill_int128(b.m_numerator) * a.m_denominator,
        evertill_int128(a.m_denominator) * b.m_denominator);
}

Fraction operator-(Fraction a)
{
    a.m_numerator = -a.m_numerator;
    return a;
}

Fraction operator*(Fraction a, Fraction b)
{
    return Fraction::ofWide(
        evertill_int128(a.m_numerator) * b.m_numerator, evertill_int128(a.m_denominator) * b.m_denominator);
}

Fraction operator/(Fraction a, Fraction b)
{
    Q_ASSERT(b.m_numerator != 0);
    const int sign = b.m_numerator < 0 ? -1 : 1;
    return Fraction::ofWide(evertill_int128(a.m_numerator) * b.m_denominator * sign,
        evertill_int128(a.m_denominator) * b.m_numerator * sign);
}

bool operator<(Fraction a, Fraction b)
{
    return evertill_int128(a.m_numerator) * b.m_denominator
        < evertill_int128(b.m_numerator) * a.m_denominator;
}

} // namespace evertill

#pragma once

#include "core/base/result.h"

#include <QString>
#include <QStringView>

#include <cstdint>

namespace evertill {

/// A GTIN-8, -12, -13 or -14 whose check digit is right (GS1 General Specifications, 7.9). Two that differ
/// only in leading zeros are the same GTIN-14, and equal.
class Gtin final {
public:
    constexpr Gtin() = default;
    /// Refuses TornScan for another length or another character than 0 to 9, WrongCheckDigit (code,
    /// expected).
    [[nodiscard]] static Result<Gtin> parse(QStringView digits);

    /// The GTIN-14 as a number: the key it is looked up by.
    [[nodiscard]] constexpr std::int64_t number() const { return m_number; }
    /// As it was read: 8, 12, 13 or 14 digits.
    [[nodiscard]] QString text() const;
    [[nodiscard]] QString gtin14() const;
    friend constexpr bool operator==(Gtin a, Gtin b) { return a.m_number == b.m_number; }

private:
    constexpr Gtin(std::int64_t number, int length) : m_number(number), m_length(length) { }
    std::int64_t m_number = 0;
    int m_length = 14;
};

/// The GTIN-12 that a UPC-E stands for: eight digits, the first 0 or 1, the last the check digit of the
/// GTIN-12 (GS1 General Specifications, 5.2.2.4). Refuses what Gtin::parse() does.
[[nodiscard]] Result<Gtin> gtinFromUpcE(QStringView digits);

[[nodiscard]] constexpr bool isDigit(QChar c) { return c >= u'0' && c <= u'9'; }

/// The check digit that belongs after \a digits (0 to 9 only): weights 3, 1, 3, … from the right.
[[nodiscard]] int gs1CheckDigit(QStringView digits);
/// The verifier of a price or weight field of four or five digits (GS1 General Specifications, 7.9.2
/// to 7.9.4).
[[nodiscard]] int gs1ValueVerifier(QStringView digits);

} // namespace evertill

#pragma once

#include <QString>

namespace evertill::sandbox {

/// The OMS's own sums; it shares none with the till, so that each can find the other's mistakes.
/// \a a × \a b ÷ \a divisor, halves away from zero. Throws std::overflow_error beyond ±(2^53 − 1).
[[nodiscard]] qint64 multiplyDivide(qint64 a, qint64 b, qint64 divisor);

/// Whether \a digits are 8, 12, 13 or 14 digits with a right GS1 check digit.
[[nodiscard]] bool isGtin(const QString &digits);

} // namespace evertill::sandbox

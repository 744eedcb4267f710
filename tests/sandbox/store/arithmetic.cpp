#include "tests/sandbox/store/arithmetic.h"

#include <algorithm>
#include <stdexcept>

namespace evertill::sandbox {

qint64 multiplyDivide(qint64 a, qint64 b, qint64 divisor)
{
    __extension__ using Wide = __int128;
    const Wide product = static_cast<Wide>(a) * b;
    const Wide magnitude =
        ((product < 0 ? -product : product) * 2 + divisor) / (2 * static_cast<Wide>(divisor));
    if (magnitude > (static_cast<Wide>(1) << 53) - 1)
        throw std::overflow_error("an amount beyond 2^53");
    return static_cast<qint64>(product < 0 ? -magnitude : magnitude);
}

bool isGtin(const QString &digits)
{
    const auto length = digits.size();
    if (length != 8 && length != 12 && length != 13 && length != 14)
        return false;
    if (!std::all_of(digits.begin(), digits.end(), [](QChar c) { return c >= u'0' && c <= u'9'; }))
        return false;
    int sum = 0;
    for (qsizetype fromRight = 0; fromRight < length; ++fromRight)
        sum += (digits[length - 1 - fromRight].unicode() - u'0') * (fromRight % 2 == 0 ? 1 : 3);
    return sum % 10 == 0;
}

} // namespace evertill::sandbox

#include "core/gs1/lint/numbers.h"

namespace evertill::gs1 {
namespace {

/// Compares two numbers of any length that have no leading zeros.
bool isGreater(std::string_view a, std::string_view b)
{
    return a.size() != b.size() ? a.size() > b.size() : a > b;
}

bool isAllZero(std::string_view value) { return value.find_first_not_of('0') == std::string_view::npos; }

Verdict tenDigits(std::string_view value, std::string_view largest, const char *problem)
{
    if (value.size() != largest.size())
        return Flaw{0, value.size(), "ten digits must stand here"};
    if (Verdict digits = onlyDigits(value))
        return digits;
    return value <= largest ? Verdict() : Flaw{0, value.size(), problem};
}

} // namespace

Verdict onlyZeros(std::string_view value)
{
    return !value.empty() && isAllZero(value) ? Verdict() : Flaw{0, value.size(), "only zero may stand here"};
}

Verdict nonZero(std::string_view value)
{
    if (Verdict digits = onlyDigits(value))
        return digits;
    return isAllZero(value) ? Flaw{0, value.size(), "zero may not stand here"} : Verdict();
}

Verdict noZeroPrefix(std::string_view value)
{
    if (Verdict digits = onlyDigits(value))
        return digits;
    return value.starts_with('0') ? Flaw{0, 1, "no zero may stand first"} : Verdict();
}

Verdict pieceOfTotal(std::string_view value)
{
    if (value.size() % 2 != 0 || value.empty())
        return Flaw{0, value.size(), "the piece and the total must be equally long"};
    if (Verdict digits = onlyDigits(value))
        return digits;
    const std::size_t half = value.size() / 2;
    const std::string_view piece = value.substr(0, half);
    const std::string_view total = value.substr(half);
    if (isAllZero(piece))
        return Flaw{0, half, "pieces are counted from 1"};
    if (isAllZero(total))
        return Flaw{half, half, "the total of pieces may not be zero"};
    return piece <= total ? Verdict() : Flaw{0, value.size(), "the piece is beyond the total"};
}

Verdict positionInSequence(std::string_view value)
{
    const std::size_t slash = value.find('/');
    const bool isForm = slash != std::string_view::npos && slash > 0 && slash + 1 < value.size()
        && !onlyDigits(value.substr(0, slash)) && !onlyDigits(value.substr(slash + 1));
    if (!isForm)
        return Flaw{0, value.size(), "it must be written position/end"};
    const std::string_view position = value.substr(0, slash);
    const std::string_view end = value.substr(slash + 1);
    if (position.starts_with('0'))
        return Flaw{0, slash, "no zero may stand first"};
    if (end.starts_with('0'))
        return Flaw{slash + 1, end.size(), "no zero may stand first"};
    return isGreater(position, end) ? Flaw{0, value.size(), "the position is beyond the end"} : Verdict();
}

Verdict latitude(std::string_view value)
{
    return tenDigits(value, "1800000000", "the latitude is beyond the pole");
}

Verdict longitude(std::string_view value)
{
    return tenDigits(value, "3600000000", "the longitude is beyond a full turn");
}

} // namespace evertill::gs1

#include "core/gs1/lint/lists.h"

#include "core/gs1/lint/code_lists.h"

namespace evertill::gs1 {
namespace {

Verdict whole(bool isRight, std::string_view value, const char *problem)
{
    return isRight ? Verdict() : Flaw{0, value.size(), problem};
}

Verdict oneOf(std::string_view characters, std::string_view value, const char *problem)
{
    return whole(value.size() == 1 && characters.find(value[0]) != std::string_view::npos, value, problem);
}

} // namespace

Verdict country(std::string_view value)
{
    return whole(isCountryNumber(value), value, "no country has this number (ISO 3166)");
}

Verdict countryOr999(std::string_view value)
{
    return whole(isCountryNumber(value) || value == "999", value,
        "no country has this number (ISO 3166), nor is it 999");
}

Verdict countryLetters(std::string_view value)
{
    return whole(isCountryLetters(value), value, "no country has these letters (ISO 3166)");
}

Verdict currency(std::string_view value)
{
    return whole(isCurrencyNumber(value), value, "no currency has this number (ISO 4217)");
}

Verdict sex(std::string_view value)
{
    return oneOf("0129", value, "only 0, 1, 2 or 9 may stand here (ISO/IEC 5218)");
}

Verdict mediaType(std::string_view value)
{
    const bool isRight =
        value.size() == 2 && !onlyDigits(value) && ((value >= "01" && value <= "10") || value >= "80");
    return whole(isRight, value, "no such kind of media");
}

Verdict packageType(std::string_view value)
{
    return whole(isPackageType(value), value, "no such kind of package");
}

Verdict yesOrNo(std::string_view value) { return oneOf("01", value, "only 0 or 1 may stand here"); }

Verdict windingDirection(std::string_view value)
{
    return oneOf("019", value, "only 0, 1 or 9 may stand here");
}

} // namespace evertill::gs1

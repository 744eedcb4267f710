#include "core/gs1/lint/linters.h"

#include "core/gs1/lint/characters.h"
#include "core/gs1/lint/checksums.h"
#include "core/gs1/lint/coupon.h"
#include "core/gs1/lint/dates.h"
#include "core/gs1/lint/lists.h"
#include "core/gs1/lint/numbers.h"

#include <algorithm>

namespace evertill::gs1 {
namespace {

struct Named {
    std::string_view name;
    Linter check;
};

constexpr Named kLinters[] = {
    {"couponcode", couponCode},
    {"couponposoffer", couponPositiveOffer},
    {"cset39", characterSet39},
    {"cset64", characterSet64},
    {"cset82", characterSet82},
    {"csetnumeric", onlyDigits},
    {"csum", checkDigit},
    {"csumalpha", checkCharacterPair},
    {"gcppos1", companyPrefixAtStart},
    {"gcppos2", companyPrefixAfterFirst},
    {"hasnondigit", hasNonDigit},
    {"hh", hours},
    {"hhmi", hoursAndMinutes},
    {"hyphen", onlyHyphens},
    {"iban", iban},
    {"importeridx", importerIndex},
    {"iso3166", country},
    {"iso3166999", countryOr999},
    {"iso3166alpha2", countryLetters},
    {"iso4217", currency},
    {"iso5218", sex},
    {"latitude", latitude},
    {"longitude", longitude},
    {"mediatype", mediaType},
    {"mi", minutes},
    {"nonzero", nonZero},
    {"nozeroprefix", noZeroPrefix},
    {"packagetype", packageType},
    {"pcenc", percentEncoded},
    {"pieceoftotal", pieceOfTotal},
    {"posinseqslash", positionInSequence},
    {"ss", seconds},
    {"winding", windingDirection},
    {"yesno", yesOrNo},
    {"yymmd0", dateOrMonth},
    {"yymmdd", date},
    {"yyyymmd0", longDateOrMonth},
    {"yyyymmdd", longDate},
    {"zero", onlyZeros},
};

} // namespace

Verdict onlyDigits(std::string_view value)
{
    const auto bad = std::find_if_not(value.begin(), value.end(), isDigit);
    return bad == value.end() ? Verdict() : Flaw{std::size_t(bad - value.begin()), 1, "not a digit"};
}

Linter linterNamed(std::string_view name)
{
    const auto found = std::find_if(
        std::begin(kLinters), std::end(kLinters), [&](const Named &one) { return one.name == name; });
    return found == std::end(kLinters) ? nullptr : found->check;
}

} // namespace evertill::gs1

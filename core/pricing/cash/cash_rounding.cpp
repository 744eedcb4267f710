#include "core/pricing/cash/cash_rounding.h"

#include <QLatin1StringView>

#include <algorithm>
#include <iterator>

namespace evertill {
namespace {

struct EuroCountry {
    const char *country;
    const char *source;
};

// Where the euro is rounded to five cents on the sum of a ticket paid in cash.
constexpr EuroCountry kEuroCountries[] = {
    {"BE", "Belgium: Code de droit economique VI.7/1, since 1 December 2019"},
    {"EE", "Estonia: Law on rounding cash payments, since 1 January 2025"},
    {"FI", "Finland: Act 890/2000 on rounding of payments in euro"},
    {"IE", "Ireland: Central Bank's rounding scheme, since 28 October 2015"},
    {"IT", "Italy: Decree-law 50/2017, art. 13-quater, since 1 January 2018"},
    {"LT", "Lithuania: Law on rounding cash settlements, since 1 May 2025"},
    {"NL", "Netherlands: De Nederlandsche Bank, since 1 September 2004"},
    {"SK", "Slovakia: Act 18/1996 as amended, since 1 July 2022"},
};

struct Named {
    const char *currency;
    const char *source;
};

// Steps that CLDR lacks or that a central bank words itself; the steps stand in the table of currencies.
constexpr Named kNamed[] = {
    {"AUD", "Australia: Royal Mint, one and two cent coins withdrawn in 1992"},
    {"CAD", "Canada: Royal Canadian Mint, the penny withdrawn on 4 February 2013"},
    {"CHF", "Switzerland: Coinage Ordinance SR 941.101, five centimes the smallest coin"},
    {"CZK", "Czechia: CNB Decree 207/2008, fifty heller withdrawn"},
    {"DKK", "Denmark: Danmarks Nationalbank, 25 ore withdrawn on 1 October 2008"},
    {"HUF", "Hungary: Act III of 2008 on one and two forint coins"},
    {"NOK", "Norway: Norges Bank, 50 ore withdrawn on 1 May 2012"},
    {"NZD", "New Zealand: Reserve Bank, five cents withdrawn in 2006"},
    {"SEK", "Sweden: Act 1970:1029, 50 ore withdrawn on 30 September 2010"},
};

} // namespace

CashRounding cashRoundingFor(Currency currency, QStringView country)
{
    const QString code = currency.code();
    if (code == QLatin1StringView("EUR")) {
        const auto *found = std::find_if(std::begin(kEuroCountries), std::end(kEuroCountries),
            [&](const EuroCountry &row) { return country == QLatin1StringView(row.country); });
        return found != std::end(kEuroCountries) ? CashRounding{5, Rounding::HalfUp, found->source}
                                                 : CashRounding{};
    }
    const std::int64_t step = currency.cashStepMinor();
    const auto *named = std::find_if(std::begin(kNamed), std::end(kNamed),
        [&](const Named &row) { return code == QLatin1StringView(row.currency); });
    if (named != std::end(kNamed))
        return {step, Rounding::HalfUp, named->source};
    return step == 1 ? CashRounding{} : CashRounding{step, Rounding::HalfUp, "CLDR 48, cash rounding"};
}

} // namespace evertill

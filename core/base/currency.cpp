#include "core/base/currency.h"

#include <algorithm>
#include <array>

namespace evertill {
namespace {

struct Row {
    char code[4];
    std::int8_t minorDigits;
    std::int32_t cashStep;
    std::int16_t number;
};

// ISO 4217 codes, alphabetic and numeric, and minor units; cash steps from CLDR 48 (Unicode-3.0), AUD and NZD from RBA and
// RBNZ. Sorted by code.
constexpr Row kCurrencies[] = {
    {"AED", 2, 1, 784},
    {"AFN", 2, 100, 971},
    {"ALL", 2, 100, 8},
    {"AMD", 2, 100, 51},
    {"ANG", 2, 1, 532},
    {"AOA", 2, 1, 973},
    {"ARS", 2, 1, 32},
    {"AUD", 2, 5, 36},
    {"AWG", 2, 1, 533},
    {"AZN", 2, 1, 944},
    {"BAM", 2, 1, 977},
    {"BBD", 2, 1, 52},
    {"BDT", 2, 1, 50},
    {"BGN", 2, 1, 975},
    {"BHD", 3, 1, 48},
    {"BIF", 0, 1, 108},
    {"BMD", 2, 1, 60},
    {"BND", 2, 1, 96},
    {"BOB", 2, 1, 68},
    {"BOV", 2, 1, 984},
    {"BRL", 2, 1, 986},
    {"BSD", 2, 1, 44},
    {"BTN", 2, 1, 64},
    {"BWP", 2, 1, 72},
    {"BYN", 2, 1, 933},
    {"BZD", 2, 1, 84},
    {"CAD", 2, 5, 124},
    {"CDF", 2, 1, 976},
    {"CHE", 2, 1, 947},
    {"CHF", 2, 5, 756},
    {"CHW", 2, 1, 948},
    {"CLF", 4, 1, 990},
    {"CLP", 0, 1, 152},
    {"CNY", 2, 1, 156},
    {"COP", 2, 100, 170},
    {"COU", 2, 1, 970},
    {"CRC", 2, 100, 188},
    {"CUC", 2, 1, 931},
    {"CUP", 2, 1, 192},
    {"CVE", 2, 1, 132},
    {"CZK", 2, 100, 203},
    {"DJF", 0, 1, 262},
    {"DKK", 2, 50, 208},
    {"DOP", 2, 1, 214},
    {"DZD", 2, 1, 12},
    {"EGP", 2, 1, 818},
    {"ERN", 2, 1, 232},
    {"ETB", 2, 1, 230},
    {"EUR", 2, 1, 978},
    {"FJD", 2, 1, 242},
    {"FKP", 2, 1, 238},
    {"GBP", 2, 1, 826},
    {"GEL", 2, 1, 981},
    {"GHS", 2, 1, 936},
    {"GIP", 2, 1, 292},
    {"GMD", 2, 1, 270},
    {"GNF", 0, 1, 324},
    {"GTQ", 2, 1, 320},
    {"GYD", 2, 100, 328},
    {"HKD", 2, 1, 344},
    {"HNL", 2, 1, 340},
    {"HTG", 2, 1, 332},
    {"HUF", 2, 500, 348},
    {"IDR", 2, 100, 360},
    {"ILS", 2, 1, 376},
    {"INR", 2, 1, 356},
    {"IQD", 3, 1000, 368},
    {"IRR", 2, 100, 364},
    {"ISK", 0, 1, 352},
    {"JMD", 2, 1, 388},
    {"JOD", 3, 1, 400},
    {"JPY", 0, 1, 392},
    {"KES", 2, 1, 404},
    {"KGS", 2, 1, 417},
    {"KHR", 2, 1, 116},
    {"KMF", 0, 1, 174},
    {"KPW", 2, 100, 408},
    {"KRW", 0, 1, 410},
    {"KWD", 3, 1, 414},
    {"KYD", 2, 1, 136},
    {"KZT", 2, 1, 398},
    {"LAK", 2, 100, 418},
    {"LBP", 2, 100, 422},
    {"LKR", 2, 1, 144},
    {"LRD", 2, 1, 430},
    {"LSL", 2, 1, 426},
    {"LYD", 3, 1, 434},
    {"MAD", 2, 1, 504},
    {"MDL", 2, 1, 498},
    {"MGA", 2, 100, 969},
    {"MKD", 2, 1, 807},
    {"MMK", 2, 100, 104},
    {"MNT", 2, 100, 496},
    {"MOP", 2, 1, 446},
    {"MRU", 2, 1, 929},
    {"MUR", 2, 100, 480},
    {"MVR", 2, 1, 462},
    {"MWK", 2, 1, 454},
    {"MXN", 2, 1, 484},
    {"MXV", 2, 1, 979},
    {"MYR", 2, 1, 458},
    {"MZN", 2, 1, 943},
    {"NAD", 2, 1, 516},
    {"NGN", 2, 1, 566},
    {"NIO", 2, 1, 558},
    {"NOK", 2, 100, 578},
    {"NPR", 2, 1, 524},
    {"NZD", 2, 10, 554},
    {"OMR", 3, 1, 512},
    {"PAB", 2, 1, 590},
    {"PEN", 2, 1, 604},
    {"PGK", 2, 1, 598},
    {"PHP", 2, 1, 608},
    {"PKR", 2, 100, 586},
    {"PLN", 2, 1, 985},
    {"PYG", 0, 1, 600},
    {"QAR", 2, 1, 634},
    {"RON", 2, 1, 946},
    {"RSD", 2, 100, 941},
    {"RUB", 2, 1, 643},
    {"RWF", 0, 1, 646},
    {"SAR", 2, 1, 682},
    {"SBD", 2, 1, 90},
    {"SCR", 2, 1, 690},
    {"SDG", 2, 1, 938},
    {"SEK", 2, 100, 752},
    {"SGD", 2, 1, 702},
    {"SHP", 2, 1, 654},
    {"SLE", 2, 1, 925},
    {"SOS", 2, 100, 706},
    {"SRD", 2, 1, 968},
    {"SSP", 2, 1, 728},
    {"STN", 2, 1, 930},
    {"SVC", 2, 1, 222},
    {"SYP", 2, 100, 760},
    {"SZL", 2, 1, 748},
    {"THB", 2, 1, 764},
    {"TJS", 2, 1, 972},
    {"TMT", 2, 1, 934},
    {"TND", 3, 1, 788},
    {"TOP", 2, 1, 776},
    {"TRY", 2, 1, 949},
    {"TTD", 2, 1, 780},
    {"TWD", 2, 100, 901},
    {"TZS", 2, 100, 834},
    {"UAH", 2, 1, 980},
    {"UGX", 0, 1, 800},
    {"USD", 2, 1, 840},
    {"USN", 2, 1, 997},
    {"UYI", 0, 1, 940},
    {"UYU", 2, 1, 858},
    {"UYW", 4, 1, 927},
    {"UZS", 2, 100, 860},
    {"VED", 2, 1, 926},
    {"VES", 2, 1, 928},
    {"VND", 0, 1, 704},
    {"VUV", 0, 1, 548},
    {"WST", 2, 1, 882},
    {"XAF", 0, 1, 950},
    {"XAG", 0, 1, 961},
    {"XAU", 0, 1, 959},
    {"XBA", 0, 1, 955},
    {"XBB", 0, 1, 956},
    {"XBC", 0, 1, 957},
    {"XBD", 0, 1, 958},
    {"XCD", 2, 1, 951},
    {"XDR", 0, 1, 960},
    {"XOF", 0, 1, 952},
    {"XPD", 0, 1, 964},
    {"XPF", 0, 1, 953},
    {"XPT", 0, 1, 962},
    {"XSU", 0, 1, 994},
    {"XTS", 0, 1, 963},
    {"XUA", 0, 1, 965},
    {"XXX", 0, 1, 999},
    {"YER", 2, 100, 886},
    {"ZAR", 2, 1, 710},
    {"ZMW", 2, 1, 967},
    {"ZWG", 2, 1, 924},
};

constexpr std::uint32_t pack(const char *code)
{
    return (std::uint32_t(std::uint8_t(code[0])) << 16) | (std::uint32_t(std::uint8_t(code[1])) << 8)
        | std::uint8_t(code[2]);
}

const Row *find(std::uint32_t packed)
{
    const auto *row = std::lower_bound(std::begin(kCurrencies), std::end(kCurrencies), packed,
        [](const Row &candidate, std::uint32_t wanted) { return pack(candidate.code) < wanted; });
    return row != std::end(kCurrencies) && pack(row->code) == packed ? row : nullptr;
}

} // namespace

std::optional<Currency> Currency::fromCode(QStringView code)
{
    if (code.size() != 3)
        return std::nullopt;
    std::uint32_t packed = 0;
    for (const QChar letter : code) {
        if (letter < u'A' || letter > u'Z')
            return std::nullopt;
        packed = (packed << 8) | letter.unicode();
    }
    return find(packed) ? std::optional(Currency(packed)) : std::nullopt;
}

QString Currency::code() const
{
    const char letters[] = {char(m_packed >> 16), char(m_packed >> 8), char(m_packed)};
    return QString::fromLatin1(letters, 3);
}

int Currency::minorDigits() const
{
    const Row *row = find(m_packed);
    return row ? row->minorDigits : 0;
}

int Currency::number() const
{
    const Row *row = find(m_packed);
    return row ? row->number : 999;
}

std::int64_t Currency::cashStepMinor() const
{
    const Row *row = find(m_packed);
    return row ? row->cashStep : 1;
}

} // namespace evertill

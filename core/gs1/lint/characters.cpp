#include "core/gs1/lint/characters.h"

#include <algorithm>
#include <array>

namespace evertill::gs1 {
namespace {

constexpr std::string_view kSet82 =
    "!\"%&'()*+,-./0123456789:;<=>?ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz";
constexpr std::string_view kSet39 = "#-/0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
constexpr std::string_view kSet64 = "-0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz";

constexpr std::array<signed char, 256> ranksIn(std::string_view set)
{
    std::array<signed char, 256> ranks{};
    ranks.fill(-1);
    for (std::size_t i = 0; i < set.size(); ++i)
        ranks[static_cast<unsigned char>(set[i])] = static_cast<signed char>(i);
    return ranks;
}

constexpr auto kRanks82 = ranksIn(kSet82);
constexpr auto kRanks39 = ranksIn(kSet39);
constexpr auto kRanks64 = ranksIn(kSet64);

Verdict onlyFrom(const std::array<signed char, 256> &ranks, std::string_view value, const char *problem)
{
    for (std::size_t i = 0; i < value.size(); ++i) {
        if (ranks[static_cast<unsigned char>(value[i])] < 0)
            return Flaw{i, 1, problem};
    }
    return {};
}

bool isHexDigit(char c) { return isDigit(c) || (c >= 'A' && c <= 'F') || (c >= 'a' && c <= 'f'); }

} // namespace

Verdict characterSet82(std::string_view value)
{
    return onlyFrom(kRanks82, value, "a character that no GS1 code holds");
}

Verdict characterSet39(std::string_view value)
{
    return onlyFrom(kRanks39, value, "only #, -, /, 0 to 9 and A to Z may stand here");
}

Verdict characterSet64(std::string_view value)
{
    const std::size_t end = value.find_last_not_of('=');
    const std::size_t length = end == std::string_view::npos ? 0 : end + 1;
    const std::size_t pads = value.size() - length;
    if (pads > 2 || (pads > 0 && value.size() % 3 != 0))
        return Flaw{length, pads, "wrong padding"};
    return onlyFrom(kRanks64, value.substr(0, length), "only -, _, 0 to 9, A to Z and a to z may stand here");
}

int rankInSet82(char c) { return kRanks82[static_cast<unsigned char>(c)]; }

Verdict onlyHyphens(std::string_view value)
{
    const bool isRight = !value.empty() && value.find_first_not_of('-') == std::string_view::npos;
    return isRight ? Verdict() : Flaw{0, value.size(), "only hyphens may stand here"};
}

Verdict hasNonDigit(std::string_view value)
{
    const bool isRight = !std::all_of(value.begin(), value.end(), isDigit);
    return isRight ? Verdict() : Flaw{0, value.size(), "a character that is no digit must stand here"};
}

Verdict importerIndex(std::string_view value)
{
    if (value.size() != 1)
        return Flaw{0, value.size(), "the importer index is one character"};
    return onlyFrom(kRanks64, value, "the importer index is none of -, _, 0 to 9, A to Z, a to z");
}

Verdict percentEncoded(std::string_view value)
{
    for (std::size_t i = value.find('%'); i != std::string_view::npos; i = value.find('%', i + 3)) {
        const std::string_view code = value.substr(i, 3);
        if (code.size() < 3 || !isHexDigit(code[1]) || !isHexDigit(code[2]))
            return Flaw{i, code.size(), "a percent sign needs two hexadecimal digits behind it"};
    }
    return {};
}

} // namespace evertill::gs1

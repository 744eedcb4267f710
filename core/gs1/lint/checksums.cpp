#include "core/gs1/lint/checksums.h"

#include "core/gs1/lint/characters.h"
#include "core/gs1/lint/code_lists.h"

#include <algorithm>
#include <array>

namespace evertill::gs1 {
namespace {

constexpr std::string_view kPairCharacters = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
constexpr std::size_t kMostChecked = 97;
constexpr std::size_t kShortestIban = 11;
constexpr std::size_t kLongestIban = 34;
constexpr std::size_t kShortestPrefix = 4;

constexpr std::array<unsigned, kMostChecked> firstPrimes()
{
    std::array<unsigned, kMostChecked> primes{};
    std::size_t count = 0;
    for (unsigned candidate = 2; count < kMostChecked; ++candidate) {
        bool isPrime = true;
        for (std::size_t i = 0; i < count && isPrime; ++i)
            isPrime = candidate % primes[i] != 0;
        if (isPrime)
            primes[count++] = candidate;
    }
    return primes;
}

constexpr auto kPrimes = firstPrimes();

/// A digit's own value, a letter's as ISO 13616 has it, A as 10; -1 for anything else.
int ibanValue(char c)
{
    if (isDigit(c))
        return c - '0';
    return c >= 'A' && c <= 'Z' ? c - 'A' + 10 : -1;
}

Verdict companyPrefix(std::string_view value, std::size_t from)
{
    if (value.size() < from + kShortestPrefix)
        return Flaw{0, value.size(), "too short for a GS1 company prefix"};
    const Verdict digits = onlyDigits(value.substr(from, kShortestPrefix));
    return digits ? Flaw{from + digits->at, 1, "a GS1 company prefix has digits alone"} : Verdict();
}

} // namespace

int checkDigitFor(std::string_view digits)
{
    int sum = 0;
    int weight = 3;
    for (auto digit = digits.rbegin(); digit != digits.rend(); ++digit) {
        sum += (*digit - '0') * weight;
        weight = 4 - weight;
    }
    return (10 - sum % 10) % 10;
}

Verdict checkDigit(std::string_view value)
{
    if (value.empty())
        return Flaw{0, 0, "the check digit is missing"};
    if (Verdict digits = onlyDigits(value))
        return digits;
    const bool isRight = value.back() - '0' == checkDigitFor(value.substr(0, value.size() - 1));
    return isRight ? Verdict() : Flaw{value.size() - 1, 1, "the check digit is wrong"};
}

Verdict checkCharacterPair(std::string_view value)
{
    if (value.size() < 2)
        return Flaw{0, value.size(), "the pair of check characters is missing"};
    const std::size_t length = value.size() - 2;
    if (length > kMostChecked)
        return Flaw{0, value.size(), "too long for a pair of check characters"};
    if (Verdict bad = characterSet82(value.substr(0, length)))
        return bad;
    for (std::size_t i = length; i < value.size(); ++i) {
        if (kPairCharacters.find(value[i]) == std::string_view::npos)
            return Flaw{i, 1, "no character that a check pair has"};
    }
    const bool isRight = value.substr(length) == checkCharactersFor(value.substr(0, length));
    return isRight ? Verdict() : Flaw{length, 2, "the check characters are wrong"};
}

std::string checkCharactersFor(std::string_view value)
{
    unsigned sum = 0;
    for (std::size_t i = 0; i < value.size(); ++i)
        sum += static_cast<unsigned>(rankInSet82(value[i])) * kPrimes[value.size() - 1 - i];
    sum %= 1021;
    return {kPairCharacters[sum / 32], kPairCharacters[sum % 32]};
}

Verdict iban(std::string_view value)
{
    if (value.size() < 4)
        return Flaw{0, value.size(), "too short for an IBAN"};
    if (!isCountryLetters(value.substr(0, 2)))
        return Flaw{0, 2, "an IBAN begins with a country's two letters"};
    if (value.size() > kLongestIban || value.size() < kShortestIban)
        return Flaw{
            0, value.size(), value.size() > kLongestIban ? "too long for an IBAN" : "too short for an IBAN"};
    unsigned rest = 0;
    for (std::size_t i = 0; i < value.size(); ++i) {
        const std::size_t at = (i + 4) % value.size();
        const int worth = ibanValue(value[at]);
        if (worth < 0)
            return Flaw{at, 1, "an IBAN has digits and capital letters alone"};
        rest = (rest * (worth < 10 ? 10U : 100U) + unsigned(worth)) % 97;
    }
    return rest == 1 ? Verdict() : Flaw{2, 2, "the IBAN's check digits are wrong"};
}

Verdict companyPrefixAtStart(std::string_view value) { return companyPrefix(value, 0); }

Verdict companyPrefixAfterFirst(std::string_view value) { return companyPrefix(value, 1); }

} // namespace evertill::gs1

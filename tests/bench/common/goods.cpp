#include "tests/bench/common/goods.h"

#include <cstdio>

namespace evertill::bench {
namespace {

constexpr const char *kKinds[] = {"rye bread", "oat drink", "apple juice", "ground coffee", "olive oil",
    "dark chocolate", "tomato passata", "basmati rice", "mountain cheese", "strawberry jam", "peppermint tea",
    "almond biscuits", "sparkling water", "lager beer", "red wine", "dish soap", "toothpaste", "candles", "notebook",
    "cotton socks"};
constexpr const char *kWays[] = {"organic", "family pack", "unsweetened", "from the region", "extra fine", "roasted",
    "mild", "gluten-free", "limited edition", "classic"};
constexpr const char *kSyllables[] = {"ka", "lo", "mi", "ra", "ne", "tu", "vi", "so", "be", "da", "fe", "gri", "ho",
    "ja", "ku", "la", "mo", "ni", "pe", "qui"};

std::string brandOf(std::uint64_t h)
{
    std::string brand = std::string(kSyllables[h % 20]) + kSyllables[h / 20 % 20] + kSyllables[h / 400 % 20];
    brand[0] = char(brand[0] - 'a' + 'A');
    return brand;
}

/// EAN-13: the multiplier spreads neighbours, the prime modulus keeps them apart.
std::string gtinOf(std::uint64_t number)
{
    char digits[16];
    std::snprintf(digits, sizeof digits, "%012llu",
        static_cast<unsigned long long>(400'000'000'000ULL + (number + 1) * 387'420'489ULL % 1'000'000'007ULL));
    int sum = 0;
    for (int i = 0; i < 12; ++i)
        sum += (digits[i] - '0') * (i % 2 ? 3 : 1);
    return std::string(digits, 12) + char('0' + (10 - sum % 10) % 10);
}

} // namespace

std::uint64_t mixed(std::uint64_t n)
{
    n += 0x9E3779B97F4A7C15ULL;
    n = (n ^ (n >> 30)) * 0xBF58476D1CE4E5B9ULL;
    n = (n ^ (n >> 27)) * 0x94D049BB133111EBULL;
    return n ^ (n >> 31);
}

Goods product(std::uint64_t number)
{
    const std::uint64_t h = mixed(number);
    char sku[16];
    std::snprintf(sku, sizeof sku, "S%09llu", static_cast<unsigned long long>(number));
    Goods goods;
    goods.sku = sku;
    goods.gtin = gtinOf(number);
    goods.name = brandOf(h) + ' ' + kKinds[h / 8000 % 20] + ' ' + kWays[h / 160'000 % 10] + ' '
        + std::to_string(50 + h / 1'600'000 % 40 * 25) + " g";
    goods.price = std::int64_t(49 + h / 64'000'000 % 9950);
    return goods;
}

std::vector<Goods> basket(std::uint64_t n, std::uint64_t products)
{
    std::vector<Goods> goods;
    for (std::uint64_t line = 0; line < 5; ++line) {
        const std::uint64_t h = mixed(n * 5 + line + 1'000'000'007);
        goods.push_back(product(h % products));
        goods.back().quantity = std::int64_t(1000 * (1 + h / products % 3));
    }
    return goods;
}

} // namespace evertill::bench

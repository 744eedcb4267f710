#include "tests/bench/commit/goods.h"

#include <cstdio>

namespace evertill::bench {
namespace {

std::uint64_t mixed(std::uint64_t x)
{
    x += 0x9E3779B97F4A7C15ULL;
    x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9ULL;
    x = (x ^ (x >> 27)) * 0x94D049BB133111EBULL;
    return x ^ (x >> 31);
}

constexpr const char *kKinds[] = {"Rye bread", "Oat drink", "Apple juice", "Ground coffee", "Olive oil",
    "Dark chocolate", "Tomato passata", "Basmati rice", "Mountain cheese", "Strawberry jam"};
constexpr const char *kWays[] = {
    "organic", "family pack", "unsweetened", "from the region", "extra fine", "roasted", "mild"};

} // namespace

std::vector<Goods> basket(std::uint64_t n)
{
    std::vector<Goods> goods;
    for (std::uint64_t line = 0; line < 5; ++line) {
        const std::uint64_t h = mixed(n * 5 + line);
        const std::uint64_t product = h % 100'000;
        const std::uint64_t of = mixed(product);
        char sku[16];
        char gtin[16];
        char name[64];
        std::snprintf(sku, sizeof sku, "S%09llu", static_cast<unsigned long long>(product));
        std::snprintf(
            gtin, sizeof gtin, "04%012llu", static_cast<unsigned long long>(of % 1'000'000'000'000ULL));
        std::snprintf(name, sizeof name, "%s %s %llu g", kKinds[of % 10], kWays[of / 10 % 7],
            static_cast<unsigned long long>(50 + of / 70 % 40 * 25));
        goods.push_back(
            {sku, gtin, name, std::int64_t(49 + of / 3000 % 9950), std::int64_t(1000 * (1 + h / 7 % 3))});
    }
    return goods;
}

} // namespace evertill::bench

#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace evertill::bench {

/// A product of a made-up shop; the same number gives the same product in every run.
struct Goods {
    std::string sku;
    std::string gtin; ///< 13 digits, check digit right, another for every product
    std::string name;
    std::int64_t price = 0;
    std::int64_t quantity = 1000; ///< thousandths
};

/// \a number < 1,000,000,007.
[[nodiscard]] Goods product(std::uint64_t number);
/// What the \a n-th customer buys: five lines out of \a products.
[[nodiscard]] std::vector<Goods> basket(std::uint64_t n, std::uint64_t products = 100'000);
/// A number from \a n that looks like chance, the same in every run.
[[nodiscard]] std::uint64_t mixed(std::uint64_t n);

} // namespace evertill::bench

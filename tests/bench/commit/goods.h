#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace evertill::bench {

/// A product of a made-up shop; the same number gives the same product in every run.
struct Goods {
    std::string sku;
    std::string gtin;
    std::string name;
    std::int64_t price = 0;
    std::int64_t quantity = 0; ///< thousandths
};

/// What the \a n-th customer buys: five lines.
[[nodiscard]] std::vector<Goods> basket(std::uint64_t n);

} // namespace evertill::bench

#pragma once

#include "core/base/seeded_random.h"

#include <vector>

namespace evertill::sim {

/// Dice that fall alike for one seed.
class Chance final {
public:
    explicit Chance(std::uint64_t seed) : m_random(seed) { }

    [[nodiscard]] std::uint64_t any() { return m_random.next64(); }
    /// 0 … bound − 1.
    [[nodiscard]] std::int64_t below(std::int64_t bound)
    {
        return std::int64_t(any() % std::uint64_t(bound));
    }
    [[nodiscard]] std::int64_t between(std::int64_t least, std::int64_t most)
    {
        return least + below(most - least + 1);
    }
    [[nodiscard]] bool percent(std::int64_t likely) { return below(100) < likely; }
    template <typename T> [[nodiscard]] T &oneOf(std::vector<T> &all)
    {
        return all[std::size_t(below(std::int64_t(all.size())))];
    }
    [[nodiscard]] Random &random() { return m_random; }

private:
    SeededRandom m_random;
};

} // namespace evertill::sim

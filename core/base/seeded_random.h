#pragma once

#include "core/base/random.h"

namespace evertill {

/// Chance that repeats: splitmix64 from a seed. For tests, benchmarks and replays of records; never for keys.
/// One thread.
class SeededRandom final : public Random {
public:
    explicit SeededRandom(std::uint64_t seed) : m_state(seed) { }
    void fill(std::span<std::uint8_t> bytes) override
    {
        for (std::size_t at = 0; at < bytes.size();) {
            std::uint64_t word = (m_state += 0x9E3779B97F4A7C15ULL);
            word = (word ^ (word >> 30)) * 0xBF58476D1CE4E5B9ULL;
            word = (word ^ (word >> 27)) * 0x94D049BB133111EBULL;
            word ^= word >> 31;
            for (int i = 0; i < 8 && at < bytes.size(); ++i, ++at, word >>= 8)
                bytes[at] = std::uint8_t(word);
        }
    }

private:
    std::uint64_t m_state;
};

} // namespace evertill

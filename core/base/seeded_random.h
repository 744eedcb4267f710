#pragma once

#include "core/base/random.h"

namespace evertill {

/// Chance that repeats: splitmix64 from a seed. For tests, benchmarks and replays of records; never for keys.
/// One thread.
class SeededRandom final : public Random {
public:
    explicit SeededRandom(std::uint64_t seed) : m_state(seed) { }
    void fill(std::span<std::uint8_t> bytes) override;

private:
    std::uint64_t m_state;
};

} // namespace evertill

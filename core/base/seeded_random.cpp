#include "core/base/seeded_random.h"

namespace evertill {

void SeededRandom::fill(std::span<std::uint8_t> bytes)
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

} // namespace evertill

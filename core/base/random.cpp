#include "core/base/random.h"

#include <cstring>

namespace evertill {

std::uint64_t Random::next64()
{
    std::array<std::uint8_t, 8> bytes = {};
    fill(bytes);
    std::uint64_t value = 0;
    std::memcpy(&value, bytes.data(), bytes.size());
    return value;
}

Uuid Random::uuid(Instant at)
{
    std::array<std::uint8_t, 16> bytes = {};
    fill(std::span(bytes).subspan(6));
    const auto ms = static_cast<std::uint64_t>(at.us / 1000);
    for (std::size_t i = 0; i < 6; ++i)
        bytes[i] = std::uint8_t(ms >> (40 - 8 * i));
    bytes[6] = std::uint8_t((bytes[6] & 0x0f) | 0x70);
    bytes[8] = std::uint8_t((bytes[8] & 0x3f) | 0x80);
    return Uuid(bytes);
}

} // namespace evertill

#include "core/base/uuid.h"

#include <algorithm>

namespace evertill {
namespace {

constexpr bool isHyphenAt(int at) { return at == 8 || at == 13 || at == 18 || at == 23; }

int hexValue(char digit)
{
    if (digit >= '0' && digit <= '9')
        return digit - '0';
    const char lower = char(digit | 0x20);
    return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

} // namespace

std::optional<Uuid> Uuid::fromText(QByteArrayView text)
{
    if (text.size() != 36)
        return std::nullopt;
    std::array<std::uint8_t, 16> bytes = {};
    int nibble = 0;
    for (int at = 0; at < 36; ++at) {
        if (isHyphenAt(at)) {
            if (text[at] != '-')
                return std::nullopt;
            continue;
        }
        const int value = hexValue(text[at]);
        if (value < 0)
            return std::nullopt;
        auto &byte = bytes[std::size_t(nibble / 2)];
        byte = std::uint8_t((byte << 4) | value);
        ++nibble;
    }
    return Uuid(bytes);
}

std::optional<Uuid> Uuid::fromBytes(QByteArrayView bytes)
{
    if (bytes.size() != 16)
        return std::nullopt;
    std::array<std::uint8_t, 16> copy = {};
    std::copy(bytes.begin(), bytes.end(), copy.begin());
    return Uuid(copy);
}

std::array<char, 36> Uuid::text() const
{
    static constexpr char kDigits[] = "0123456789abcdef";
    std::array<char, 36> text = {};
    char *out = text.data();
    for (std::size_t i = 0; i < 16; ++i) {
        if (i == 4 || i == 6 || i == 8 || i == 10)
            *out++ = '-';
        *out++ = kDigits[m_bytes[i] >> 4];
        *out++ = kDigits[m_bytes[i] & 15];
    }
    return text;
}

} // namespace evertill

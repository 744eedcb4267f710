#include "core/gs1/uri_path.h"

#include <algorithm>

namespace evertill::gs1 {
namespace {

constexpr std::string_view kHex = "0123456789ABCDEF";

bool isUnreserved(char c)
{
    return isDigit(c) || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '-' || c == '.' || c == '_'
        || c == '~';
}

int hexValue(char c)
{
    if (isDigit(c))
        return c - '0';
    if (c >= 'A' && c <= 'F')
        return c - 'A' + 10;
    return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

/// Whether \a some stand in \a order without going back.
bool isPartOf(std::span<const std::string> some, const std::vector<std::string> &order)
{
    auto from = order.begin();
    for (const std::string &one : some) {
        from = std::find(from, order.end(), one);
        if (from == order.end())
            return false;
        ++from;
    }
    return true;
}

} // namespace

bool isPath(std::span<const std::string> ais)
{
    const AiSpec *key = ais.empty() ? nullptr : findAi(ais.front());
    if (!key || !key->isUriKey)
        return false;
    const auto qualifiers = ais.subspan(1);
    return qualifiers.empty()
        || std::any_of(key->uriQualifiers.begin(), key->uriQualifiers.end(),
            [&](const auto &order) { return isPartOf(qualifiers, order); });
}

std::string percentEncode(std::string_view value)
{
    std::string text;
    for (const char c : value) {
        const auto byte = static_cast<unsigned char>(c);
        if (isUnreserved(c))
            text += c;
        else
            text += {'%', kHex[byte / 16], kHex[byte % 16]};
    }
    return text;
}

std::optional<std::string> percentDecode(std::string_view text, bool isQuery)
{
    std::string value;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool isCode =
            text[i] == '%' && i + 2 < text.size() && hexValue(text[i + 1]) >= 0 && hexValue(text[i + 2]) >= 0;
        if (isCode) {
            value += static_cast<char>(hexValue(text[i + 1]) * 16 + hexValue(text[i + 2]));
            i += 2;
        } else {
            value += isQuery && text[i] == '+' ? ' ' : text[i];
        }
        if (value.back() == '\0')
            return std::nullopt;
    }
    return value;
}

} // namespace evertill::gs1

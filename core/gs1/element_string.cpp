#include "core/gs1/element_string.h"

#include "core/gs1/ai_table.h"

namespace evertill::gs1 {
namespace {

constexpr std::string_view kSeparators = "\x1d^";

tl::unexpected<Refusal> tooMany(std::size_t at)
{
    return malformed({at, 0, "more elements than a code holds"});
}

/// The bracket that begins the next AI: one without a backslash before it.
std::size_t nextBracket(std::string_view text, std::size_t from)
{
    std::size_t at = text.find('(', from);
    while (at != std::string_view::npos && at > from && text[at - 1] == '\\')
        at = text.find('(', at + 1);
    return std::min(at, text.size());
}

std::string withoutEscapes(std::string_view text)
{
    std::string plain;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '\\' && i + 1 < text.size() && text[i + 1] == '(')
            ++i;
        plain += text[i];
    }
    return plain;
}

} // namespace

Result<Elements> readElementString(std::string_view data)
{
    if (data.empty())
        return malformed({0, 0, "the code holds no data"});
    Elements elements;
    for (std::size_t at = 0; at < data.size();) {
        const std::string_view rest = data.substr(at);
        const AiSpec *spec = aiAtStartOf(rest);
        if (!spec)
            return malformed(
                {at, std::min<std::size_t>(rest.size(), 4), "no application identifier begins so"});
        if (elements.size() == kMostElements)
            return tooMany(at);
        std::string_view value = rest.substr(spec->ai.size());
        value = value.substr(0, value.find_first_of(kSeparators));
        if (spec->isFixedLength)
            value = value.substr(0, spec->longest);
        if (const Verdict flaw = spec->check(value))
            return malformed(*flaw, spec->ai);
        elements.push_back({spec->ai, std::string(value)});
        at += spec->ai.size() + value.size();
        if (at < data.size() && kSeparators.find(data[at]) != std::string_view::npos)
            ++at;
    }
    return elements;
}

Result<Elements> readBracketed(std::string_view text)
{
    Elements elements;
    std::size_t at = 0;
    while (at < text.size() || elements.empty()) {
        const std::size_t close = text.substr(0, std::min(text.size(), at + 6)).find(')', at);
        if (at >= text.size() || text[at] != '(' || close == std::string_view::npos)
            return malformed({at, 0, "an application identifier in brackets must stand here"});
        const std::string_view ai = text.substr(at + 1, close - at - 1);
        const AiSpec *spec = findAi(ai);
        if (!spec)
            return malformed({at + 1, ai.size(), "no such application identifier"});
        if (elements.size() == kMostElements)
            return tooMany(at);
        at = nextBracket(text, close + 1);
        std::string value = withoutEscapes(text.substr(close + 1, at - close - 1));
        if (const Verdict flaw = spec->check(value))
            return malformed(*flaw, spec->ai);
        elements.push_back({spec->ai, std::move(value)});
    }
    return elements;
}

} // namespace evertill::gs1

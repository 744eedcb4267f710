#include "core/gs1/ai_table.h"

#include "core/gs1/ai_rows.h"

#include <algorithm>
#include <charconv>

namespace evertill::gs1 {
namespace {

std::vector<std::string> split(std::string_view text, char separator)
{
    std::vector<std::string> parts;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find(separator), text.size());
        if (end > 0)
            parts.emplace_back(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return parts;
}

std::size_t number(std::string_view digits)
{
    std::size_t value = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), value);
    return value;
}

Linter characterSet(char type)
{
    switch (type) {
    case 'N':
        return linterNamed("csetnumeric");
    case 'X':
        return linterNamed("cset82");
    case 'Y':
        return linterNamed("cset39");
    default:
        return linterNamed("cset64");
    }
}

/// "N14,csum,gcppos2", "X..20", "[N6],yymmdd".
AiComponent componentFrom(const std::string &text)
{
    std::vector<std::string> words = split(text, ',');
    std::string size = words.front();
    AiComponent component;
    component.isOptional = size.front() == '[';
    if (component.isOptional)
        size = size.substr(1, size.size() - 2);
    component.checks.push_back(characterSet(size.front()));
    const std::string length = size.substr(1);
    const bool isVariable = length.starts_with("..");
    component.most = number(isVariable ? length.substr(2) : length);
    component.least = isVariable ? 1 : component.most;
    for (std::size_t i = 1; i < words.size(); ++i)
        component.checks.push_back(linterNamed(words[i]));
    return component;
}

void addAttribute(AiSpec &spec, const std::string &attribute)
{
    const std::size_t equals = attribute.find('=');
    const std::string name = attribute.substr(0, equals);
    const std::string value = equals == std::string::npos ? std::string() : attribute.substr(equals + 1);
    if (name == "ex")
        spec.excluded = split(value, ',');
    if (name == "req") {
        auto &group = spec.required.emplace_back();
        for (const std::string &alternative : split(value, ','))
            group.push_back(split(alternative, '+'));
    }
    if (name == "dlpkey") {
        spec.isUriKey = true;
        for (const std::string &order : split(value, '|'))
            spec.uriQualifiers.push_back(split(order, ','));
    }
}

AiSpec specFrom(const AiRow &row)
{
    AiSpec spec;
    const std::string_view flags = row.flags;
    spec.title = row.title;
    spec.isFixedLength = flags.find('*') != std::string_view::npos;
    spec.mayBeUriAttribute = flags.find('?') != std::string_view::npos;
    for (const std::string &component : split(row.components, ' ')) {
        spec.components.push_back(componentFrom(component));
        spec.longest += spec.components.back().most;
    }
    for (const std::string &attribute : split(row.attributes, ' '))
        addAttribute(spec, attribute);
    return spec;
}

std::vector<AiSpec> readRows()
{
    std::vector<AiSpec> specs;
    for (const AiRow &row : aiRows) {
        AiSpec spec = specFrom(row);
        const std::vector<std::string> ends = split(row.ai, '-');
        for (std::size_t ai = number(ends.front()); ai <= number(ends.back()); ++ai) {
            const std::string digits = std::to_string(ai);
            spec.ai = std::string(ends.front().size() - digits.size(), '0') + digits;
            specs.push_back(spec);
        }
    }
    std::sort(specs.begin(), specs.end(), [](const AiSpec &a, const AiSpec &b) { return a.ai < b.ai; });
    return specs;
}

Flaw within(Flaw flaw, std::size_t offset)
{
    flaw.at += offset;
    return flaw;
}

} // namespace

const std::vector<AiSpec> &allAis()
{
    static const std::vector<AiSpec> specs = readRows();
    return specs;
}

const AiSpec *findAi(std::string_view ai)
{
    const auto &specs = allAis();
    const auto found = std::lower_bound(specs.begin(), specs.end(), ai,
        [](const AiSpec &spec, std::string_view wanted) { return spec.ai < wanted; });
    return found != specs.end() && found->ai == ai ? &*found : nullptr;
}

const AiSpec *aiAtStartOf(std::string_view data)
{
    // No AI begins another: whichever length fits is the only one.
    for (std::size_t length = 2; length <= std::min<std::size_t>(4, data.size()); ++length) {
        if (const AiSpec *spec = findAi(data.substr(0, length)))
            return spec;
    }
    return nullptr;
}

bool fits(std::string_view ai, const AiSpec::Pattern &pattern)
{
    return ai.size() == pattern.size()
        && std::equal(ai.begin(), ai.end(), pattern.begin(),
            [](char digit, char wanted) { return wanted == 'n' || digit == wanted; });
}

Verdict AiSpec::check(std::string_view value) const
{
    std::size_t at = 0;
    for (const AiComponent &component : components) {
        const std::string_view part = value.substr(at, component.most);
        if (part.empty() && component.isOptional)
            break;
        if (part.size() < component.least)
            return Flaw{at, part.size(), value.empty() ? "the value is missing" : "the value is too short"};
        for (const Linter lint : component.checks) {
            if (Verdict flaw = lint(part))
                return within(*flaw, at);
        }
        at += part.size();
    }
    return at < value.size() ? Flaw{at, value.size() - at, "the value is too long"} : Verdict();
}

} // namespace evertill::gs1

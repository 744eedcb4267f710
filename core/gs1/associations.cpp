#include "core/gs1/ai_table.h"
#include "core/gs1/element_string.h"

#include <algorithm>

namespace evertill::gs1 {
namespace {

bool hasAny(std::span<const Element> elements, const AiSpec::Pattern &pattern)
{
    return std::any_of(
        elements.begin(), elements.end(), [&](const Element &one) { return fits(one.ai, pattern); });
}

Result<> checkRepeats(std::span<const Element> elements)
{
    for (const Element &element : elements) {
        if (*valueOf(elements, element.ai) != element.value)
            return malformed(
                {0, element.value.size(), "stands there twice, with different values"}, element.ai);
    }
    return {};
}

Result<> checkExcluded(std::span<const Element> elements, const AiSpec &spec)
{
    for (const AiSpec::Pattern &pattern : spec.excluded) {
        for (const Element &other : elements) {
            if (other.ai != spec.ai && fits(other.ai, pattern))
                return malformed({0, 0, "may not stand beside (" + other.ai + ")"}, spec.ai);
        }
    }
    return {};
}

Result<> checkRequired(std::span<const Element> elements, const AiSpec &spec)
{
    for (const auto &group : spec.required) {
        const bool isThere = std::any_of(group.begin(), group.end(), [&](const auto &alternative) {
            return std::all_of(alternative.begin(), alternative.end(),
                [&](const AiSpec::Pattern &pattern) { return hasAny(elements, pattern); });
        });
        if (!isThere)
            return malformed({0, 0,
                                 "needs another application identifier beside it, such as ("
                                     + group.front().front() + ")"},
                spec.ai);
    }
    return {};
}

/// A digital signature (8030) speaks of one piece: where the key may leave its serial away, it must be there.
Result<> checkSigned(std::span<const Element> elements)
{
    if (!valueOf(elements, "8030"))
        return {};
    for (const char *key : {"253", "255", "8003"}) {
        const std::string *value = valueOf(elements, key);
        const AiSpec *spec = findAi(key);
        const std::size_t withoutSerial = spec->longest - spec->components.back().most;
        if (value && value->size() == withoutSerial)
            return malformed({withoutSerial, 0, "a signed key needs its serial number"}, key);
    }
    return {};
}

} // namespace

Result<> checkAssociations(std::span<const Element> elements)
{
    if (auto checked = checkRepeats(elements); !checked)
        return checked;
    for (const Element &element : elements) {
        const AiSpec *spec = findAi(element.ai);
        if (auto checked = checkExcluded(elements, *spec); !checked)
            return checked;
        if (auto checked = checkRequired(elements, *spec); !checked)
            return checked;
    }
    return checkSigned(elements);
}

} // namespace evertill::gs1

#include "core/gs1/digital_link.h"
#include "core/gs1/uri_path.h"

#include <algorithm>

namespace evertill::gs1 {
namespace {

/// The order of the key's qualifiers in which most of \a elements have a place, the key first.
std::vector<std::string> bestPath(std::span<const Element> elements, const AiSpec &key)
{
    std::vector<std::string> best{key.ai};
    for (const auto &order : key.uriQualifiers) {
        std::vector<std::string> path{key.ai};
        std::copy_if(order.begin(), order.end(), std::back_inserter(path),
            [&](const std::string &ai) { return valueOf(elements, ai) != nullptr; });
        if (path.size() > best.size())
            best = path;
    }
    return best;
}

} // namespace

Result<std::string> digitalLink(std::span<const Element> elements, std::string_view stem)
{
    const auto key = std::find_if(
        elements.begin(), elements.end(), [](const Element &one) { return findAi(one.ai)->isUriKey; });
    if (key == elements.end())
        return malformed({0, 0, "no GS1 key is there for a web address to begin with"});
    const std::vector<std::string> path = bestPath(elements, *findAi(key->ai));
    std::string uri(stem.ends_with('/') ? stem.substr(0, stem.size() - 1) : stem);
    for (const std::string &ai : path)
        uri += '/' + ai + '/' + percentEncode(*valueOf(elements, ai));
    char before = '?';
    for (const bool isFixedLength : {true, false}) {
        for (std::size_t i = 0; i < elements.size(); ++i) {
            const Element &element = elements[i];
            const AiSpec *spec = findAi(element.ai);
            const bool isWritten = std::find(path.begin(), path.end(), element.ai) != path.end()
                || valueOf(elements.first(i), element.ai);
            if (isWritten || spec->isFixedLength != isFixedLength)
                continue;
            if (!spec->mayBeUriAttribute)
                return malformed({0, 0, "may not stand in the query"}, element.ai);
            uri += before + element.ai + '=' + percentEncode(element.value);
            before = '&';
        }
    }
    return uri;
}

} // namespace evertill::gs1

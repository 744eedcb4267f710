#include "core/gs1/digital_link.h"

#include "core/gs1/element_string.h"
#include "core/gs1/uri_path.h"

#include <algorithm>

namespace evertill::gs1 {
namespace {

constexpr std::string_view kUriCharacters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"
                                            "-._~:/?#[]@!$&'()*+,;=%";
constexpr std::string_view kNeverInDomain = "_~?#@!$&'()*+,;=%";

/// A URI in its parts; positions count from the beginning of the whole.
struct Parts {
    std::string_view path;
    std::string_view query;
    std::size_t pathAt = 0;
    std::size_t queryAt = 0;
};

struct Pair {
    std::string_view ai;
    std::string_view value;
    std::size_t at = 0; ///< of the AI in the URI
};

std::size_t schemeLength(std::string_view uri)
{
    for (const std::string_view scheme : {"https://", "HTTPS://", "http://", "HTTP://"}) {
        if (uri.starts_with(scheme))
            return scheme.size();
    }
    return 0;
}

Result<Parts> takeApart(std::string_view uri)
{
    const std::size_t bad = uri.find_first_not_of(kUriCharacters);
    if (bad != std::string_view::npos)
        return malformed({bad, 1, "no web address holds this character"});
    const std::size_t domain = schemeLength(uri);
    if (domain == 0)
        return malformed({0, 0, "no web address: it does not begin with http:// or https://"});
    const std::size_t slash = uri.find('/', domain);
    if (slash == std::string_view::npos || slash == domain)
        return malformed({domain, 0, "the web address has no domain or no path"});
    if (uri.substr(domain, slash - domain).find_first_of(kNeverInDomain) != std::string_view::npos)
        return malformed({domain, slash - domain, "no domain has such a name"});
    Parts parts;
    const std::string_view rest = uri.substr(slash);
    const std::string_view untilFragment = rest.substr(0, rest.find('#'));
    const std::size_t mark = std::min(untilFragment.find('?'), untilFragment.size());
    parts.path = untilFragment.substr(0, mark);
    parts.pathAt = slash;
    if (mark < untilFragment.size()) {
        parts.query = untilFragment.substr(mark + 1);
        parts.queryAt = slash + mark + 1;
    }
    return parts;
}

/// The pairs of the path from its last key on, which is where the Digital Link begins; none where there is no
/// key.
std::vector<Pair> pathPairs(const Parts &parts)
{
    std::vector<Pair> pairs;
    std::string_view path = parts.path;
    for (;;) {
        const std::size_t value = path.rfind('/');
        if (value == std::string_view::npos || value == 0)
            return {};
        const std::size_t ai = path.rfind('/', value - 1);
        if (ai == std::string_view::npos)
            return {};
        const std::string_view digits = path.substr(ai + 1, value - ai - 1);
        const AiSpec *spec = findAi(digits);
        if (!spec)
            return {};
        pairs.push_back({digits, path.substr(value + 1), parts.pathAt + ai + 1});
        if (spec->isUriKey) {
            std::reverse(pairs.begin(), pairs.end());
            return pairs;
        }
        path = path.substr(0, ai);
    }
}

/// The query's pairs with a number for a name, which must be an AI; other names are none of ours.
Result<std::vector<Pair>> queryPairs(const Parts &parts)
{
    std::vector<Pair> pairs;
    for (std::size_t at = 0; at < parts.query.size();) {
        const std::size_t end = std::min(parts.query.find('&', at), parts.query.size());
        const std::string_view one = parts.query.substr(at, end - at);
        const std::size_t equals = one.find('=');
        if (equals != std::string_view::npos && equals > 0 && !onlyDigits(one.substr(0, equals)))
            pairs.push_back({one.substr(0, equals), one.substr(equals + 1), parts.queryAt + at});
        at = end + 1;
    }
    for (const Pair &pair : pairs) {
        if (!findAi(pair.ai))
            return malformed({pair.at, pair.ai.size(), "no such application identifier"});
    }
    return pairs;
}

void padGtin(std::string &value)
{
    if (value.size() == 8 || value.size() == 12 || value.size() == 13)
        value.insert(0, 14 - value.size(), '0');
}

enum class Place { Path, Query };

Result<> addPair(const Pair &pair, Place place, UriReading reading, Elements &elements)
{
    auto value = percentDecode(pair.value, place == Place::Query);
    if (!value || value->empty())
        return malformed({0, 0, value ? "the value is missing" : "a value may not hold NUL"}, pair.ai);
    if (pair.ai == "01" && reading.takesShortGtins)
        padGtin(*value);
    if (const Verdict flaw = findAi(pair.ai)->check(*value))
        return malformed(*flaw, pair.ai);
    if (elements.size() == kMostElements)
        return malformed({pair.at, 0, "more elements than a code holds"});
    elements.push_back({std::string(pair.ai), std::move(*value)});
    return {};
}

/// Whether \a ai, found in the query, would fit into the path somewhere behind the key.
bool belongsIntoPath(const std::vector<std::string> &path, const std::string &ai)
{
    for (std::size_t at = 1; at <= path.size(); ++at) {
        std::vector<std::string> longer = path;
        longer.insert(longer.begin() + std::ptrdiff_t(at), ai);
        if (isPath(longer))
            return true;
    }
    return false;
}

Result<> checkAttribute(const Pair &pair, const std::vector<std::string> &path, const Elements &elements)
{
    if (valueOf(elements, pair.ai))
        return malformed({0, 0, "stands there twice"}, pair.ai);
    if (!findAi(pair.ai)->mayBeUriAttribute)
        return malformed({0, 0, "may not stand in the query"}, pair.ai);
    if (belongsIntoPath(path, std::string(pair.ai)))
        return malformed({0, 0, "belongs into the path"}, pair.ai);
    return {};
}

} // namespace

bool isWebAddress(std::string_view text) { return schemeLength(text) > 0; }

Result<Elements> readDigitalLink(std::string_view uri, UriReading reading)
{
    const auto parts = takeApart(uri);
    if (!parts)
        return tl::unexpected(parts.error());
    const std::vector<Pair> inPath = pathPairs(*parts);
    if (inPath.empty())
        return malformed({parts->pathAt, parts->path.size(), "no GS1 key stands in the path"});
    Elements elements;
    std::vector<std::string> path;
    for (const Pair &pair : inPath) {
        if (auto added = addPair(pair, Place::Path, reading, elements); !added)
            return tl::unexpected(added.error());
        path.emplace_back(pair.ai);
    }
    if (!isPath(path))
        return malformed({parts->pathAt, parts->path.size(), "these may not follow each other in a path"});
    const auto inQuery = queryPairs(*parts);
    if (!inQuery)
        return tl::unexpected(inQuery.error());
    for (const Pair &pair : *inQuery) {
        if (auto checked = checkAttribute(pair, path, elements); !checked)
            return tl::unexpected(checked.error());
        if (auto added = addPair(pair, Place::Query, reading, elements); !added)
            return tl::unexpected(added.error());
    }
    return elements;
}

} // namespace evertill::gs1

#include "core/pricing/promotion/spread.h"

#include "core/base/rounding.h"

#include <algorithm>
#include <numeric>

namespace evertill {
namespace {

/// One pass over the lines that still have room: exact shares, cut, and then the cents that are over.
std::int64_t pass(std::int64_t amount, std::span<const std::int64_t> weights,
    std::span<const std::int64_t> room, std::vector<std::int64_t> &parts)
{
    std::vector<std::size_t> open;
    evertill_int128 whole = 0;
    for (std::size_t i = 0; i < weights.size(); ++i) {
        if (parts[i] < room[i] && weights[i] > 0) {
            open.push_back(i);
            whole += weights[i];
        }
    }
    if (open.empty())
        return 0;
    std::vector<evertill_int128> remainders(weights.size());
    std::int64_t over = amount;
    std::int64_t given = 0;
    const auto give = [&](std::size_t i, std::int64_t wanted) {
        const std::int64_t fits = std::min(wanted, room[i] - parts[i]);
        parts[i] += fits;
        given += fits;
    };
    for (const std::size_t i : open) {
        const evertill_int128 share = evertill_int128(amount) * weights[i];
        remainders[i] = share % whole;
        over -= std::int64_t(share / whole);
        give(i, std::int64_t(share / whole));
    }
    std::stable_sort(open.begin(), open.end(),
        [&](std::size_t a, std::size_t b) { return remainders[a] > remainders[b]; });
    for (std::size_t i = 0; i < open.size() && over > 0; ++i, --over)
        give(open[i], 1);
    return given;
}

} // namespace

std::vector<std::int64_t> spread(
    std::int64_t amount, std::span<const std::int64_t> weights, std::span<const std::int64_t> room)
{
    std::vector<std::int64_t> parts(weights.size());
    while (amount > 0) {
        const std::int64_t given = pass(amount, weights, room, parts);
        if (given == 0)
            break;
        amount -= given;
    }
    return parts;
}

} // namespace evertill

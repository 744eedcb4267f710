#pragma once

#include "core/base/seeded_random.h"
#include "core/pricing/model/basket.h"

namespace evertill::test {

struct BasketSize {
    int lines = 8;
    int promotions = 5;
    int mostPieces = 4;
    bool hasTaxes = true;
};

/// A basket of a shop with everything in it, from \a random alone: pieces and weighed goods, promotions of
/// every kind that compete or do not, taxes inside and on top.
[[nodiscard]] Basket randomBasket(SeededRandom &random, const BasketSize &size);

/// Fifty products, a rule for each of twenty-six of them and their neighbour, and four for the ticket of
/// which one at most is given.
[[nodiscard]] Basket usualBasket(SeededRandom &random);

/// A number below \a limit.
[[nodiscard]] int below(SeededRandom &random, int limit);

} // namespace evertill::test

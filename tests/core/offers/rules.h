#pragma once

#include "core/replica/feed_row.h"

namespace evertill::test {

// Promotions as an OMS writes them.

[[nodiscard]] inline PromotionRow rule(const QString &id, const QByteArray &rest)
{
    return {id, "{\"id\":\"" + id.toUtf8() + "\"," + rest + "}"};
}

/// Of three pieces of \a sku the cheapest is free.
[[nodiscard]] inline PromotionRow threeForTwo(const QString &sku)
{
    return rule(QStringLiteral("three-for-two-") + sku,
        "\"name\":\"3 for 2\",\"benefits\":[{\"kind\":\"group\",\"parts\":[{\"goods\":{\"skus\":[\""
            + sku.toUtf8() + "\"]},\"units\":2},{\"goods\":{\"skus\":[\"" + sku.toUtf8()
            + "\"]},\"units\":1,\"got\":true}],\"ppm\":1000000}]");
}

/// 10 % off everything from 50.00 on.
[[nodiscard]] inline PromotionRow tenOffFifty()
{
    return rule(QStringLiteral("ten-off-fifty"),
        R"("name":"10 % from 50.00","when":[{"min_amount":5000}],"benefits":[{"kind":"percent_total","ppm":100000}])");
}

/// 5.00 off for whoever has the code, from 20.00 on.
[[nodiscard]] inline PromotionRow fiveWithCode(const QByteArray &more = {})
{
    return rule(QStringLiteral("welcome"),
        "\"name\":\"Welcome\",\"coupons\":[\"WELCOME5\"],\"when\":[{\"min_amount\":2000}],"
        "\"benefits\":[{\"kind\":\"amount_total\",\"amount\":500}]"
            + more);
}

/// A towel comes with two pieces of \a sku.
[[nodiscard]] inline PromotionRow towelWithTwo(const QString &sku, const QByteArray &more = {})
{
    return rule(QStringLiteral("tea-time"),
        "\"name\":\"Tea "
        "time\",\"benefits\":[{\"kind\":\"gift\",\"gift_sku\":\"TOWEL\",\"parts\":[{\"goods\":{\"skus\":[\""
            + sku.toUtf8() + "\"]},\"units\":2}]}]" + more);
}

} // namespace evertill::test

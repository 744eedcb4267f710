#pragma once

#include "core/pricing/json/basket_json.h"
#include "core/pricing/price_basket.h"

#include <QJsonDocument>

#include <numeric>

namespace evertill::test {

/// A basket of so many teapots for 20.00 and towels for 5.00, the towels scanned as gifts; where no
/// \a promotions are given, one towel comes with two teapots.
[[nodiscard]] inline QByteArray tea(int pots, int towels, const QByteArray &promotions = {})
{
    const auto line = [](const char *sku, int pieces, int price) {
        return pieces == 0 ? QByteArray()
                           : QByteArray("{\"sku\":\"") + sku + "\",\"quantity\":"
                + QByteArray::number(pieces * 1000) + ",\"price\":" + QByteArray::number(price) + "},";
    };
    QByteArray lines = line("POT", pots, 2000) + line("TOWEL", towels, 500);
    lines.chop(1);
    const QByteArray rule = R"({"id":"tea","name":"Tea time","benefits":[{"kind":"gift","gift_sku":"TOWEL",)"
                            R"("parts":[{"goods":{"skus":["POT"]},"units":2}]}]})";
    return R"({"currency":"EUR","gifts_are":"scanned","lines":[)" + lines + R"(],"promotions":[)"
        + (promotions.isEmpty() ? rule : promotions) + "]}";
}

[[nodiscard]] inline PricedBasket price(const QByteArray &json)
{
    const auto basket = readBasket(QJsonDocument::fromJson(json).object());
    if (!basket)
        qFatal("%s", qPrintable(basket.error().facts.value(QStringLiteral("problem")).toString()));
    return priceBasket(*basket).value();
}

/// Gifts that are still to be fetched.
[[nodiscard]] inline std::int64_t missing(const PricedBasket &priced)
{
    return std::accumulate(priced.freeGoods.begin(), priced.freeGoods.end(), std::int64_t(0),
        [](std::int64_t sum, const FreeGoods &goods) { return sum + goods.units; });
}

} // namespace evertill::test

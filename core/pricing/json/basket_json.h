#pragma once

#include "core/base/result.h"
#include "core/pricing/model/priced_basket.h"

#include <QJsonObject>

namespace evertill {

/// The basket that \a json describes, as resources/api/basket.schema.json has it. Strict: a field that is
/// unknown, missing or of the wrong kind is refused by its path, BadInput (problem). Whether the basket makes
/// sense is priceBasket()'s to say.
[[nodiscard]] Result<Basket> readBasket(const QJsonObject &json);

/// One promotion of the schema (#/$defs/promotion), read as strictly. Refuses BadInput (problem).
[[nodiscard]] Result<Promotion> readPromotion(const QJsonObject &json);

/// One price list of the schema (#/$defs/price_list), in \a currency where it names none. Refuses BadInput
/// (problem).
[[nodiscard]] Result<PriceList> readPriceList(const QJsonObject &json, Currency currency);

/// \a priced as JSON, with the reason of every cent.
[[nodiscard]] QJsonObject writePriced(const Basket &basket, const PricedBasket &priced);

} // namespace evertill

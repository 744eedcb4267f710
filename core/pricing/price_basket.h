#pragma once

#include "core/base/result.h"
#include "core/pricing/model/priced_basket.h"

namespace evertill {

/// Prices \a basket: finds each unit price, takes off what persons gave and then the best lawful combination
/// of promotions, reckons the taxes, and says how it is paid. Pure: no clock, no database, the same answer
/// for the same basket on every machine, and for any order in which its goods were scanned. Any thread.
///
/// To the cent: Σ amount − Σ discount + added taxes = Σ toPay; no line is below zero; each discount's shares
/// add up to it; the lines' taxes add up to the summary's.
///
/// Refuses, changing nothing: BadInput (problem) where the basket or a rule makes no sense, BadQuantity,
/// BadAmount, OverTendered (other tenders than cash exceed what is to pay).
[[nodiscard]] Result<PricedBasket> priceBasket(const Basket &basket);

/// The same with the taxes of \a taxes; where it refuses or its answer does not add up, of the local engine.
[[nodiscard]] Result<PricedBasket> priceBasket(const Basket &basket, const TaxProvider &taxes);

} // namespace evertill

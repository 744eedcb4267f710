#pragma once

#include "core/payment/gift_card_desk.h"

namespace evertill {

[[nodiscard]] QByteArray encodeHoldRequest(const Uuid &hold, SaleId cart, Money amount);
/// The answer to a hold of \a asked under \a hold. Refuses BadAnswer, also where the OMS would keep more than
/// it was asked for, or nothing, or another hold.
[[nodiscard]] Result<GiftCardHold> decodeHold(const QByteArray &body, const Uuid &hold, Money asked);
/// Refuses BadAnswer, also for another currency and a balance below zero.
[[nodiscard]] Result<Money> decodeBalance(const QByteArray &body, Currency currency);

} // namespace evertill

#pragma once

#include "core/customer/customer_desk.h"

namespace evertill {

/// What the OMS says of a customer. Refuses BadAnswer, also for another currency.
[[nodiscard]] Result<KnownCustomer> decodeCustomer(const QByteArray &body, Currency currency);

[[nodiscard]] QByteArray encodePurseRequest(
    Purse purse, const Uuid &hold, SaleId cart, const PurseWish &wish);
/// The answer to a hold of \a asked. Refuses BadAnswer, also where the OMS would keep more than it was asked
/// for, or nothing, or another hold.
[[nodiscard]] Result<PurseHold> decodePurseHold(
    const QByteArray &body, Purse purse, const Uuid &hold, std::int64_t asked);

} // namespace evertill

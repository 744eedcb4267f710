#pragma once

#include "core/customer/customer_desk.h"

namespace evertill {

/// What the OMS says of a customer. Refuses BadAnswer, also for another currency.
[[nodiscard]] Result<KnownCustomer> decodeCustomer(const QByteArray &body, Currency currency);

} // namespace evertill

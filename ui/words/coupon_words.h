#pragma once

#include <QString>

namespace evertill {

/// Why the coupon \a code gave nothing, as the customer is told; \a why is core/pricing's RefusedCoupon's.
[[nodiscard]] QString couponWords(const QString &code, const QString &why);

} // namespace evertill

#include "core/base/clock.h"

namespace evertill {

QDate Clock::localDate(Instant at) const
{
    constexpr std::int64_t kDayUs = 86'400'000'000;
    const std::int64_t local = at.us + std::int64_t(utcOffsetMinutes(at)) * 60'000'000;
    const std::int64_t days = local >= 0 ? local / kDayUs : (local - kDayUs + 1) / kDayUs;
    return QDate(1970, 1, 1).addDays(days);
}

} // namespace evertill

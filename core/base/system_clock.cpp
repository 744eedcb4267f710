#include "core/base/system_clock.h"

#include <chrono>
#include <ctime>

namespace evertill {

Instant SystemClock::now() const
{
    const auto since = std::chrono::system_clock::now().time_since_epoch();
    return {std::chrono::duration_cast<std::chrono::microseconds>(since).count()};
}

int SystemClock::utcOffsetMinutes(Instant at) const
{
    const auto seconds = static_cast<std::time_t>(at.us / 1'000'000);
    std::tm local = {};
    return localtime_r(&seconds, &local) ? int(local.tm_gmtoff / 60) : 0;
}

} // namespace evertill

#include <QString>

#include "core/pricing/model/audience.h"

#include <algorithm>

namespace evertill {
namespace {

bool isNamed(const QStringList &wanted, const QString &is) { return wanted.isEmpty() || wanted.contains(is); }

bool isOneOf(const QStringList &wanted, const QStringList &are)
{
    return wanted.isEmpty()
        || std::any_of(are.begin(), are.end(), [&](const QString &one) { return wanted.contains(one); });
}

} // namespace

bool Hours::holds(WallMinute moment) const
{
    const int minute = moment.minuteOfDay();
    const bool isAfterMidnight = until < from && minute < until;
    const bool isWithin = until < from ? minute >= from || isAfterMidnight : minute >= from && minute < until;
    // The small hours belong to the evening before.
    const int yesterday = (moment.weekday() + 5) % 7 + 1;
    const int day = isAfterMidnight ? yesterday : moment.weekday();
    return isWithin
        && (weekdays.empty() || std::find(weekdays.begin(), weekdays.end(), day) != weekdays.end());
}

bool isFor(const Audience &audience, const Occasion &occasion)
{
    if (!isNamed(audience.stores, occasion.store) || !isNamed(audience.channels, occasion.channel)
        || !isOneOf(audience.customerGroups, occasion.customerGroups))
        return false;
    if (!audience.asksForTheTime())
        return true;
    if (!occasion.moment)
        return false;
    const WallMinute now = *occasion.moment;
    const auto holds = [&](const Hours &hours) { return hours.holds(now); };
    return (!audience.from || now >= *audience.from) && (!audience.until || now < *audience.until)
        && (audience.hours.empty() || std::any_of(audience.hours.begin(), audience.hours.end(), holds));
}

} // namespace evertill

#pragma once

#include <QString>
#include <QStringList>

#include <cstdint>
#include <optional>
#include <vector>

namespace evertill {

/// A moment on the shop's wall clock, in minutes since the first Monday of the proleptic calendar: what
/// validity and happy hours are told in. Comes from outside; nothing here asks a clock.
struct WallMinute {
    std::int64_t minutes = 0;

    [[nodiscard]] int weekday() const { return int(minutes / 1440 % 7) + 1; } ///< 1 is Monday
    [[nodiscard]] int minuteOfDay() const { return int(minutes % 1440); }
    friend auto operator<=>(const WallMinute &, const WallMinute &) = default;
};

/// A time of day on some weekdays; over midnight where it ends before it starts.
struct Hours {
    std::vector<int> weekdays; ///< 1 is Monday; empty is every day
    int from = 0; ///< minute of the day, within
    int until = 1440; ///< minute of the day, without

    [[nodiscard]] bool holds(WallMinute moment) const;
};

/// Who, where and when: what a price list, a promotion or a tax rule is for. What is empty does not ask.
struct Audience {
    QStringList stores;
    QStringList channels;
    QStringList customerGroups; ///< the customer is in one of these
    std::optional<WallMinute> from; ///< within
    std::optional<WallMinute> until; ///< without
    std::vector<Hours> hours; ///< one of these holds

    [[nodiscard]] bool asksForTheTime() const { return from || until || !hours.empty(); }
};

/// The occasion of a basket, as an Audience asks about it.
struct Occasion {
    QString store;
    QString channel;
    QStringList customerGroups;
    std::optional<WallMinute> moment;
};

[[nodiscard]] bool isFor(const Audience &audience, const Occasion &occasion);

} // namespace evertill

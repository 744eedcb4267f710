#pragma once

#include <QByteArrayView>
#include <QDate>
#include <QtGlobal>

#include <array>
#include <chrono>
#include <cstdint>

namespace evertill {

/// A moment: microseconds since 1970-01-01T00:00:00Z.
struct Instant {
    std::int64_t us = 0;

    friend constexpr bool operator==(Instant, Instant) = default;
    friend constexpr auto operator<=>(Instant, Instant) = default;
    friend constexpr Instant operator+(Instant at, std::chrono::microseconds span)
    {
        return {at.us + span.count()};
    }
    friend constexpr std::chrono::microseconds operator-(Instant a, Instant b)
    {
        return std::chrono::microseconds(a.us - b.us);
    }
};

/// "2026-11-21": a day as ISO 8601 writes it, and as the journal and the tables keep it.
[[nodiscard]] std::array<char, 10> isoDate(QDate day);
/// The day that \a text, ten such characters, names; an invalid one where it names none.
[[nodiscard]] QDate dateFromIso(QByteArrayView text);

/// Where time comes from. Nothing in core or sync/engine asks the system itself. Implementations may be asked
/// from any thread.
class Clock {
public:
    virtual ~Clock() = default;
    [[nodiscard]] virtual Instant now() const = 0;
    /// Minutes that local time is ahead of UTC at \a at.
    [[nodiscard]] virtual int utcOffsetMinutes(Instant at) const = 0;
    /// The calendar day of \a at where the till stands.
    [[nodiscard]] QDate localDate(Instant at) const;
};

} // namespace evertill

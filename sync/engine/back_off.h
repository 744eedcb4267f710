#pragma once

#include "core/base/random.h"

#include <optional>

namespace evertill {

/// How long to leave a failing server alone: half a second, then twice as long each time up to a limit, of
/// which a random half, so that the tills of a shop don't all come back at once. A pause that the server asks
/// for is kept, up to ten minutes.
class BackOff final {
public:
    explicit BackOff(Random &random) : m_random(random) { }

    /// Begins a pause at \a now, at least \a asked long; without that at most \a longest.
    void failed(Instant now, std::chrono::seconds longest, std::optional<std::chrono::seconds> asked = {});
    /// Begins a pause of about \a length that counts as no failure.
    void rest(Instant now, std::chrono::milliseconds length);
    void succeeded();
    /// Ends the pause early, unless the server asked for it.
    void cutShort();

    /// Whether a pause is on. A clock that was set back does not lengthen it.
    [[nodiscard]] bool isOn(Instant now) const;
    /// When the pause ends; nothing where none was begun.
    [[nodiscard]] std::optional<Instant> end() const { return m_end; }

private:
    [[nodiscard]] std::chrono::microseconds jittered(std::chrono::microseconds length);
    void begin(Instant now, std::chrono::microseconds length);

    Random &m_random;
    int m_failures = 0;
    bool m_wasAsked = false;
    Instant m_begin;
    std::optional<Instant> m_end;
};

} // namespace evertill

#pragma once

#include "core/base/clock.h"

#include <functional>
#include <queue>

namespace evertill::sim {

/// What is due, in the order of its time, and of its entry where two are due at once.
class Agenda final {
public:
    using Work = std::function<void()>;

    void at(Instant when, Work work) { m_due.push({when, ++m_entries, std::move(work)}); }
    [[nodiscard]] std::optional<Instant> next() const
    {
        return m_due.empty() ? std::nullopt : std::optional(m_due.top().when);
    }
    /// Takes the first off the list.
    [[nodiscard]] Work take()
    {
        Work work = m_due.top().work;
        m_due.pop();
        return work;
    }

private:
    struct Entry {
        Instant when;
        std::uint64_t order;
        Work work;
        friend bool operator<(const Entry &a, const Entry &b)
        {
            return a.when != b.when ? b.when < a.when : b.order < a.order;
        }
    };
    std::priority_queue<Entry> m_due;
    std::uint64_t m_entries = 0;
};

} // namespace evertill::sim

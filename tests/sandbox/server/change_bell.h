#pragma once

#include <QtGlobal>
#include <chrono>
#include <condition_variable>
#include <mutex>

namespace evertill::sandbox {

/// Wakes held-open feeds the moment something was committed. Any thread may call.
class ChangeBell final {
public:
    /// How often it rang; taken before looking, so that no ring between looking and waiting is missed.
    [[nodiscard]] qint64 rings();
    void ring();
    /// Waits for a ring after \a seen. False at the deadline, and when the server closes.
    [[nodiscard]] bool waitBeyond(qint64 seen, std::chrono::steady_clock::time_point deadline);
    /// Wakes everybody, for good.
    void close();

private:
    std::mutex m_mutex;
    std::condition_variable m_rang;
    qint64 m_rings = 0;
    bool m_closed = false;
};

} // namespace evertill::sandbox

#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>

namespace evertill {

/// Where work on a file that has one writer is done: one piece at a time, in order of arrival. Posting is for
/// any thread.
class WorkQueue {
public:
    using Work = std::function<void()>;
    virtual ~WorkQueue() = default;
    virtual void post(Work work) = 0;
};

/// A thread of its own. What was posted before the destructor is done before it returns. Work must not throw.
class ThreadQueue final : public WorkQueue {
public:
    /// \a whenIdle runs on the thread each time the queue has run empty: the moment for a checkpoint.
    explicit ThreadQueue(Work whenIdle = {});
    ~ThreadQueue() override;
    void post(Work work) override;

private:
    void serve();

    Work m_whenIdle;
    std::mutex m_mutex;
    std::condition_variable m_arrived;
    std::deque<Work> m_waiting;
    bool m_closing = false;
    std::thread m_thread;
};

/// Runs the work there and then, on the caller's thread: for tests and for headless programs.
class InlineQueue final : public WorkQueue {
public:
    void post(Work work) override { work(); }
};

} // namespace evertill

#include "core/store/work_queue.h"

namespace evertill {

ThreadQueue::ThreadQueue(Work whenIdle) : m_whenIdle(std::move(whenIdle)), m_thread([this] { serve(); }) { }

ThreadQueue::~ThreadQueue()
{
    {
        const std::lock_guard lock(m_mutex);
        m_closing = true;
    }
    m_arrived.notify_one();
    m_thread.join();
}

void ThreadQueue::post(Work work)
{
    {
        const std::lock_guard lock(m_mutex);
        m_waiting.push_back(std::move(work));
    }
    m_arrived.notify_one();
}

void ThreadQueue::serve()
{
    std::unique_lock lock(m_mutex);
    for (;;) {
        if (m_waiting.empty() && m_whenIdle) {
            lock.unlock();
            m_whenIdle();
            lock.lock();
        }
        m_arrived.wait(lock, [this] { return m_closing || !m_waiting.empty(); });
        if (m_waiting.empty())
            return;
        const Work work = std::move(m_waiting.front());
        m_waiting.pop_front();
        lock.unlock();
        work();
        lock.lock();
    }
}

} // namespace evertill

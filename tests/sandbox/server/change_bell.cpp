#include "tests/sandbox/server/change_bell.h"

namespace evertill::sandbox {

qint64 ChangeBell::rings()
{
    const std::lock_guard lock(m_mutex);
    return m_rings;
}

void ChangeBell::ring()
{
    {
        const std::lock_guard lock(m_mutex);
        ++m_rings;
    }
    m_rang.notify_all();
}

bool ChangeBell::waitBeyond(qint64 seen, std::chrono::steady_clock::time_point deadline)
{
    std::unique_lock lock(m_mutex);
    return m_rang.wait_until(lock, deadline, [&] { return m_closed || m_rings > seen; }) && !m_closed;
}

void ChangeBell::close()
{
    {
        const std::lock_guard lock(m_mutex);
        m_closed = true;
    }
    m_rang.notify_all();
}

} // namespace evertill::sandbox

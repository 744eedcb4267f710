#include "tests/sandbox/server/oms_pool.h"

#include <openssl/rand.h>
#include <stdexcept>

namespace evertill::sandbox {

namespace {

QByteArray systemRandom(int count)
{
    QByteArray bytes(count, '\0');
    if (RAND_bytes(reinterpret_cast<unsigned char *>(bytes.data()), count) != 1)
        throw std::runtime_error("no random bytes");
    return bytes;
}

} // namespace

OmsPool::Lease OmsPool::lease()
{
    std::unique_ptr<Oms> oms;
    {
        const std::lock_guard lock(m_mutex);
        if (!m_free.empty()) {
            oms = std::move(m_free.back());
            m_free.pop_back();
        }
    }
    if (!oms)
        oms = std::make_unique<Oms>(m_path, m_settings, systemRandom);
    return Lease(oms.release(), [this](Oms *back) {
        std::unique_ptr<Oms> owned(back);
        const std::lock_guard lock(m_mutex);
        m_free.push_back(std::move(owned));
    });
}

} // namespace evertill::sandbox

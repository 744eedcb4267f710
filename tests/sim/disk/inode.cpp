#include "tests/sim/disk/inode.h"

#include <algorithm>

namespace evertill::sim {
namespace {

constexpr std::size_t kSector = 512;

} // namespace

Inode::Inode()
{
    static std::uint64_t made = 0;
    m_number = ++made;
}

Inode::Inode(const std::string &content) : Inode()
{
    m_content = content;
    m_durable = content;
}

void Inode::apply(std::string &content, const Write &write)
{
    if (write.isTruncation) {
        content.resize(write.at);
        return;
    }
    if (content.size() < write.at + write.bytes.size())
        content.resize(write.at + write.bytes.size());
    content.replace(write.at, write.bytes.size(), write.bytes);
}

void Inode::write(std::size_t at, const char *bytes, std::size_t count)
{
    m_unsynced.push_back({at, std::string(bytes, count), false});
    apply(m_content, m_unsynced.back());
}

void Inode::truncate(std::size_t size)
{
    m_unsynced.push_back({size, {}, true});
    apply(m_content, m_unsynced.back());
}

void Inode::sync()
{
    for (const Write &write : m_unsynced)
        apply(m_durable, write);
    m_unsynced.clear();
}

void Inode::cutPower(Chance &chance, Loss &loss)
{
    static constexpr std::int64_t kLikely[] = {0, 50, 90};
    const std::int64_t likely = kLikely[chance.below(3)];
    for (const Write &write : m_unsynced) {
        if (chance.percent(likely)) {
            apply(m_durable, write);
        } else if (!write.isTruncation && write.bytes.size() > kSector && chance.percent(40)) {
            ++loss.torn;
            for (std::size_t at = 0; at < write.bytes.size(); at += kSector) {
                if (chance.percent(50))
                    apply(m_durable, {write.at + at, write.bytes.substr(at, kSector), false});
            }
        } else {
            ++loss.lost;
        }
    }
    m_unsynced.clear();
    m_content = m_durable;
}

std::shared_ptr<Inode> Names::find(const std::string &path) const
{
    const auto found = m_now.find(path);
    return found == m_now.end() ? nullptr : found->second;
}

void Names::apply(Map &map, const Change &change)
{
    if (!change.from.empty())
        map.erase(change.from);
    if (change.inode)
        map[change.path] = change.inode;
    else
        map.erase(change.path);
}

void Names::set(const std::string &path, std::shared_ptr<Inode> inode)
{
    m_unsynced.push_back({path, std::move(inode), {}});
    apply(m_now, m_unsynced.back());
}

void Names::remove(const std::string &path)
{
    if (m_now.erase(path) > 0)
        m_unsynced.push_back({path, nullptr, {}});
}

void Names::rename(const std::string &from, const std::string &to)
{
    m_unsynced.push_back({to, find(from), from});
    apply(m_now, m_unsynced.back());
}

void Names::sync()
{
    m_durable = m_now;
    m_unsynced.clear();
}

void Names::cutPower(Chance &chance, Loss &loss)
{
    const std::size_t kept = std::size_t(chance.below(std::int64_t(m_unsynced.size()) + 1));
    loss.lost += int(m_unsynced.size() - kept);
    for (std::size_t i = 0; i < kept; ++i)
        apply(m_durable, m_unsynced[i]);
    m_unsynced.clear();
    m_now = m_durable;
}

} // namespace evertill::sim

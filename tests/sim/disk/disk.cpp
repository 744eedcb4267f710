#include "tests/sim/disk/disk.h"

#include "tests/sim/disk/disk_files.h"

#include <unordered_map>

namespace evertill::sim {
namespace {

std::unordered_map<std::string, Disk *> &disks()
{
    static std::unordered_map<std::string, Disk *> all;
    return all;
}

} // namespace

Disk::Disk(const std::string &machine, std::uint64_t seed)
    : m_root("/sim/" + machine), m_chance(seed), m_files(std::make_unique<DiskFiles>(*this))
{
    disks()[m_root] = this;
}

Disk::~Disk() { disks().erase(m_root); }

DataFolder Disk::folder() const { return {QString::fromStdString(m_root), *m_files}; }

Disk *Disk::of(const std::string &path)
{
    const auto found = disks().find(path.substr(0, path.find('/', 5)));
    return found == disks().end() ? nullptr : found->second;
}

Loss Disk::restart(bool powerCut)
{
    Loss loss;
    if (powerCut)
        m_names.cutPower(m_chance, loss);
    for (const auto &[path, inode] : m_names.all()) {
        if (!inode->handles.empty())
            qFatal("%s is still open", path.c_str());
        inode->shared.clear();
        if (powerCut)
            inode->cutPower(m_chance, loss);
    }
    m_hasEnded = false;
    m_endAt = 0;
    return loss;
}

Disk::Image Disk::image() const
{
    Image image;
    for (const auto &[path, inode] : m_names.all())
        image[path.substr(m_root.size())] = inode->content();
    return image;
}

void Disk::become(const Image &image)
{
    while (!m_names.all().empty())
        m_names.remove(m_names.all().begin()->first);
    for (const auto &[path, content] : image) {
        auto inode = std::make_shared<Inode>();
        inode->write(0, content.data(), content.size());
        inode->sync();
        m_names.set(m_root + path, std::move(inode));
    }
    m_names.sync();
}

void Disk::afterRead(int reads, std::function<void()> work)
{
    m_readsLeft = reads;
    m_afterReads = std::move(work);
}

void Disk::readEnded()
{
    if (m_afterReads && --m_readsLeft == 0)
        endReads();
}

void Disk::endReads()
{
    if (const auto work = std::exchange(m_afterReads, nullptr))
        work();
}

Disk::Step Disk::mayChange(bool grows)
{
    if (m_hasEnded)
        return Step::Ended;
    ++m_operations;
    if (m_endAt != 0 && m_operations >= m_endAt) {
        m_endsAfterChange = m_chance.percent(50);
        if (!m_endsAfterChange) {
            m_hasEnded = true;
            return Step::Ended;
        }
    }
    if (grows && m_isFull) {
        ++m_refused;
        m_endsAfterChange = false; // there is none
        return Step::Full;
    }
    return Step::Done;
}

bool Disk::endsNow()
{
    if (m_endsAfterChange)
        m_hasEnded = true;
    m_endsAfterChange = false;
    return m_hasEnded;
}

} // namespace evertill::sim

#pragma once

#include "tests/sim/machines/scene.h"

namespace evertill::sim {

/// While it stands, a process may end in the midst of what it does to its disk: at one of its next changes,
/// before or right after it. Nothing ends while all is healing.
class Peril final {
public:
    /// \a percent: how likely it ends, within the first \a changes.
    Peril(Scene &scene, Disk &disk, int percent, int changes = 12) : m_disk(disk)
    {
        if (!scene.isHealing && scene.chance.percent(percent))
            disk.endAt(scene.chance.between(1, changes));
    }
    ~Peril() { m_disk.endAt(0); }
    Peril(const Peril &) = delete;
    Peril &operator=(const Peril &) = delete;

private:
    Disk &m_disk;
};

} // namespace evertill::sim

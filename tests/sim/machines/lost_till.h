#pragma once

#include "sync/enrol/join_journal.h"
#include "tests/sim/machines/machines.h"

namespace evertill::sim {

/// Tills whose disks are gone, and the new machines that take their places with what the OMS has of them.
class LostTill final {
public:
    LostTill(Scene &scene, Machines &machines) : m_scene(scene), m_machines(machines) { }

    /// Whether the OMS can be asked for this till just now, and all that it has is of the till's own journal.
    [[nodiscard]] static bool canBeRebuilt(const Till &till);
    /// An empty disk, enrolled under the till's name: its journal is the OMS's copy, and an epoch of its own.
    /// What was never sent is gone. The machine may fail over it, and is enrolled again.
    void replace(Till &till);
    /// Enrols the machine as the till, and brings its folder and what the OMS has of it together, however
    /// often it fails over that. What other machines have under way under the till's name is refused from
    /// here on.
    struct Enrolled {
        Joined joined;
        bool lostPower = false; ///< meanwhile
    };
    [[nodiscard]] Enrolled join(Till &till);

private:
    void enrol(Till &till);

    Scene &m_scene;
    Machines &m_machines;
};

} // namespace evertill::sim

#pragma once

#include "tests/sim/machines/lost_till.h"

namespace evertill::sim {

/// Disks that were copied and that both went on as one till, until the OMS finds it out.
class Twins final {
public:
    Twins(Scene &scene, Machines &machines, LostTill &lostTill)
        : m_scene(scene), m_machines(machines), m_lostTill(lostTill)
    {
    }

    /// A second machine goes on from a copy of \a till's disk, as it is.
    void copyDisk(Till &till);
    /// Where the OMS has refused one of the two, and has all that the other did: that one is enrolled again
    /// and goes on as the till, with what both did; the other is put away.
    void settle();

private:
    void putAway(Till &till);
    void goOnAlone(Till &till);

    Scene &m_scene;
    Machines &m_machines;
    LostTill &m_lostTill;
};

} // namespace evertill::sim

#pragma once

#include "tests/sim/machines/lost_till.h"
#include "tests/sim/machines/machines.h"
#include "tests/sim/machines/sync_run.h"
#include "tests/sim/machines/twins.h"

namespace evertill::sim {

/// What befalls machines between two steps: power cuts, full disks, clocks that jump, an OMS that dies or
/// forgets.
class Trouble final {
public:
    Trouble(Scene &scene, Machines &machines, SyncRun &sync)
        : m_scene(scene), m_machines(machines), m_sync(sync), m_lostTill(scene, machines),
          m_twins(scene, machines, m_lostTill)
    {
    }

    void strike();
    /// What people do about troubles that have come to light.
    void mend() { m_twins.settle(); }
    /// From now on all is well.
    void end();

private:
    void strikeTill(Till &till);
    void strikeOms(OmsHouse &house);
    void jumpClock(Till &till);
    void loseReplica(Till &till);
    void keepBackup(Till &till);
    /// Puts the till's last backup in its ledger's place; its machine may fail over it.
    void restoreBackup(Till &till);

    Scene &m_scene;
    Machines &m_machines;
    SyncRun &m_sync;
    LostTill m_lostTill;
    Twins m_twins;
};

} // namespace evertill::sim

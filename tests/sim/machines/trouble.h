#pragma once

#include "tests/sim/machines/machines.h"
#include "tests/sim/machines/sync_run.h"

namespace evertill::sim {

/// What befalls machines between two steps: power cuts, full disks, clocks that jump, an OMS that dies or
/// forgets.
class Trouble final {
public:
    Trouble(Scene &scene, Machines &machines, SyncRun &sync)
        : m_scene(scene), m_machines(machines), m_sync(sync)
    {
    }

    void strike();
    /// From now on all is well.
    void end();

private:
    void strikeTill(Till &till);
    void strikeOms(OmsHouse &house);
    void jumpClock(Till &till);
    void loseReplica(Till &till);
    void keepBackup(Till &till);
    /// Puts the till's last backup in its ledger's place, where nothing since then speaks of shifts or cards.
    void restoreBackup(Till &till);

    Scene &m_scene;
    Machines &m_machines;
    SyncRun &m_sync;
};

} // namespace evertill::sim

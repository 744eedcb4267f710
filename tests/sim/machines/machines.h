#pragma once

#include "tests/sim/machines/scene.h"

namespace evertill::sim {

/// Starts tills, ends them in the midst of things, and looks at what they find on their disks.
class Machines final {
public:
    explicit Machines(Scene &scene) : m_scene(scene) { }

    /// Opens the till as its program does: everything that was said to be durable must be there, and what was
    /// under way wholly or not at all. \a afterPowerCut: commits of the replica may be gone. Ends it again
    /// where it is told to end.
    void start(Till &till, bool afterPowerCut = false);
    /// The process has ended: what its disk keeps, and when it starts again.
    void bury(Till &till);
    /// The till's ledger is its backup from here on.
    void goOnFromBackup(Till &till);
    /// Takes the events beyond what is confirmed for \a facts, which they must be, one by one.
    void record(Till &till, const std::vector<oracle::Fact> &facts);

private:
    void open(Till &till);
    void look(Till &till, bool afterPowerCut);
    void lookAtCart(Till &till);

    Scene &m_scene;
};

} // namespace evertill::sim

#pragma once

#include "tests/sim/machines/machines.h"

namespace evertill::sim {

/// What somebody does at a till, and what the oracle says must come of it.
struct Deed {
    QString what;
    std::string refusal; ///< the code's name; empty: it is done
    std::vector<oracle::Fact> facts; ///< the events that it leaves
    std::function<Result<>()> run;
    std::optional<std::optional<QByteArray>> cart; ///< the cart that is kept afterwards, where that changes
};

/// Has deeds done on the ledger's queue, with the disk failing and the process ending in the midst of some.
class Counter final {
public:
    Counter(Scene &scene, Machines &machines) : m_scene(scene), m_machines(machines) { }

    /// Whether it was done. Throws ProcessEnded where the process ended over it.
    bool perform(Till &till, const Deed &deed);

private:
    void judge(Till &till, const Deed &deed, const Result<> &result);

    Scene &m_scene;
    Machines &m_machines;
};

} // namespace evertill::sim

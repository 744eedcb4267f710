#pragma once

#include "tests/sim/people/counter.h"

namespace evertill::sim {

/// Sees to what the OMS could not apply, as far as the till has heard of it.
class Manager final {
public:
    Manager(Scene &scene, Counter &counter) : m_scene(scene), m_counter(counter) { }

    /// Settles a task, now and then one that is settled.
    void act(Till &till);

private:
    Scene &m_scene;
    Counter &m_counter;
};

} // namespace evertill::sim

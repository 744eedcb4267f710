#pragma once

#include "tests/sim/oracle/entities.h"
#include "tests/sim/people/counter.h"

namespace evertill::sim {

/// Staff that picks web orders and hands them over, as far as the till has heard of them.
class PickupStaff final {
public:
    PickupStaff(Scene &scene, Counter &counter) : m_scene(scene), m_counter(counter) { }

    /// One step with one order, now and then one that can't be taken.
    void act(Till &till);
    std::map<std::string, QString> codes; ///< the shoppers' codes, by order

private:
    void rejectItem(Till &till, const std::string &id, const oracle::Order &order);
    void handOver(Till &till, const std::string &id, const oracle::Order &order);

    Scene &m_scene;
    Counter &m_counter;
};

} // namespace evertill::sim

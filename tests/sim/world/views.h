#pragma once

#include "tests/sim/machines/scene.h"

namespace evertill::sim {

/// Compares what a till shows with what the oracle says that it must show, given what it knows.
class Views final {
public:
    explicit Views(Scene &scene) : m_scene(scene) { }

    /// Throws Finding.
    void check(Till &till);
    [[nodiscard]] std::int64_t comparisons() const { return m_comparisons; }

private:
    void checkStock(Till &till);
    void checkOrders(Till &till);
    void checkReceipts(Till &till);
    void checkTasks(Till &till);
    /// What the oracle went by.
    void tell(const Till &till, const std::vector<oracle::FactPtr> &facts, const oracle::Moment &moment);

    Scene &m_scene;
    std::int64_t m_comparisons = 0;
};

} // namespace evertill::sim

#pragma once

#include "tests/sim/machines/trouble.h"
#include "tests/sim/oracle/deeds.h"
#include "tests/sim/people/cashier.h"
#include "tests/sim/people/manager.h"
#include "tests/sim/people/office.h"
#include "tests/sim/world/views.h"

namespace evertill::sim {

/// A few shops with their tills, their OMS each, and the worst of days, all of it from one seed.
class World final {
public:
    /// \a isTold: keeps the story.
    explicit World(std::uint64_t seed, bool isTold = false);
    ~World();

    /// Lives \a steps steps, lets everything heal, and compares both sides. Nothing where all was as it must
    /// be.
    [[nodiscard]] std::optional<QString> live(int steps);

    [[nodiscard]] const FaultTable &faults() const { return m_scene.faults; }
    [[nodiscard]] const oracle::DeedTable &deeds() const { return m_deeds; }
    [[nodiscard]] const QStringList &story() const { return m_scene.story.lines(); }
    [[nodiscard]] std::int64_t steps() const { return m_steps; }
    [[nodiscard]] std::int64_t events() const;
    [[nodiscard]] std::int64_t comparisons() const { return m_views.comparisons(); }

private:
    void open();
    void step();
    void advance();
    void person();
    void heal();
    [[nodiscard]] bool isHealed(const Till &till) const;
    [[nodiscard]] std::optional<Instant> nextWake() const;

    Scene m_scene;
    Machines m_machines;
    SyncRun m_sync;
    Counter m_counter;
    Cashier m_cashier;
    PickupStaff m_staff;
    Manager m_manager;
    Office m_office;
    Trouble m_trouble;
    Views m_views;
    oracle::DeedTable m_deeds;
    std::int64_t m_steps = 0;
};

} // namespace evertill::sim

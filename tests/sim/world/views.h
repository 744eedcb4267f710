#pragma once

#include "tests/sim/machines/scene.h"

namespace evertill::sim {

/// Compares what a till shows with what the oracle says that it must show, given what it knows.
class Views final {
public:
    explicit Views(Scene &scene) : m_scene(scene) { }

    /// Throws Finding.
    void check(Till &till);
    /// Looks at one of its screens while \a change is committed to its replica, between two reads of that
    /// look or after them: it must show what was before or what is after, and nothing between. Throws
    /// Finding.
    void checkAcross(Till &till, const std::function<void()> &change);
    [[nodiscard]] std::int64_t comparisons() const { return m_comparisons; }

private:
    /// What it takes for safe at the OMS was there.
    void checkAccepted(Till &till);
    /// What a look has shown, to be compared with what it had to, given that the till knows that much. Throws
    /// Finding.
    using Shown = std::function<void(const oracle::Knowledge &)>;

    [[nodiscard]] Shown lookAtStock(Till &till, const std::string &sku);
    [[nodiscard]] Shown lookAtOrders(Till &till);
    [[nodiscard]] Shown lookAtReceipt(Till &till, const std::string &number);
    [[nodiscard]] Shown lookAtTasks(Till &till);
    /// At what a ticket would cost that each of the shop's offers is for.
    [[nodiscard]] Shown lookAtOffers(Till &till);
    [[nodiscard]] Shown lookAtAny(Till &till);
    /// The newest receipts of the till's store.
    [[nodiscard]] std::vector<std::string> receipts(const Till &till) const;
    /// What the oracle went by.
    void tell(const Till &till, const std::vector<oracle::FactPtr> &facts, const oracle::Moment &moment);

    Scene &m_scene;
    std::int64_t m_comparisons = 0;
};

} // namespace evertill::sim

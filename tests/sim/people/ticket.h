#pragma once

#include "core/sale/cart.h"
#include "tests/sim/machines/scene.h"

namespace evertill::sim {

/// What a cart comes to, its deposits with it.
[[nodiscard]] std::int64_t worthOf(const Cart &cart);
/// Its lines as a sale has them: the deposits come after the goods.
[[nodiscard]] std::vector<oracle::Line> linesOf(const Cart &cart);

/// Goods that are scanned at a till, as its window has it: copied from what the till has of the catalogue,
/// with the deposits that come along, at what the shop asks and takes off by what the till has heard.
class Ticket final {
public:
    Ticket(Scene &scene, Till &till) : m_scene(scene), m_till(till) { }

    /// Some goods, now and then with a coupon. Throws Finding where they cost something else than the oracle
    /// says.
    [[nodiscard]] Cart fill();
    /// At what the shop asks and takes off now: goods that all of its offers are for, with its coupon.
    [[nodiscard]] static Cart sample(Till &till);
    /// What the shop asks and takes off now for \a cart, in place of what it was, as for every change of it.
    void offer(Cart &cart);
    /// Throws Finding where \a cart is not at what a till that knows so much asks and takes off.
    static void judge(const Till &till, const oracle::Knowledge &knowledge, const Cart &cart);

private:
    [[nodiscard]] CartLine scanned(const QString &sku);

    Scene &m_scene;
    Till &m_till;
};

} // namespace evertill::sim

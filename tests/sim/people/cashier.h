#pragma once

#include "core/returns/return.h"
#include "tests/sim/oracle/drawer.h"
#include "tests/sim/oracle/entities.h"
#include "tests/sim/people/counter.h"
#include "tests/sim/people/goods.h"
#include "tests/sim/people/ticket.h"

namespace evertill::sim {

/// What stands at the drawer: shifts, sales in cash, by card and by gift card, returns, counts.
class Cashier final {
public:
    Cashier(Scene &scene, Counter &counter) : m_scene(scene), m_counter(counter) { }

    /// One thing that a cashier may do just then.
    void act(Till &till);
    /// One thing at one of two machines that go on as one till. The copy only counts goods: receipts of one
    /// number would be two shoppers'.
    void actBeside(Till &till);

private:
    void openShift(Till &till);
    void closeShift(Till &till);
    void moveCash(Till &till);
    void sellForCash(Till &till);
    void sellForGiftCard(Till &till);
    /// Who earns points, and mostly pays in them or on account.
    void sellToCustomer(Till &till);
    /// What is left to pay in cash, and the sale.
    void payTheRest(Till &till, Cart cart);
    void fillCart(Till &till);
    void goOnWithCart(Till &till, const Cart &cart);
    void answerCard(Till &till, const oracle::Attempt &attempt, const std::optional<Cart> &cart);
    void completeSale(Till &till, const Cart &cart);
    void takeBack(Till &till);
    /// What somebody brings back of a receipt: mostly one line, now and then all that is left.
    [[nodiscard]] std::vector<std::pair<int, std::int64_t>> brought(const oracle::Receipt &receipt);
    /// By one way, or as it was paid.
    [[nodiscard]] std::optional<RefundTo> wayBack();
    /// What becomes of the money of \a fact, a return of what \a sale sold.
    static void payBack(const Till &till, oracle::Fact &fact, const oracle::Fact &sale, std::int64_t before,
        const std::optional<RefundTo> &to);
    void adjust(Till &till);

    [[nodiscard]] Cart newCart(Till &till) { return Ticket(m_scene, till).fill(); }
    [[nodiscard]] std::string someReceipt(const Till &till);
    /// \a total as it is paid in cash there.
    [[nodiscard]] static std::int64_t inCash(const Till &till, std::int64_t total);

    Scene &m_scene;
    Counter &m_counter;
};

} // namespace evertill::sim

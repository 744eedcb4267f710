#pragma once

#include "core/sale/cart.h"
#include "tests/sim/machines/questions.h"

namespace evertill::sim {

/// What the oracle calls the purse that \a tender takes from; empty where it takes from none.
[[nodiscard]] std::string purseOf(const Tender &tender);
[[nodiscard]] std::string purseOf(const GiftCard &card);
/// The number of the customer's card; empty where it is none of theirs.
[[nodiscard]] std::string numberOf(const CustomerCard &card);

/// Money that the OMS has for customers, as a till's window asks for it: what is kept under a hold, asked for
/// again by the same one where nobody heard the answer, let go where it is not needed. Judges each answer.
class OwnMoney final {
public:
    OwnMoney(Scene &scene, Till &till) : m_scene(scene), m_till(till), m_questions(scene, till) { }

    /// A tender for up to \a amount by \a empty, which says by what and whose: what the OMS keeps, or what
    /// the shop lends while it can't be asked, now and then a cent too much. Nothing where there is none.
    [[nodiscard]] std::optional<Tender> take(const Cart &cart, Tender empty, std::int64_t amount);
    /// Who has the card \a number, as far as the OMS can be asked.
    [[nodiscard]] TicketCustomer know(const std::string &number);

private:
    [[nodiscard]] Result<std::int64_t> ask(const Cart &cart, const Tender &tender, std::int64_t units);
    /// Notes what the OMS did of it.
    void judge(const Tender &tender, std::int64_t units, const Result<std::int64_t> &heard);
    void letGo(const Tender &tender);
    [[nodiscard]] std::optional<Tender> lent(const Tender &empty, std::int64_t amount);
    /// \a units of the tender's purse in money.
    [[nodiscard]] Tender of(Tender empty, std::int64_t units) const;
    [[nodiscard]] std::int64_t worth(const Tender &tender) const;

    Scene &m_scene;
    Till &m_till;
    Questions m_questions;
};

} // namespace evertill::sim

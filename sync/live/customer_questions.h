#pragma once

#include "core/customer/customer_desk.h"
#include "sync/http/oms_questions.h"

namespace evertill {

/// Customers as the OMS of the contract knows them, over HTTPS. Any thread.
class CustomerQuestions final : public CustomerDesk {
public:
    /// Both outlive it.
    CustomerQuestions(OmsQuestions &oms, const Clock &clock) : m_oms(oms), m_clock(clock) { }

    void find(const CustomerCard &card, Currency currency, Found done) override;
    void hold(Purse purse, const CustomerCard &card, const Uuid &hold, SaleId cart, const PurseWish &wish,
        Held done) override;
    void release(Purse purse, const CustomerCard &card, const Uuid &hold) override;

private:
    OmsQuestions &m_oms;
    const Clock &m_clock;
};

} // namespace evertill

#pragma once

#include "core/payment/gift_card_desk.h"
#include "sync/http/oms_questions.h"

namespace evertill {

/// Gift cards as the OMS of the contract knows them, over HTTPS. Any thread.
class GiftCardQuestions final : public GiftCardDesk {
public:
    /// Both outlive it.
    GiftCardQuestions(OmsQuestions &oms, const Clock &clock) : m_oms(oms), m_clock(clock) { }

    void hold(const GiftCard &card, const Uuid &hold, SaleId cart, Money amount, Held done) override;
    void release(const GiftCard &card, const Uuid &hold) override;
    void balance(const GiftCard &card, Currency currency, Balance done) override;

private:
    OmsQuestions &m_oms;
    const Clock &m_clock;
};

} // namespace evertill

#pragma once

#include "core/pricing/model/priced_basket.h"
#include "core/sale/cart.h"
#include "ui/ticket/ticket_gift.h"
#include "ui/ticket/ticket_person.h"

namespace evertill {

/// All that the ticket shows.
struct TicketView {
    Cart cart;
    Money total; ///< what the customer pays, tax and all
    Money tax; ///< within it, or added to make it: taxMode; with an exemption what nobody pays of the prices
    TaxMode taxMode = TaxMode::Inclusive;
    std::vector<RefusedCoupon> refusedCoupons = {}; ///< of the cart's coupons, those that give nothing
    std::vector<TicketGift> gifts = {}; ///< earned, and not on the ticket yet; none once it is sold
    TicketPerson person = {}; ///< with the cart's customer
    int selected = -1; ///< index of a line, or −1
    bool sold = false; ///< paid; the next item begins a new one
    bool canPay = false;
    bool knowsCustomers = false; ///< their cards mean something in this shop
    bool takesCertificates = false; ///< who shows one pays no tax here

    /// There is something that could be dropped.
    [[nodiscard]] bool holdsAnything() const
    {
        return !cart.isEmpty() || !cart.coupons.isEmpty() || cart.customer || cart.exemption;
    }
    /// There are goods to pay, or money that could go back.
    [[nodiscard]] bool isPayable() const { return !cart.isEmpty() || !cart.tenders.empty(); }
    /// After a change of the cart: adds it up again, and keeps the selection on a line.
    void addUp(const TaxPolicy &policy);

    friend bool operator==(const TicketView &, const TicketView &) = default;
};

} // namespace evertill

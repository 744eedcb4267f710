#pragma once

#include "core/journal/ledger.h"
#include "core/sale/cart.h"
#include "core/sale/sale.h"
#include "core/till/till_config.h"

namespace evertill {

/// Turns a paid cart into a stored sale and its event, or into neither; the open cart is forgotten in the
/// same transaction. Durable when it returns: only then is a receipt printed or a word said. Ledger thread.
class CompleteSale final {
public:
    /// Both outlive it; \a config may change between runs.
    CompleteSale(Ledger &ledger, const TillConfig &config) : m_ledger(ledger), m_config(config) { }

    /// Refuses ExpiredGoods, RecalledGoods, SerialSold and PriceChanged (what nobody approved for this cart),
    /// EmptyCart, ShiftClosed, NotPaid, NegativeTender, BadAmount, OverTendered, PaymentOpen (approved money
    /// that is not among the tenders), UnknownPayment (a tender whose attempt was not approved for that
    /// amount), UnknownGiftCard (no gift card's reference, a hold that is there twice, a shop that takes
    /// none), GiftCardOffline{card, left} (more than the shop lends a card that the OMS was not asked about),
    /// GiftCardOnTicket{card} (a card that pays for what is put on it),
    /// NoVouchers, VoucherUsed{voucher, receipt}, NoForeignCash{currency}, BadInput (a voucher that could pay
    /// more than it does, foreign cash that is not worth its rate),
    /// NoExemption (the shop grants none),
    /// NoPoints, NoCredit, PointsOffline and CreditOffline (checkCustomerTenders()),
    /// and AlreadyCompleted{receipt}: the same cart again; the stored sale stands and
    /// SaleTable::byId finds it.
    [[nodiscard]] Result<Sale> run(const Cart &cart);

private:
    Ledger &m_ledger;
    const TillConfig &m_config;
};

} // namespace evertill

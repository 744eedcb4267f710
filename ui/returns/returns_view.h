#pragma once

#include "core/base/result.h"
#include "core/returns/return.h"

namespace evertill {

/// A line of the receipt, and what of it comes back.
struct ReturnChoice {
    int line = 0; ///< of the receipt
    QString sku;
    QString name;
    QString unit;
    Quantity sold;
    Quantity left; ///< what can still come back
    Money gross; ///< what was paid for the whole line
    Quantity chosen = {}; ///< what comes back now
    Money refund = {}; ///< for that
    QString reason = {};
    Disposition disposition = Disposition::Restock;
    Quantity withGoods = {}; ///< of a deposit: what comes back with its goods, at least
    bool wrong = false; ///< what the field says can't come back; chosen is nothing then
    friend bool operator==(const ReturnChoice &, const ReturnChoice &) = default;
};

/// The receipt that was found.
struct ReturnedReceipt {
    QString number;
    Instant at;
    TenderSums paid; ///< how it was paid
    /// There is more than one way to give back: paid by several kinds, or by what is neither cash nor a card.
    [[nodiscard]] bool goesAsPaid() const
    {
        return paid.kinds() > 1 || paid.total() != paid.cash + paid.card;
    }
    friend bool operator==(const ReturnedReceipt &, const ReturnedReceipt &) = default;
};

/// A return as it was booked.
struct ReturnDone {
    QString number; ///< its own receipt's
    TenderSums given; ///< cash is to be given back now; the terminal and the OMS have the rest
    friend bool operator==(const ReturnDone &, const ReturnDone &) = default;
};

/// All that the room Returns shows.
struct ReturnsView {
    enum class Step { Find, Choose, Done };

    Step step = Step::Find;
    QString number; ///< as typed so far
    bool canFind = false;
    std::optional<ReturnedReceipt> receipt;
    std::vector<ReturnChoice> lines;
    std::size_t line = 0; ///< the one that keys and the reason act on
    /// All of it by this; nothing: as it was paid.
    std::optional<TenderKind> refundTo = TenderKind::Cash;
    bool takesGiftCards = false; ///< the shop has some
    bool needsCredit = false; ///< as paid, and a part of it goes onto a gift card that is to be named
    bool asksGiftCard = false; ///< a gift card is to be named
    bool canBeCash = true; ///< all of it may go back in cash or to a card: no voucher forbids it
    QString giftCard; ///< the number of the one that all of it goes to, as typed or scanned
    QString approval; ///< the card terminal's code, where the money goes back to a card
    TenderSums refund; ///< what goes back: in cash rounded to coins that exist
    bool needsReason = false; ///< something comes back for no reason given yet
    bool canRefund = false;
    bool busy = false;
    Currency currency;
    QString notOnReceipt; ///< goods that were scanned and are not on the receipt; empty for none
    std::optional<ReturnDone> done;
    std::optional<Refusal> refusal;

    friend bool operator==(const ReturnsView &, const ReturnsView &) = default;
};

} // namespace evertill

#pragma once

#include "core/base/result.h"
#include "core/pickup/pickup_order.h"

#include <optional>

namespace evertill {

/// An order as the queue shows it.
struct PickupCard {
    QString order; ///< the OMS's id
    QString number;
    QString customer;
    PickupState state = PickupState::New;
    Instant promisedAt;
    int lines = 0;
    bool late = false; ///< promised for a moment that has passed, and not ready
    friend bool operator==(const PickupCard &, const PickupCard &) = default;
};

/// A line of the order that is open.
struct PickLine {
    int line = 0;
    QString sku;
    QString name;
    Quantity quantity; ///< ordered
    Quantity rejected; ///< of these, what the store could not supply
    Quantity picked; ///< of these, what lies in the basket
    [[nodiscard]] Quantity missing() const { return quantity - rejected - picked; }
    friend bool operator==(const PickLine &, const PickLine &) = default;
};

/// The order that is open, and what can be done with it now.
struct PickupDetail {
    PickupCard card;
    Money total;
    std::vector<PickLine> lines;
    bool canStart = false, canPick = false, canReady = false, canHandOver = false, canReject = false;
    friend bool operator==(const PickupDetail &, const PickupDetail &) = default;
};

/// What has to be said, beside core's refusals.
struct PickupSaid {
    enum Kind {
        Arrived, ///< name: the order's number
        Started,
        Picked, ///< name: the goods'
        AllPicked,
        Rejected, ///< name: the goods'
        OrderRejected,
        Ready, ///< name: the customer's
        HandedOver, ///< name: the customer's
        WrongGoods, ///< name: the goods'; refused
        Enough, ///< name: the goods'; refused
        StartFirst, ///< refused
    };
    Kind kind = Picked;
    QString name = {};
    [[nodiscard]] bool isRefusal() const { return kind >= WrongGoods; }
    friend bool operator==(const PickupSaid &, const PickupSaid &) = default;
};

/// All that the room Pickups shows.
struct PickupsView {
    /// What is asked before something is done.
    enum class Ask { Nothing, RejectItem, RejectOrder, HandOver };

    std::vector<PickupCard> queue; ///< New, Picking, Ready, then the latest handed over; each by promise time
    int waiting = 0; ///< new orders
    std::optional<PickupDetail> open;
    std::size_t line = 0; ///< the line of it that keys act on
    Ask ask = Ask::Nothing;
    QString reason; ///< with RejectItem and RejectOrder
    QString code; ///< with HandOver: as typed or scanned so far
    bool busy = false;
    Currency currency;
    std::optional<PickupSaid> said;
    std::optional<Refusal> refusal;

    friend bool operator==(const PickupsView &, const PickupsView &) = default;
};

} // namespace evertill

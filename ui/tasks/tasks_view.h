#pragma once

#include "core/base/result.h"
#include "core/payment/card_payments.h"
#include "core/pickup/pickup_order.h"
#include "core/stock/low_stock.h"
#include "core/tasks/open_task.h"

#include <optional>
#include <variant>

namespace evertill {

/// One thing that needs a person. A card payment is among them where its cart is gone: those of the open cart
/// are asked about in Sell.
using TaskItem = std::variant<CardAttempt, OpenTask, PickupOrder, LowStockItem>;

/// The same for as long as it is the same thing: "task BER1T1:1:42:order_not_open".
[[nodiscard]] QString idOf(const TaskItem &item);

/// What has to be said, beside core's refusals.
struct TaskSaid {
    enum Kind {
        Settled,
        SettledElsewhere,
        Corrected, ///< name: the goods'; the shelf held another number than the books
        Confirmed, ///< name: the goods'; it held just that
        CardApproved, ///< name: the amount
        CardNotTaken, ///< the same
        CardVoided, ///< the same
    };
    Kind kind = Settled;
    QString name = {};
    friend bool operator==(const TaskSaid &, const TaskSaid &) = default;
};

/// All that the room Tasks shows.
struct TasksView {
    std::vector<TaskItem> items; ///< card payments, clashes, late pickups, low stock; within each the most
                                 ///< pressing first
    int waiting = 0; ///< all but low stock: that can wait, and would drown the others
    std::optional<TaskItem> open;
    QString note; ///< what was done about an open clash, as typed so far
    QString counted; ///< what lies on the shelf of open low stock, as typed so far
    std::optional<Quantity> count; ///< what that means, where it means a quantity
    QString approval; ///< of an open card payment, as typed so far
    bool isCatchingUp = false; ///< it goes on from a copy, and has not heard yet what it did since
    bool busy = false;
    Currency currency;
    QString till; ///< this one's id
    std::optional<TaskSaid> said;
    std::optional<Refusal> refusal;

    friend bool operator==(const TasksView &, const TasksView &) = default;
};

} // namespace evertill

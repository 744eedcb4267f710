#include "ui/picking/pickup_detail.h"

#include <algorithm>

namespace evertill {
namespace {

constexpr std::size_t kHandedOverShown = 20;

} // namespace

PickupCard cardOf(const PickupOrder &order, Instant now)
{
    const bool unready = order.state == PickupState::New || order.state == PickupState::Picking;
    return {order.order, order.number, order.customer, order.state, order.promisedAt, int(order.lines.size()),
        unready && order.promisedAt < now};
}

PickupDetail detailOf(const PickupOrder &order, const PickBasket &basket, Instant now)
{
    PickupDetail detail;
    detail.card = cardOf(order, now);
    detail.total = order.total;
    const bool gathered = order.state == PickupState::Ready || order.state == PickupState::HandedOver;
    bool complete = true;
    for (const PickupLine &line : order.lines) {
        const Quantity wanted = line.toHandOver();
        const Quantity picked = gathered ? wanted : std::min(basket.picked(order.order, line.line), wanted);
        detail.lines.push_back({line.line, line.sku, line.name, line.quantity, line.rejected, picked});
        complete = complete && detail.lines.back().missing() <= Quantity();
    }
    detail.canStart = order.state == PickupState::New;
    detail.canPick = order.state == PickupState::Picking;
    detail.canReady = detail.canPick && complete && order.hasGoods();
    detail.canHandOver = order.state == PickupState::Ready;
    detail.canReject = detail.canStart || detail.canPick;
    return detail;
}

std::vector<PickupCard> queueOf(const std::vector<PickupOrder> &orders, Instant now)
{
    std::vector<PickupCard> queue;
    for (const PickupState group : {PickupState::New, PickupState::Picking, PickupState::Ready})
        for (const PickupOrder &order : orders)
            if (order.state == group)
                queue.push_back(cardOf(order, now));
    std::size_t shown = 0;
    for (auto order = orders.rbegin(); order != orders.rend() && shown < kHandedOverShown; ++order) {
        if (order->state != PickupState::HandedOver)
            continue;
        queue.push_back(cardOf(*order, now));
        ++shown;
    }
    return queue;
}

} // namespace evertill

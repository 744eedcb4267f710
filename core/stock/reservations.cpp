#include "core/stock/reservations.h"

#include "core/replica/order_table.h"

#include <map>

namespace evertill {
namespace {

constexpr char kSteps[] =
    "SELECT position,order_id,kind,line,quantity FROM pickup_step WHERE position>? ORDER BY position";
constexpr std::int64_t kItemRejected = 2, kHandedOver = 4, kRejected = 5; // pickup_step.kind

/// What the steps beyond a position did to one order.
struct Steps {
    struct Item {
        Position position;
        int line;
        Quantity quantity;
    };
    std::vector<Item> rejectedItems;
    Position closedAt; ///< {0, 0} where none of them closed it
};

std::map<QString, Steps> stepsAfter(Position after, Database &ledger)
{
    std::map<QString, Steps> byOrder;
    auto query = ledger.statement(kSteps);
    query.with(after.packed());
    while (query.next()) {
        const Position position = Position::fromPacked(query.integer(0));
        Steps &steps = byOrder[query.text(1)];
        const std::int64_t kind = query.integer(2);
        if (kind == kItemRejected)
            steps.rejectedItems.push_back(
                {position, int(query.integer(3)), Quantity::thousandths(query.integer(4))});
        else if ((kind == kHandedOver || kind == kRejected) && steps.closedAt == Position())
            steps.closedAt = position;
    }
    return byOrder;
}

bool isOpen(OrderState state)
{
    return state == OrderState::New || state == OrderState::Picking || state == OrderState::Ready;
}

/// \a counted: the last event of this till that \a order counts, be it before \a after or beyond.
Quantity released(
    const OrderRow::Line &line, const OrderRow &order, Position counted, Position after, const Steps &steps)
{
    const bool weClosed = steps.closedAt != Position();
    if (!isOpen(order.state) && !(weClosed && steps.closedAt <= counted))
        return {};
    Quantity reserved = line.quantity - line.rejected;
    Quantity ours;
    for (const Steps::Item &item : steps.rejectedItems) {
        if (item.line != line.line)
            continue;
        if (item.position > after)
            ours += item.quantity;
        if (item.position > after && item.position <= counted)
            reserved += item.quantity;
        if (item.position > counted && item.position <= after)
            reserved -= item.quantity;
    }
    if (weClosed)
        return steps.closedAt > after ? std::max(Quantity(), reserved) : Quantity();
    return std::max(Quantity(), std::min(reserved, ours));
}

} // namespace

Quantity releasedAfter(Position after, const QString &sku, ReplicaReader::Snapshot &replica, Database &ledger)
{
    const Position included = replica.included();
    Quantity sum;
    for (const auto &[id, steps] : stepsAfter(included, ledger)) {
        const auto uuid = Uuid::fromText(id.toLatin1());
        const auto stored = uuid ? OrderTable(replica.database()).find(*uuid) : std::nullopt;
        if (!stored)
            continue;
        const Position counted = std::max(stored->through, included);
        for (const OrderRow::Line &line : stored->order.lines) {
            if (line.sku == sku)
                sum += released(line, stored->order, counted, after, steps);
        }
    }
    return sum;
}

} // namespace evertill

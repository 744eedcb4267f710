#include "core/pickup/pickup_queue.h"

#include "core/pickup/pickup_step.h"
#include "core/replica/order_table.h"
#include "core/replica/replica_reader.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace evertill {
namespace {

constexpr char kTail[] =
    "SELECT kind,line,quantity FROM pickup_step WHERE order_id=? AND position>? ORDER BY position";

PickupState stateOf(OrderState state)
{
    switch (state) {
    case OrderState::New:
        return PickupState::New;
    case OrderState::Picking:
        return PickupState::Picking;
    case OrderState::Ready:
        return PickupState::Ready;
    case OrderState::HandedOver:
        return PickupState::HandedOver;
    case OrderState::Rejected:
        return PickupState::Rejected;
    case OrderState::Cancelled:
        return PickupState::Cancelled;
    }
    return PickupState::Cancelled;
}

PickupOrder orderFrom(const OrderRow &row)
{
    PickupOrder order;
    order.order = row.order.toString();
    order.number = row.number;
    order.customer = row.customer;
    order.code = row.code;
    order.state = stateOf(row.state);
    order.placedAt = row.placedAt;
    order.promisedAt = row.promisedAt;
    order.total = Money::minor(row.total, row.currency);
    for (const OrderRow::Line &line : row.lines)
        order.lines.push_back({line.line, line.sku, line.name, line.quantity, line.rejected,
            Money::minor(line.total, row.currency)});
    return order;
}

/// \a counted: the last event of this till that the OMS's copy counts.
PickupOrder asItStands(const OrderRow &row, Position counted, Database &ledger)
{
    PickupOrder order = orderFrom(row);
    auto tail = ledger.statement(kTail);
    tail.with(order.order, counted.packed());
    while (tail.next()) {
        PickupStep step;
        step.kind = PickupStepKind(tail.integer(0));
        step.line = int(tail.integer(1));
        step.quantity = Quantity::thousandths(tail.integer(2));
        layOver(order, step);
    }
    return order;
}

/// What a cashier types or scans for an order: by its number, or else by its code.
std::vector<StoredOrder> matching(Database &replica, const QString &text)
{
    OrderTable orders(replica);
    for (const QString &number : {text, text.toUpper()}) {
        if (const auto found = orders.findByNumber(number))
            return {*found};
    }
    auto found = orders.findByCode(text);
    return found.empty() ? orders.findByCode(text.toUpper()) : found;
}

/// What \a rows takes from the replica, and how far that counts this till's events.
template <typename Rows> auto read(ReplicaReader &replica, Rows rows)
{
    return replica.orElseEmpty([&] {
        ReplicaReader::Snapshot snapshot(replica);
        const Position included = snapshot.included();
        return std::pair(rows(snapshot.database()), included);
    });
}

} // namespace

std::vector<PickupOrder> PickupQueue::orders()
{
    const auto [stored, included] =
        read(m_replica, [](Database &replica) { return OrderTable(replica).all(); });
    std::vector<PickupOrder> orders;
    orders.reserve(stored.size());
    for (const StoredOrder &one : stored)
        orders.push_back(asItStands(one.order, std::max(one.through, included), m_ledger));
    return orders;
}

std::vector<PickupOrder> PickupQueue::late(Instant now)
{
    const auto [stored, included] =
        read(m_replica, [&](Database &replica) { return OrderTable(replica).unreadyBefore(now, kMostLate); });
    std::vector<PickupOrder> late;
    for (const StoredOrder &one : stored) {
        const PickupOrder order = asItStands(one.order, std::max(one.through, included), m_ledger);
        if (order.state == PickupState::New || order.state == PickupState::Picking)
            late.push_back(order);
    }
    return late;
}

Result<PickupOrder> PickupQueue::byId(const QString &order)
{
    const auto id = Uuid::fromText(order.toLatin1());
    const auto [stored, included] =
        read(m_replica, [&](Database &replica) { return id ? OrderTable(replica).find(*id) : std::nullopt; });
    if (!stored)
        return refuse(Code::UnknownOrder, {{u"order"_s, order}});
    return asItStands(stored->order, std::max(stored->through, included), m_ledger);
}

Result<PickupOrder> PickupQueue::find(const QString &text)
{
    const QString asked = text.trimmed();
    if (auto order = byId(asked))
        return order;
    const auto [stored, included] = read(m_replica, [&](Database &replica) {
        return asked.isEmpty() ? std::vector<StoredOrder>() : matching(replica, asked);
    });
    std::vector<PickupOrder> found;
    for (const StoredOrder &one : stored)
        found.push_back(asItStands(one.order, std::max(one.through, included), m_ledger));
    if (found.empty())
        return refuse(Code::UnknownOrder, {{u"order"_s, asked}});
    const auto open =
        std::find_if(found.begin(), found.end(), [](const PickupOrder &o) { return isOpen(o.state); });
    return open == found.end() ? found.front() : *open;
}

} // namespace evertill

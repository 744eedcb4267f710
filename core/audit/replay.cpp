#include "core/audit/replay.h"

#include "core/cash/cash_projection.h"
#include "core/payment/payment_projection.h"
#include "core/pickup/pickup_projection.h"
#include "core/returns/return_projection.h"
#include "core/sale/approval.h"
#include "core/sale/sale_projection.h"
#include "core/stock/stock_adjustment.h"
#include "core/tasks/task_settlement.h"

using namespace Qt::StringLiterals;

namespace evertill {
namespace {

using Replay = Result<> (*)(const Event &, Database &);

Result<> hasNoTables(const Event &, Database &) { return {}; }

/// By the whole kind, or by its first part with the dot.
struct Room {
    QByteArrayView kind;
    Replay replay;
};
constexpr Room kRooms[] = {
    {"sale.completed", replaySale},
    {"return.completed", replayReturn},
    {"approval.granted", replayApproval},
    {"payment.", replayPayment},
    {"shift.", replayCash},
    {"cash.moved", replayCash},
    {"pickup.", replayPickup},
    {"stock.adjusted", replayStock},
    {"epoch.opened", hasNoTables},
    {"journal.sealed", hasNoTables},
    {"task.settled", replayTask},
};

Event asFirstRecorded(Event event)
{
    event.position = event.countsAt();
    return event;
}

} // namespace

Result<> replay(const Event &event, Database &database)
{
    for (const Room &room : kRooms) {
        if (room.kind.endsWith('.') ? event.kind.startsWith(room.kind) : event.kind == room.kind)
            return event.origin ? room.replay(asFirstRecorded(event), database)
                                : room.replay(event, database);
    }
    return refuse(
        Code::BadInput, {{u"problem"_s, u"unknown kind %1"_s.arg(QString::fromLatin1(event.kind))}});
}

} // namespace evertill

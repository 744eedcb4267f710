#include "app/ctl/pickups_command.h"

#include "app/ctl/command/till_folder.h"
#include "core/pickup/pickup_queue.h"
#include "core/replica/replica_reader.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace evertill {
namespace {

QJsonObject describeOrder(const PickupOrder &order)
{
    QJsonArray lines;
    for (const PickupLine &line : order.lines)
        lines.append(QJsonObject{{u"line"_s, line.line}, {u"sku"_s, line.sku},
            {u"quantity"_s, qint64(line.quantity.thousandths())},
            {u"rejected"_s, qint64(line.rejected.thousandths())}});
    return {{u"order"_s, order.order}, {u"number"_s, order.number},
        {u"state"_s, pickupStateName(order.state)}, {u"promised_at"_s, qint64(order.promisedAt.us)},
        {u"total"_s, qint64(order.total.minor())}, {u"lines"_s, lines}};
}

} // namespace

QString PickupsCommand::name() const { return u"pickups"_s; }

QString PickupsCommand::summary() const
{
    return u"prints the web orders that have reached a till, one a line, the soonest promised first"_s;
}

void PickupsCommand::describe(QCommandLineParser &parser) const { describeTillFolder(parser); }

Result<> PickupsCommand::run(const QCommandLineParser &arguments)
{
    const auto ledger = openLedgerToRead(arguments);
    if (!ledger)
        return tl::unexpected(ledger.error());
    ReplicaReader replica(*tillFolder(arguments));
    for (const PickupOrder &order : PickupQueue(replica, **ledger).orders())
        print(describeOrder(order));
    return {};
}

} // namespace evertill

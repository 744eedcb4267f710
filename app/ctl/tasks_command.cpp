#include "app/ctl/tasks_command.h"

#include "app/ctl/command/stopped_till.h"
#include "app/ctl/command/till_folder.h"
#include "core/pickup/pickup_queue.h"
#include "core/replica/replica_reader.h"
#include "core/stock/low_stock.h"
#include "core/tasks/settle_task.h"
#include "core/tasks/task_list.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace evertill {
namespace {

/// For an administrator's eyes: what the code means, and what is to be done before it is settled.
struct Meaning {
    QLatin1StringView code;
    QLatin1StringView toDo;
};
constexpr Meaning kMeanings[] = {
    {"order_not_open"_L1, "The order was closed already: get the goods back, or charge for them."_L1},
    {"unknown_order"_L1, "The OMS has no such order: find out whose goods left, or put them back."_L1},
    {"unknown_product"_L1, "The catalogue lacks these goods: have them entered, or correct the label."_L1},
    {"over_refunded"_L1, "More went back than was paid: compare both returns and claim the difference."_L1},
    {"unknown_receipt"_L1, "The OMS has no such receipt: keep the paper and have the sale traced."_L1},
    {"stock_negative"_L1, "More was sold than was counted in: count the shelf and adjust."_L1},
    {"points_overdrawn"_L1, "More points paid than there were: claim their worth, or write it off."_L1},
    {"account_overdrawn"_L1, "More went on account than was allowed: claim it, or raise the limit."_L1},
    {"giftcard_overdrawn"_L1, "A gift card paid more than it had: claim the rest, or write it off."_L1},
};

QString toDo(const QString &code)
{
    const auto *known = std::find_if(
        std::begin(kMeanings), std::end(kMeanings), [&](const Meaning &one) { return one.code == code; });
    return known == std::end(kMeanings) ? u"See the facts; a newer evertillctl knows more."_s
                                        : QString(known->toDo);
}

QJsonObject describeTask(const OpenTask &task)
{
    return {{u"kind"_s, u"task"_s}, {u"task"_s, task.task}, {u"code"_s, task.code},
        {u"opened_at"_s, qint64(task.openedAt.us)}, {u"facts"_s, task.facts}, {u"to_do"_s, toDo(task.code)}};
}

QJsonObject describeLate(const PickupOrder &order)
{
    return {{u"kind"_s, u"late_pickup"_s}, {u"order"_s, order.order}, {u"number"_s, order.number},
        {u"state"_s, pickupStateName(order.state)}, {u"promised_at"_s, qint64(order.promisedAt.us)}};
}

QJsonObject describeLow(const LowStockItem &item)
{
    return {{u"kind"_s, u"low_stock"_s}, {u"sku"_s, item.sku}, {u"name"_s, item.name},
        {u"on_hand"_s, qint64(item.level.onHand.thousandths())},
        {u"reserved"_s, qint64(item.level.reserved.thousandths())}};
}

Result<> list(const QCommandLineParser &arguments)
{
    const auto ledger = openLedgerToRead(arguments);
    if (!ledger)
        return tl::unexpected(ledger.error());
    ReplicaReader replica(*tillFolder(arguments));
    for (const OpenTask &task : TaskList(replica, **ledger).open())
        print(describeTask(task));
    for (const PickupOrder &order : PickupQueue(replica, **ledger).late(SystemClock().now()))
        print(describeLate(order));
    for (const LowStockItem &item : LowStock(replica, **ledger).items())
        print(describeLow(item));
    return {};
}

Result<> settle(const QCommandLineParser &arguments)
{
    const auto till = StoppedTill::open(arguments);
    if (!till)
        return tl::unexpected(till.error());
    ReplicaReader replica((*till)->folder());
    const QString note = arguments.value(u"note"_s);
    const auto settled = SettleTask((*till)->ledger(), replica).run(arguments.value(u"settle"_s), note);
    if (!settled)
        return tl::unexpected(settled.error());
    print({{u"settled"_s, settled->task}, {u"note"_s, note.simplified()}});
    return {};
}

} // namespace

QString TasksCommand::name() const { return u"tasks"_s; }

QString TasksCommand::summary() const
{
    return u"prints what needs a person: clashes the OMS reported, late pickups, low stock; or settles one"_s;
}

void TasksCommand::describe(QCommandLineParser &parser) const
{
    describeTillFolder(parser);
    parser.addOption({u"settle"_s,
        u"Settles this task of the OMS instead; the till must not be running. Late pickups and low stock are "
        u"settled by doing something about them."_s,
        u"ID"_s});
    parser.addOption({u"note"_s, u"With --settle: what was done about it."_s, u"TEXT"_s});
}

Result<> TasksCommand::run(const QCommandLineParser &arguments)
{
    if (arguments.isSet(u"settle"_s) != arguments.isSet(u"note"_s))
        return refuse(Code::BadInput, {{u"problem"_s, u"--settle ID and --note TEXT go together"_s}});
    return arguments.isSet(u"settle"_s) ? settle(arguments) : list(arguments);
}

} // namespace evertill

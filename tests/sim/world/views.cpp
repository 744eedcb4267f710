#include "tests/sim/world/views.h"

#include "core/pickup/pickup_queue.h"
#include "core/returns/receipt_lookup.h"
#include "core/stock/stock_view.h"
#include "core/tasks/task_list.h"
#include "tests/sim/network/finding.h"
#include "tests/sim/oracle/entities.h"
#include "tests/sim/oracle/tasks.h"
#include "tests/sim/people/cashier.h"

using namespace Qt::StringLiterals;

namespace evertill::sim {
namespace {

constexpr std::size_t kReceipts = 6; // the newest ones that a till knows of

} // namespace

void Views::check(Till &till)
{
    const std::array<std::size_t, 3> now = {
        till.journal->size(), std::size_t(till.knowledge.version()), std::size_t(till.processes)};
    // What another machine did under its name a till takes for its own, until the OMS has told it.
    if (!till.isRunning() || till.twin || now == till.compared)
        return;
    till.compared = now;
    checkStock(till);
    checkOrders(till);
    checkReceipts(till);
    checkTasks(till);
}

void Views::checkStock(Till &till)
{
    StockView view(till.process->screen, till.process->screenLedger);
    for (const Goods &goods : kGoods) {
        ++m_comparisons;
        const std::string key = oracle::key('s', goods.sku);
        const oracle::Moment *row = till.knowledge.find(key);
        const StockLevel level = view.level(QString::fromLatin1(goods.sku));
        const auto meant =
            oracle::stockFrom(goods.sku, oracle::known(key, row ? *row : oracle::Moment(), *till.journal));
        require(level.known == (row != nullptr) && level.onHand.thousandths() == meant.onHand,
            u"%1 shows %2 of %3, the oracle says %4"_s.arg(till.id)
                .arg(level.onHand.thousandths())
                .arg(key.back())
                .arg(meant.onHand));
        const auto &whole = till.knowledge.wholeAt();
        if (!whole || !row)
            continue;
        const auto facts = oracle::known(key, *whole, *till.journal);
        const auto reserved = oracle::stockFrom(goods.sku, facts).reserved;
        if (level.reserved.thousandths() != reserved)
            tell(till, facts, *whole);
        require(level.reserved.thousandths() == reserved,
            u"%1 shows %2 of %3 reserved, the oracle says %4"_s.arg(till.id)
                .arg(level.reserved.thousandths())
                .arg(key.back())
                .arg(reserved));
    }
}

void Views::tell(const Till &till, const std::vector<oracle::FactPtr> &facts, const oracle::Moment &moment)
{
    for (const oracle::FactPtr &fact : facts) {
        const bool isTold = moment.log && moment.log->has(fact->uid, moment.length);
        m_scene.tell([&] {
            return u"%1 %2 %3"_s.arg(till.id, isTold ? u"was told"_s : u"knows by itself"_s,
                QString::fromStdString(oracle::words(*fact)));
        });
    }
}

void Views::checkOrders(Till &till)
{
    std::map<std::string, PickupOrder> shown;
    for (const PickupOrder &order : PickupQueue(till.process->screen, till.process->screenLedger).orders())
        shown[order.order.toStdString()] = order;
    std::size_t known = 0;
    for (const auto &[key, moment] : till.knowledge.rows()) {
        if (key.front() != 'o')
            continue;
        ++known;
        ++m_comparisons;
        const auto found = shown.find(key.substr(2));
        require(
            found != shown.end(), u"%1 does not show order %2"_s.arg(till.id, QString::fromStdString(key)));
        const auto meant = oracle::orderFrom(oracle::known(key, moment, *till.journal)).value();
        bool isSame =
            int(found->second.state) == int(meant.state) && found->second.lines.size() == meant.items.size();
        for (const PickupLine &line : found->second.lines) {
            const auto item = meant.items.find(line.line);
            isSame = isSame && item != meant.items.end()
                && item->second.rejected == line.rejected.thousandths()
                && item->second.ordered == line.quantity.thousandths();
        }
        require(isSame,
            u"%1 shows order %2 as %3, the oracle says %4"_s
                .arg(till.id, QString::fromStdString(key), pickupStateName(found->second.state))
                .arg(int(meant.state)));
    }
    require(known == shown.size(), u"%1 shows an order that it was not told of"_s.arg(till.id));
}

void Views::checkReceipts(Till &till)
{
    ReceiptLookup lookup(till.process->screen, till.process->screenLedger, till.config);
    std::size_t looked = 0;
    for (const auto &other : m_scene.tills) {
        const auto &facts = other->journal->facts();
        looked = 0;
        for (auto fact = facts.rbegin(); fact != facts.rend() && looked < kReceipts; ++fact) {
            if (&other->house != &till.house || (*fact)->kind != oracle::Kind::Sold)
                continue;
            ++looked;
            ++m_comparisons;
            const std::string key = oracle::key('r', (*fact)->receipt);
            const oracle::Moment *row = till.knowledge.find(key);
            const auto meant =
                oracle::receiptFrom(oracle::known(key, row ? *row : oracle::Moment(), *till.journal));
            const auto shown = lookup.find(QString::fromStdString((*fact)->receipt));
            require(shown.has_value() == meant.has_value(),
                u"%1 knows receipt %2, or does not"_s.arg(till.id, QString::fromStdString((*fact)->receipt)));
            if (!meant)
                continue;
            bool isSame = shown->lines.size() == meant->size();
            for (const ReturnableLine &line : shown->lines) {
                const auto found = meant->find(line.line);
                isSame = isSame && found != meant->end() && found->second.left() == line.left.thousandths()
                    && found->second.leftGross() == line.leftGross.minor();
            }
            require(isSame,
                u"%1 shows another rest of receipt %2 than the oracle"_s.arg(
                    till.id, QString::fromStdString((*fact)->receipt)));
        }
    }
}

void Views::checkTasks(Till &till)
{
    std::set<std::string> shown;
    for (const OpenTask &task : TaskList(till.process->screen, till.process->screenLedger).open())
        shown.insert(task.task.toStdString());
    const std::set<std::string> meant = oracle::openTasks(till.knowledge, *till.journal);
    ++m_comparisons;
    require(shown == meant,
        u"%1 shows %2 open tasks, the oracle says %3"_s.arg(till.id).arg(shown.size()).arg(meant.size()));
}

} // namespace evertill::sim

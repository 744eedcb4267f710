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

constexpr std::size_t kReceipts = 6; // the newest ones of each till
constexpr int kReads = 3; // of a look, before something comes between

} // namespace

void Views::check(Till &till)
{
    const std::array<std::size_t, 3> now = {
        till.journal->size(), std::size_t(till.knowledge.version()), std::size_t(till.processes)};
    if (till.isRunning())
        checkAccepted(till);
    // What another machine did under its name a till takes for its own, until the OMS has told it.
    if (!till.isRunning() || till.twin || now == till.compared)
        return;
    till.compared = now;
    for (const Goods &goods : kGoods)
        lookAtStock(till, goods.sku)(till.knowledge);
    lookAtOrders(till)(till.knowledge);
    for (const std::string &number : receipts(till))
        lookAtReceipt(till, number)(till.knowledge);
    lookAtTasks(till)(till.knowledge);
    lookAtOffers(till)(till.knowledge);
}

void Views::checkAccepted(Till &till)
{
    const Position accepted = till.process->files.replica().accepted().position;
    const sandbox::Position most = till.house.mostAccepted(till.id);
    require(accepted <= Position{most.epoch, most.seq},
        u"%1 takes %2-%3 for sent, the OMS never had it"_s.arg(till.id)
            .arg(accepted.epoch)
            .arg(accepted.seq));
}

void Views::checkAcross(Till &till, const std::function<void()> &change)
{
    if (till.twin)
        return change();
    const oracle::Knowledge before = till.knowledge;
    std::exception_ptr failure; // none may pass through SQLite
    till.disk.afterRead(int(m_scene.chance.between(1, kReads)), [&] {
        try {
            change();
        } catch (...) {
            failure = std::current_exception();
        }
    });
    const Shown shown = lookAtAny(till);
    till.disk.endReads();
    if (failure)
        std::rethrow_exception(failure);
    try {
        shown(before);
    } catch (const Finding &) {
        m_scene.tell([&] { return u"%1's screen was looked at meanwhile"_s.arg(till.id); });
        shown(till.knowledge);
    }
}

Views::Shown Views::lookAtAny(Till &till)
{
    Chance &chance = m_scene.chance;
    std::vector<std::string> known = receipts(till);
    switch (chance.below(5)) {
    case 0:
        return lookAtOrders(till);
    case 1:
        return lookAtTasks(till);
    case 2:
        return lookAtOffers(till);
    case 3:
        if (!known.empty())
            return lookAtReceipt(till, chance.oneOf(known));
        [[fallthrough]];
    default:
        return lookAtStock(till, kGoods[std::size_t(chance.below(std::int64_t(std::size(kGoods))))].sku);
    }
}

Views::Shown Views::lookAtStock(Till &till, const std::string &sku)
{
    ++m_comparisons;
    StockView view(till.process->screen, till.process->screenLedger);
    const StockLevel level = view.level(QString::fromStdString(sku));
    return [this, &till, sku, level](const oracle::Knowledge &knowledge) {
        const std::string key = oracle::key('s', sku);
        const oracle::Moment *row = knowledge.find(key);
        const auto meant =
            oracle::stockFrom(sku, oracle::known(key, row ? *row : oracle::Moment(), *till.journal));
        require(level.known == (row != nullptr) && level.onHand.thousandths() == meant.onHand,
            u"%1 shows %2 of %3, the oracle says %4"_s.arg(till.id)
                .arg(level.onHand.thousandths())
                .arg(key.back())
                .arg(meant.onHand));
        const auto &whole = knowledge.wholeAt();
        if (!whole || !row)
            return;
        const auto facts = oracle::known(key, *whole, *till.journal);
        const auto reserved = oracle::stockFrom(sku, facts).reserved;
        if (level.reserved.thousandths() != reserved)
            tell(till, facts, *whole);
        require(level.reserved.thousandths() == reserved,
            u"%1 shows %2 of %3 reserved, the oracle says %4"_s.arg(till.id)
                .arg(level.reserved.thousandths())
                .arg(key.back())
                .arg(reserved));
    };
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

Views::Shown Views::lookAtOrders(Till &till)
{
    ++m_comparisons;
    std::map<std::string, PickupOrder> shown;
    for (const PickupOrder &order : PickupQueue(till.process->screen, till.process->screenLedger).orders())
        shown[order.order.toStdString()] = order;
    return [&till, shown](const oracle::Knowledge &knowledge) {
        std::size_t known = 0;
        for (const auto &[key, moment] : knowledge.rows()) {
            if (key.front() != 'o')
                continue;
            ++known;
            const auto found = shown.find(key.substr(2));
            require(found != shown.end(),
                u"%1 does not show order %2"_s.arg(till.id, QString::fromStdString(key)));
            const auto meant = oracle::orderFrom(oracle::known(key, moment, *till.journal)).value();
            bool isSame = int(found->second.state) == int(meant.state)
                && found->second.lines.size() == meant.items.size();
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
    };
}

std::vector<std::string> Views::receipts(const Till &till) const
{
    std::vector<std::string> numbers;
    for (const auto &other : m_scene.tills) {
        const auto &facts = other->journal->facts();
        std::size_t found = 0;
        for (auto fact = facts.rbegin(); fact != facts.rend() && found < kReceipts; ++fact) {
            if (&other->house != &till.house || (*fact)->kind != oracle::Kind::Sold)
                continue;
            ++found;
            numbers.push_back((*fact)->receipt);
        }
    }
    return numbers;
}

Views::Shown Views::lookAtReceipt(Till &till, const std::string &number)
{
    ++m_comparisons;
    const QString name = QString::fromStdString(number);
    const auto shown =
        ReceiptLookup(till.process->screen, till.process->screenLedger, till.config).find(name);
    return [&till, number, name, shown](const oracle::Knowledge &knowledge) {
        const std::string key = oracle::key('r', number);
        const oracle::Moment *row = knowledge.find(key);
        const auto meant =
            oracle::receiptFrom(oracle::known(key, row ? *row : oracle::Moment(), *till.journal));
        require(
            shown.has_value() == meant.has_value(), u"%1 knows receipt %2, or does not"_s.arg(till.id, name));
        if (!meant)
            return;
        bool isSame = shown->lines.size() == meant->size();
        for (const ReturnableLine &line : shown->lines) {
            const auto found = meant->find(line.line);
            isSame = isSame && found != meant->end() && found->second.left() == line.left.thousandths()
                && found->second.leftGross() == line.leftGross.minor();
        }
        require(isSame, u"%1 shows another rest of receipt %2 than the oracle"_s.arg(till.id, name));
    };
}

Views::Shown Views::lookAtOffers(Till &till)
{
    ++m_comparisons;
    const Cart cart = Ticket::sample(till);
    return [&till, cart](const oracle::Knowledge &knowledge) { Ticket::judge(till, knowledge, cart); };
}

Views::Shown Views::lookAtTasks(Till &till)
{
    ++m_comparisons;
    std::set<std::string> shown;
    for (const OpenTask &task : TaskList(till.process->screen, till.process->screenLedger).open())
        shown.insert(task.task.toStdString());
    return [&till, shown](const oracle::Knowledge &knowledge) {
        const std::set<std::string> meant = oracle::openTasks(knowledge, *till.journal);
        require(shown == meant,
            u"%1 shows %2 open tasks, the oracle says %3"_s.arg(till.id).arg(shown.size()).arg(meant.size()));
    };
}

} // namespace evertill::sim

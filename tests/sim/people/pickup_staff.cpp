#include "tests/sim/people/pickup_staff.h"

#include "core/pickup/hand_over.h"
#include "core/pickup/mark_ready.h"
#include "core/pickup/reject_item.h"
#include "core/pickup/reject_order.h"
#include "core/pickup/start_picking.h"

using namespace Qt::StringLiterals;

namespace evertill::sim {
namespace {

Result<> noValue(const Result<PickupOrder> &result)
{
    if (!result)
        return tl::unexpected(result.error());
    return {};
}

oracle::Order orderAt(const Till &till, const std::string &id)
{
    const std::string key = oracle::key('o', id);
    return oracle::orderFrom(oracle::known(key, *till.knowledge.find(key), *till.journal)).value();
}

} // namespace

void PickupStaff::act(Till &till)
{
    std::vector<std::string> orders;
    for (const auto &[key, moment] : till.knowledge.rows()) {
        if (key.front() == 'o')
            orders.push_back(key.substr(2));
    }
    if (orders.empty())
        return;
    std::string id = m_scene.chance.oneOf(orders);
    // Mostly one that is not closed yet.
    for (int tries = 0; tries < 3 && !orderAt(till, id).isOpen(); ++tries)
        id = m_scene.chance.oneOf(orders);
    const oracle::Order order = orderAt(till, id);
    const QString named = QString::fromStdString(id);
    const std::int64_t what = m_scene.chance.below(100);
    oracle::Fact fact{.subject = id, .goods = order.skus()};
    if (what < 15)
        return rejectItem(till, id, order);
    if (what < 20) {
        fact.kind = oracle::Kind::OrderRejected;
        m_counter.perform(till,
            {u"rejects order %1"_s.arg(named.right(6)), order.isOpen() ? "" : "WrongState", {fact},
                [&till, named] {
                    return noValue(
                        RejectOrder(*till.process->ledger, till.process->counter).run(named, u"none left"_s));
                },
                {}});
        return;
    }
    // Mostly what comes next, and now and then anything.
    const bool isAny = m_scene.chance.percent(25);
    const auto step = isAny ? m_scene.chance.below(3) : std::int64_t(std::min<int>(order.state, 2));
    if (step == 2)
        return handOver(till, id, order);
    fact.kind = step == 0 ? oracle::Kind::Picking : oracle::Kind::Ready;
    const bool isFine = step == 0 ? order.state == oracle::Order::New
                                  : order.state <= oracle::Order::Picking && order.hasGoods();
    m_counter.perform(till,
        {(step == 0 ? u"picks order %1"_s : u"has order %1 ready"_s).arg(named.right(6)),
            isFine ? "" : "WrongState", {fact},
            [&till, named, step] {
                Process &process = *till.process;
                return step == 0 ? noValue(StartPicking(*process.ledger, process.counter).run(named))
                                 : noValue(MarkReady(*process.ledger, process.counter).run(named));
            },
            {}});
}

void PickupStaff::rejectItem(Till &till, const std::string &id, const oracle::Order &order)
{
    const auto &[line, item] = *order.items.begin();
    const std::int64_t quantity = m_scene.chance.between(1, 2) * 1000;
    std::string refusal;
    if (!order.isOpen())
        refusal = "WrongState";
    else if (quantity > item.ordered - item.rejected)
        refusal = "BadQuantity";
    oracle::Fact fact{.kind = oracle::Kind::ItemRejected, .subject = id};
    fact.lines = {{line, item.sku, quantity}};
    fact.goods = order.skus();
    const QString named = QString::fromStdString(id);
    m_counter.perform(till,
        {u"has not %1 of order %2"_s.arg(quantity).arg(named.right(6)), refusal, {fact},
            [&till, named, line = line, quantity] {
                return noValue(RejectItem(*till.process->ledger, till.process->counter)
                                   .run(named, line, Quantity::thousandths(quantity), u"none left"_s));
            },
            {}});
}

void PickupStaff::handOver(Till &till, const std::string &id, const oracle::Order &order)
{
    const QString named = QString::fromStdString(id);
    const bool isWrong = m_scene.chance.percent(5);
    const PickupProof proof{ProofKind::Code, isWrong ? u"nonsense"_s : codes[id]};
    std::string refusal;
    if (order.state != oracle::Order::Ready)
        refusal = "WrongState";
    else if (isWrong)
        refusal = "WrongCode";
    oracle::Fact fact{.kind = oracle::Kind::HandedOver, .subject = id, .goods = order.skus()};
    for (const auto &[line, item] : order.items) {
        if (item.ordered > item.rejected)
            fact.lines.push_back({line, item.sku, item.ordered - item.rejected});
    }
    m_counter.perform(till,
        {u"hands over order %1"_s.arg(named.right(6)), refusal, {fact},
            [&till, named, proof] {
                return noValue(HandOver(*till.process->ledger, till.process->counter).run(named, proof));
            },
            {}});
}

} // namespace evertill::sim

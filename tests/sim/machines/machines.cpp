#include "tests/sim/machines/machines.h"

#include "core/payment/card_payments.h"
#include "core/replica/replica_meta.h"
#include "core/sale/cart_store.h"
#include "tests/sim/machines/peril.h"
#include "tests/sim/network/finding.h"
#include "tests/sim/oracle/drawer.h"

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace evertill::sim {
namespace {

const char *eventKind(oracle::Kind kind)
{
    static constexpr const char *kKinds[] = {"epoch.opened", "shift.opened", "cash.moved", "shift.closed",
        "journal.sealed", "payment.attempted", "payment.approved", "payment.declined", "payment.unknown",
        "payment.voided", "sale.completed", "return.completed", "pickup.picking", "pickup.item_rejected",
        "pickup.ready", "pickup.handed_over", "pickup.rejected", "stock.adjusted", "task.settled"};
    static_assert(std::size(kKinds) == std::size_t(oracle::Kind::StockSet));
    return kKinds[int(kind)];
}

} // namespace

void Machines::open(Till &till)
{
    till.setClock(m_scene.now);
    auto ledger = Ledger::open(till.disk.folder(), till.clock, till.random);
    if (!ledger)
        require(till.disk.hasEnded() || (till.disk.isFull() && ledger.error().code == Code::DiskFull),
            u"%1 can't open its ledger: %2 %3"_s.arg(
                till.id, codeName(ledger.error().code), ledger.error().facts.value(u"problem"_s).toString()));
    if (ledger)
        till.process = std::make_unique<Process>(
            std::move(*ledger), till.disk.folder(), till.config, till.clock, till.random);
}

void Machines::start(Till &till, bool afterPowerCut)
{
    if (till.isRunning() || till.isPutAway)
        return;
    ++till.processes;
    try {
        const Peril peril(m_scene, till.disk, till.processes > 1 ? 10 : 0);
        open(till);
    } catch (const std::exception &error) {
        require(till.disk.hasEnded() || till.disk.isFull(),
            u"%1: %2"_s.arg(till.id, QString::fromUtf8(error.what())));
    }
    if (till.disk.hasEnded()) {
        till.process.reset();
        const Loss loss = till.disk.restart(m_scene.chance.percent(50));
        return start(till, afterPowerCut || loss.lost + loss.torn > 0);
    }
    if (!till.process) {
        m_scene.tell([&] { return u"%1 can't start: its disk is full"_s.arg(till.id); });
        till.disk.setFull(false);
        return start(till, afterPowerCut);
    }
    look(till, afterPowerCut);
}

void Machines::goOnFromBackup(Till &till)
{
    m_scene.tell([&] { return u"%1 goes on from its backup"_s.arg(till.id); });
    till.journal = till.journal->prefix(till.backup->length);
    till.confirmed = till.backup->head;
    till.pending = {oracle::Fact{.kind = oracle::Kind::EpochOpened}};
    till.keptCart.reset();
    till.wasRestored = true;
    till.isBeingRestored = false;
}

void Machines::look(Till &till, bool afterPowerCut)
{
    Journal journal(till.process->ledger->database());
    auto last = journal.at(till.confirmed.position);
    if (till.isBeingRestored && !(last && last->hash == till.confirmed.hash)) {
        goOnFromBackup(till); // it was done before the machine failed
        last = journal.at(till.confirmed.position);
    }
    till.isBeingRestored = false;
    require(till.confirmed.position == Position() || (last && last->hash == till.confirmed.hash),
        u"%1 lost an event that was said to be durable: %2-%3"_s.arg(till.id)
            .arg(till.confirmed.position.epoch)
            .arg(till.confirmed.position.seq));
    const bool isThere = till.process->ledger->head() != till.confirmed;
    require(isThere || till.pending.empty() || !till.isPendingDurable,
        u"%1 lost what it had just said was done"_s.arg(till.id));
    if (isThere)
        record(till, till.pending);
    till.pending.clear();
    till.isPendingDurable = false;
    lookAtCart(till);
    till.pendingCart.reset();
    const std::string cursor = till.process->files.replica().cursor().toStdString();
    require(till.knowledge.reopen(cursor, afterPowerCut),
        u"%1 opened a copy of the OMS that it had left: cursor %2"_s.arg(
            till.id, QString::fromStdString(cursor)));
    m_scene.tell([&] {
        return u"%1 starts, its journal ends at %2-%3, its feed at %4"_s.arg(till.id)
            .arg(till.confirmed.position.epoch)
            .arg(till.confirmed.position.seq)
            .arg(QString::fromStdString(cursor));
    });
}

void Machines::lookAtCart(Till &till)
{
    const auto found = CartStore(*till.process->ledger).load();
    const auto json = found ? std::optional(found->toJson()) : std::nullopt;
    if (till.pendingCart && json == *till.pendingCart)
        till.keptCart = *till.pendingCart;
    require(json == till.keptCart, u"%1 opens with another cart than it had"_s.arg(till.id));
    std::vector<oracle::Attempt> attempts;
    for (const CardAttempt &one : openAttempts(till.process->ledger->database())) {
        const auto state = one.state == CardState::Approved ? oracle::Attempt::Approved
            : one.state == CardState::Unknown               ? oracle::Attempt::Unknown
                                                            : oracle::Attempt::Attempted;
        attempts.push_back(
            {one.id.toLatin1().toStdString(), one.cart.toLatin1().toStdString(), one.amount.minor(), state});
    }
    require(attempts == oracle::openAttempts(*till.journal),
        u"%1 has other open card attempts than were made"_s.arg(till.id));
}

void Machines::record(Till &till, const std::vector<oracle::Fact> &facts)
{
    Journal journal(till.process->ledger->database());
    const auto events = journal.after(till.confirmed.position, 100);
    require(events.size() == facts.size(),
        u"%1 has %2 new events, %3 were to be"_s.arg(till.id).arg(events.size()).arg(facts.size()));
    for (std::size_t i = 0; i < facts.size(); ++i) {
        const Event &event = events[i];
        auto fact = std::make_shared<oracle::Fact>(facts[i]);
        require(event.kind == eventKind(fact->kind),
            u"%1 wrote %2 where %3 was to be"_s.arg(
                till.id, QString::fromUtf8(event.kind), QString::fromUtf8(eventKind(fact->kind))));
        if (fact->uid == 0)
            fact->uid = ++m_scene.lastUid;
        if (fact->first.first == 0)
            fact->first = {event.position.epoch, event.position.seq};
        if (fact->shift.empty() && (!fact->receipt.empty() || fact->kind == oracle::Kind::CashMoved))
            fact->shift = oracle::drawerOf(*till.journal).shift;
        fact->till = till.name();
        fact->epoch = event.position.epoch;
        fact->seq = event.position.seq;
        if (fact->subject.empty())
            fact->subject = event.subject.toStdString();
        till.journal->append(fact);
        m_scene.facts[toHex(event.hash).toStdString()] = fact;
        m_scene.byEvent.emplace(event.id.toLatin1().toStdString(), fact);
        till.confirmed = {event.position, event.hash};
    }
}

void Machines::bury(Till &till)
{
    const bool cutsPower = m_scene.chance.percent(50);
    std::vector<Doing> doing;
    if (till.process) {
        for (const auto &[id, exchange] : till.process->underWay)
            doing.push_back(exchange.doing);
    }
    till.disk.end();
    till.process.reset();
    const Loss loss = till.disk.restart(cutsPower);
    for (const Doing each : doing) {
        if (!cutsPower)
            m_scene.count(Fault::TillKilled, each);
        if (loss.lost > 0)
            m_scene.count(Fault::PowerCut, each);
        if (loss.torn > 0)
            m_scene.count(Fault::TornWrite, each);
    }
    m_scene.tell([&] {
        return cutsPower
            ? u"%1 loses power: %2 writes lost, %3 torn"_s.arg(till.id).arg(loss.lost).arg(loss.torn)
            : u"%1 is killed"_s.arg(till.id);
    });
    m_scene.after(
        std::chrono::seconds(m_scene.chance.below(20)), [this, &till, cutsPower] { start(till, cutsPower); });
}

} // namespace evertill::sim

#include "tests/sim/world/final_audit.h"

#include "core/audit/replay.h"
#include "core/audit/table_comparison.h"
#include "tests/sim/network/finding.h"
#include "tests/sim/oracle/drawer.h"
#include "tests/sim/oracle/entities.h"
#include "tests/sim/oracle/tasks.h"
#include "tests/sim/people/cashier.h"

using namespace Qt::StringLiterals;

namespace evertill::sim {
namespace {

std::string text(const QJsonValue &row, QLatin1StringView name)
{
    return row.toObject().value(name).toString().toStdString();
}

std::int64_t number(const QJsonValue &row, QLatin1StringView name)
{
    return row.toObject().value(name).toInteger();
}

QString named(const std::string &text) { return QString::fromStdString(text); }

} // namespace

QJsonArray FinalAudit::table(OmsHouse &house, const QString &name)
{
    return house.oms().tables().rows(name, 1'000'000, 0).value();
}

void FinalAudit::check()
{
    std::erase_if(m_scene.tills, [](const auto &till) { return till->isPutAway; });
    for (const auto &till : m_scene.tills) {
        checkJournal(*till);
        checkReceiptNumbers(*till);
    }
    for (const auto &house : m_scene.houses) {
        checkSales(*house);
        checkReturns(*house);
        checkLines(*house);
        checkOffers(*house);
        checkMoney(*house);
        checkPurses(*house);
        checkStock(*house);
        checkOrders(*house);
        checkTasks(*house);
        // A drawer that was counted before the till heard what its backup lacked is rightly found.
        const bool anyRestored = std::any_of(
            m_scene.tills.begin(), m_scene.tills.end(), [](const auto &till) { return till->wasRestored; });
        const QJsonArray findings = anyRestored ? QJsonArray() : table(*house, u"finding"_s);
        require(findings.isEmpty(),
            u"the OMS finds: "_s + findings.first().toObject().value(u"finding"_s).toString());
        for (const QJsonValue &seal : table(*house, u"booked_seal"_s))
            require(number(seal, "valid"_L1) == 1, u"a seal does not verify at the OMS"_s);
    }
}

void FinalAudit::checkJournal(Till &till)
{
    Database &ledger = till.process->ledger->database();
    Journal journal(ledger);
    const auto fault = findChainFault(journal, {}, till.process->ledger->sealKey().publicKey());
    require(!fault, u"%1's chain does not verify: %2"_s.arg(till.id, fault ? fault->problem : QString()));
    // Every table anew from the journal, as an audit does it.
    static Database rebuilt({}, Database::Kind::Scratch);
    static const bool isMade = migrate(rebuilt, u"ledger"_s).has_value();
    require(isMade, u"no scratch ledger"_s);
    const WriteTransaction undone(rebuilt); // empty again for the next one
    journal.each({}, [&](const Event &event) {
        require(replay(event, rebuilt).has_value(), u"%1's journal can't be replayed"_s.arg(till.id));
        return true;
    });
    for (const QString &name : projectedTables(ledger)) {
        const auto difference = firstDifference(name, ledger, rebuilt);
        require(!difference, u"%1: %2"_s.arg(till.id, difference.value_or(QString())));
    }
    // The OMS has this very chain.
    Position after;
    Hash last = {};
    for (bool more = true; more;) {
        const QJsonObject back = till.house.oms().journalBack(till.id, {after.epoch, after.seq}, 500);
        for (const QJsonValue &value : back.value(u"events"_s).toArray()) {
            const QByteArray envelope = value.toObject().value(u"envelope"_s).toString().toUtf8();
            last = chained(last, envelope);
            const auto event = Event::fromEnvelope(envelope);
            require(event.has_value(), u"the OMS keeps something that is no event"_s);
            after = event->position;
        }
        more = back.value(u"more"_s).toBool();
    }
    require(Head{after, last} == till.process->ledger->head(),
        u"the OMS has another journal of %1"_s.arg(till.id));
}

void FinalAudit::checkReceiptNumbers(const Till &till)
{
    // Within each epoch, whenever they were recorded: a receipt that was recorded again keeps its number.
    std::map<std::string, std::int64_t> counts;
    for (const oracle::FactPtr &fact : till.journal->facts()) {
        if (fact->receipt.empty())
            continue;
        const std::string epoch = fact->receipt.substr(0, fact->receipt.rfind('-'));
        const std::string due = epoch + '-' + std::to_string(++counts[epoch]);
        require(fact->receipt == due, u"receipt %1 where %2 was due"_s.arg(named(fact->receipt), named(due)));
    }
}

void FinalAudit::checkSales(OmsHouse &house)
{
    // Every completed sale exactly once and in its order; the tills are told apart by their names.
    std::map<std::string, std::vector<std::string>> booked;
    std::vector<std::pair<std::pair<std::int64_t, std::int64_t>, QJsonObject>> rows;
    for (const QJsonValue &row : table(house, u"booked_sale"_s))
        rows.push_back({{number(row, "epoch"_L1), number(row, "seq"_L1)}, row.toObject()});
    std::stable_sort(
        rows.begin(), rows.end(), [](const auto &a, const auto &b) { return a.first < b.first; });
    for (const auto &[at, row] : rows)
        booked[text(row, "till"_L1)].push_back(text(row, "sale"_L1) + ' ' + text(row, "receipt"_L1) + ' '
            + std::to_string(number(row, "total"_L1)));
    for (const auto &till : m_scene.tills) {
        if (&till->house != &house)
            continue;
        std::vector<std::string> done;
        for (const oracle::FactPtr &fact : till->journal->facts()) {
            if (fact->kind == oracle::Kind::Sold)
                done.push_back(fact->subject + ' ' + fact->receipt + ' ' + std::to_string(fact->amount));
        }
        if (till->wasRestored) {
            // What was recorded again stands later in the journal than in the books.
            std::sort(done.begin(), done.end());
            std::sort(booked[till->name()].begin(), booked[till->name()].end());
        }
        require(booked[till->name()] == done,
            u"%1 made %2 sales, the OMS has %3, or in another order"_s.arg(till->id)
                .arg(done.size())
                .arg(booked[till->name()].size()));
    }
}

void FinalAudit::checkReturns(OmsHouse &house)
{
    std::map<std::string, std::pair<std::int64_t, std::int64_t>> booked;
    for (const QJsonValue &row : table(house, u"booked_return_line"_s)) {
        auto &back = booked[text(row, "of_receipt"_L1) + '/' + std::to_string(number(row, "of_line"_L1))];
        back.first += number(row, "quantity"_L1);
        back.second += number(row, "gross"_L1);
    }
    std::map<std::string, std::pair<std::int64_t, std::int64_t>> done;
    for (const auto &till : m_scene.tills) {
        for (const oracle::FactPtr &fact : till->journal->facts()) {
            if (&till->house != &house || fact->kind != oracle::Kind::Returned)
                continue;
            for (const oracle::Line &line : fact->lines) {
                auto &back = done[fact->subject + '/' + std::to_string(line.ofLine)];
                back.first += line.quantity;
                back.second += line.gross;
            }
        }
    }
    require(booked == done, u"the OMS has other returns than were made"_s);
}

void FinalAudit::checkMoney(OmsHouse &house)
{
    // Per till, shift and tender: what was kept of it.
    std::map<std::string, std::int64_t> booked;
    std::map<std::string, std::string> shifts;
    const auto place = [](const QJsonValue &row) {
        return text(row, "till"_L1) + ' ' + std::to_string(number(row, "epoch"_L1)) + ' '
            + std::to_string(number(row, "seq"_L1));
    };
    for (const QString &name : {u"booked_sale"_s, u"booked_return"_s}) {
        for (const QJsonValue &row : table(house, name)) {
            shifts[place(row)] = text(row, "till"_L1) + ' ' + text(row, "shift"_L1);
            booked[shifts[place(row)] + " cash"] -= number(row, "change"_L1);
        }
    }
    for (const QJsonValue &row : table(house, u"booked_tender"_s)) {
        const std::int64_t sign = text(row, "direction"_L1) == "return" ? -1 : 1;
        booked[shifts[place(row)] + ' ' + text(row, "kind"_L1)] += sign * number(row, "amount"_L1);
    }
    std::map<std::string, std::int64_t> kept;
    for (const auto &till : m_scene.tills) {
        for (const oracle::FactPtr &fact : till->journal->facts()) {
            if (&till->house != &house)
                break;
            const std::int64_t sign = fact->kind == oracle::Kind::Returned ? -1 : 1;
            kept[till->name() + ' ' + fact->shift + " cash"] += sign * fact->cash;
            kept[till->name() + ' ' + fact->shift + " card"] += sign * fact->card;
            kept[till->name() + ' ' + fact->shift + " giftcard"] += sign * fact->gift;
            kept[till->name() + ' ' + fact->shift + " points"] += sign * fact->points;
            kept[till->name() + ' ' + fact->shift + " on_account"] += sign * fact->account;
        }
    }
    std::erase_if(booked, [](const auto &one) { return one.second == 0; });
    std::erase_if(kept, [](const auto &one) { return one.second == 0; });
    require(booked == kept, u"the OMS of %1 has other money than the drawers"_s.arg(house.id()));
}

void FinalAudit::checkStock(OmsHouse &house)
{
    std::map<std::string, std::int64_t> moved;
    for (const QJsonValue &row : table(house, u"stock_movement"_s))
        moved[text(row, "sku"_L1)] += number(row, "on_hand"_L1);
    for (const QJsonValue &row : table(house, u"stock"_s)) {
        const std::string sku = text(row, "sku"_L1);
        const auto meant =
            oracle::stockFrom(sku, oracle::known(oracle::key('s', sku), house.moment(), oracle::Log()));
        require(number(row, "on_hand"_L1) == meant.onHand && number(row, "reserved"_L1) == meant.reserved
                && moved[sku] == meant.onHand,
            u"the OMS has %1 of %2 (%3 reserved), the oracle says %4 (%5)"_s.arg(number(row, "on_hand"_L1))
                .arg(named(sku))
                .arg(number(row, "reserved"_L1))
                .arg(meant.onHand)
                .arg(meant.reserved));
    }
}

void FinalAudit::checkOrders(OmsHouse &house)
{
    static const QStringList states = {
        u"new"_s, u"picking"_s, u"ready"_s, u"handed_over"_s, u"rejected"_s, u"cancelled"_s};
    for (const QJsonValue &row : table(house, u"pickup_order"_s)) {
        const std::string id = text(row, "order_id"_L1);
        const auto meant =
            oracle::orderFrom(oracle::known(oracle::key('o', id), house.moment(), oracle::Log()));
        require(meant && states.at(int(meant->state)).toStdString() == text(row, "state"_L1),
            u"the OMS has order %1 as %2"_s.arg(named(id), named(text(row, "state"_L1))));
    }
}

void FinalAudit::checkTasks(OmsHouse &house)
{
    std::map<std::string, oracle::Task> booked;
    for (const QJsonValue &row : table(house, u"task"_s))
        booked[text(row, "task"_L1)] =
            text(row, "state"_L1) == "open" ? oracle::Task::Open : oracle::Task::Settled;
    const auto meant = oracle::tasksOf(house.moment());
    require(booked == meant,
        u"the OMS of %1 has %2 tasks, the oracle %3, or in another state"_s.arg(house.id())
            .arg(booked.size())
            .arg(meant.size()));
    for (const auto &[excess, tasks] : oracle::excessesOf(*house.moment().log, booked))
        require(tasks == 1, u"%1: %2 tasks"_s.arg(named(excess)).arg(tasks));
}

} // namespace evertill::sim

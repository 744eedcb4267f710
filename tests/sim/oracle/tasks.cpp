#include "tests/sim/oracle/tasks.h"

#include "tests/sim/oracle/entities.h"
#include "tests/sim/oracle/purses.h"

namespace evertill::sim::oracle {
namespace {

std::string taskOf(const Fact &fact, const char *code)
{
    return fact.till + ':' + std::to_string(fact.epoch) + ':' + std::to_string(fact.seq) + ':' + code;
}

bool isStep(Kind kind) { return kind >= Kind::Picking && kind <= Kind::OrderRejected; }

/// Reads the books from end to end, as somebody who never heard of them.
class Reader final {
public:
    void read(const Fact &fact)
    {
        if (fact.kind == Kind::StockSet)
            m_levels[fact.lines.front().sku] = fact.lines.front().quantity;
        if (runsOut(fact))
            open(taskOf(fact, "stock_negative"));
        readPurses(fact);
        if (fact.kind == Kind::OrderPlaced)
            m_orders[fact.subject] = orderFrom({std::make_shared<Fact>(fact)}).value();
        else if (fact.kind == Kind::OrderCancelled)
            m_orders[fact.subject].take(fact);
        else if (isStep(fact.kind))
            readStep(fact);
        else if (fact.kind == Kind::Sold)
            readSale(fact);
        else if (fact.kind == Kind::Returned)
            readReturn(fact);
        else if (fact.kind == Kind::TaskSettled && tasks.contains(fact.subject))
            tasks[fact.subject] = Task::Settled;
    }

    std::map<std::string, Task> tasks;

private:
    void open(const std::string &task) { tasks.emplace(task, Task::Open); }

    /// Whether a level that was known, and zero or more, goes below zero.
    bool runsOut(const Fact &fact)
    {
        bool isShort = false;
        for (const Line &line : fact.lines) {
            if (!line.isGoods())
                continue;
            std::int64_t moved = 0;
            if (fact.kind == Kind::Sold || fact.kind == Kind::HandedOver)
                moved = -line.quantity;
            if (fact.kind == Kind::Adjusted || (fact.kind == Kind::Returned && line.restock))
                moved = line.quantity;
            std::int64_t &level = m_levels[line.sku];
            isShort = isShort || (level >= 0 && level + moved < 0);
            level += moved;
        }
        return isShort;
    }

    /// Raises what there is to say where more is taken from a purse than was in it.
    void readPurses(const Fact &fact)
    {
        for (const auto &[letter, code] : {std::pair('g', "giftcard_overdrawn"),
                 std::pair('p', "points_overdrawn"), std::pair('a', "account_overdrawn")}) {
            for (const PurseMove &move : fact.moves) {
                const bool isPaid = fact.kind == Kind::Sold && move.units > 0 && move.purse.front() == letter;
                if (isPaid && move.units > m_purses[move.purse])
                    open(taskOf(fact, code));
            }
        }
        std::set<std::string> purses{fact.purse};
        for (const PurseMove &move : fact.moves)
            purses.insert(move.purse);
        for (const std::string &purse : purses)
            settle(fact, purse, m_purses[purse]);
    }

    void readStep(const Fact &fact)
    {
        const auto order = m_orders.find(fact.subject);
        if (order == m_orders.end())
            open(taskOf(fact, "unknown_order"));
        else if (!order->second.take(fact)) {
            // One task for all that a till did with it, while nobody has settled that.
            std::string &mistake = m_mistakes[fact.till + ' ' + fact.subject];
            if (mistake.empty() || tasks[mistake] == Task::Settled) {
                mistake = taskOf(fact, "order_not_open");
                open(mistake);
            }
        }
    }

    void readSale(const Fact &fact)
    {
        for (const Line &line : fact.lines)
            m_sold[fact.receipt][line.line] = {line.quantity, line.gross};
    }

    void readReturn(const Fact &fact)
    {
        const auto sold = m_sold.find(fact.subject);
        bool isTooMuch = false;
        for (const Line &line : fact.lines) {
            auto &back = m_back[fact.subject][line.ofLine];
            back.first += line.quantity;
            back.second += line.gross;
            if (sold == m_sold.end())
                continue;
            const auto &was = sold->second[line.ofLine];
            isTooMuch = isTooMuch || (back.first > was.first && line.quantity > 0)
                || (back.second > was.second && line.gross > 0);
        }
        if (sold == m_sold.end())
            open(taskOf(fact, "unknown_receipt"));
        else if (isTooMuch)
            open(taskOf(fact, "over_refunded"));
    }

    using Amounts = std::map<int, std::pair<std::int64_t, std::int64_t>>;
    std::map<std::string, std::int64_t> m_levels;
    std::map<std::string, std::int64_t> m_purses;
    std::map<std::string, Order> m_orders;
    std::map<std::string, std::string> m_mistakes; ///< the task of each till and order
    std::map<std::string, Amounts> m_sold;
    std::map<std::string, Amounts> m_back;
};

} // namespace

std::map<std::string, Task> tasksOf(const Moment &books)
{
    Reader reader;
    for (std::size_t i = 0; i < books.length; ++i)
        reader.read(*books.log->facts()[i]);
    return reader.tasks;
}

std::vector<std::string> toldTasks(const Knowledge &knowledge)
{
    std::vector<std::string> tasks;
    const auto &rows = knowledge.rows();
    // A task's name holds colons; a tax's, under the same letter, none.
    for (auto row = rows.lower_bound("t:"); row != rows.end() && row->first.starts_with("t:"); ++row) {
        if (row->first.find(':', 2) != std::string::npos)
            tasks.push_back(row->first.substr(2));
    }
    return tasks;
}

std::set<std::string> openTasks(const Knowledge &knowledge, const Log &own)
{
    std::set<std::string> open;
    for (const std::string &task : toldTasks(knowledge)) {
        const Moment &moment = *knowledge.find(key('t', task));
        const auto raised = tasksOf(moment);
        const auto found = raised.find(task);
        bool isOpen = found != raised.end() && found->second == Task::Open;
        for (const std::size_t place : own.naming(key('t', task)))
            isOpen = isOpen && moment.log->has(own.facts()[place]->uid, moment.length);
        if (isOpen)
            open.insert(task);
    }
    return open;
}

namespace {

std::map<std::string, int> tasksByExcess(const Log &books)
{
    std::map<std::string, int> tasks;
    std::map<std::string, bool> isClosed; ///< orders
    std::map<std::string, std::int64_t> sold;
    std::map<std::string, std::int64_t> back;
    for (const FactPtr &fact : books.facts()) {
        // An order that the books have lost is another clash, each time it is named.
        if (fact->kind == Kind::OrderPlaced)
            isClosed[fact->subject] = false;
        const auto order = isClosed.find(fact->subject);
        if (order != isClosed.end() && fact->kind == Kind::HandedOver && order->second)
            tasks.emplace(fact->subject + " handed over by " + fact->till, 0);
        if (order != isClosed.end())
            order->second = order->second || fact->kind == Kind::HandedOver
                || fact->kind == Kind::OrderRejected || fact->kind == Kind::OrderCancelled;
        for (const Line &line : fact->lines) {
            const std::string of = fact->subject + '/' + std::to_string(line.ofLine);
            if (fact->kind == Kind::Sold)
                sold[fact->receipt + '/' + std::to_string(line.line)] = line.quantity;
            if (fact->kind == Kind::Returned && (back[of] += line.quantity) > sold[of] && sold[of] > 0)
                tasks.emplace(fact->subject + " taken back by " + fact->receipt, 0);
        }
    }
    return tasks;
}

void countTask(
    std::map<std::string, int> &excesses, const Log &books, const std::string &task, bool isSettled)
{
    const std::string place = task.substr(0, task.rfind(':'));
    for (const FactPtr &fact : books.facts()) {
        if (taskOf(*fact, "") != place + ':')
            continue;
        const bool isOrder = task.ends_with(":order_not_open");
        const auto excess = excesses.find(
            fact->subject + (isOrder ? " handed over by " + fact->till : " taken back by " + fact->receipt));
        // Where the former was settled, the next step with that order raised another.
        if (excess != excesses.end() && !(isSettled && excess->second > 0))
            ++excess->second;
    }
}

} // namespace

std::map<std::string, int> excessesOf(const Log &books, const std::map<std::string, Task> &tasks)
{
    std::map<std::string, int> excesses = tasksByExcess(books);
    for (const Task counted : {Task::Open, Task::Settled}) {
        for (const auto &[task, state] : tasks) {
            const bool isExcess = task.ends_with(":order_not_open") || task.ends_with(":over_refunded");
            if (isExcess && state == counted)
                countTask(excesses, books, task, state == Task::Settled);
        }
    }
    return excesses;
}

} // namespace evertill::sim::oracle

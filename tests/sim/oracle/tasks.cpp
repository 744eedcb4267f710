#include "tests/sim/oracle/tasks.h"

#include "tests/sim/oracle/entities.h"

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
            tasks.insert(taskOf(fact, "stock_negative"));
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
    }

    std::set<std::string> tasks;

private:
    /// Whether a level that was known, and zero or more, goes below zero.
    bool runsOut(const Fact &fact)
    {
        bool isShort = false;
        for (const Line &line : fact.lines) {
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

    void readStep(const Fact &fact)
    {
        const auto order = m_orders.find(fact.subject);
        if (order == m_orders.end())
            tasks.insert(taskOf(fact, "unknown_order"));
        else if (!order->second.take(fact) && m_mistakes.insert(fact.till + ' ' + fact.subject).second)
            tasks.insert(taskOf(fact, "order_not_open"));
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
            tasks.insert(taskOf(fact, "unknown_receipt"));
        else if (isTooMuch)
            tasks.insert(taskOf(fact, "over_refunded"));
    }

    using Amounts = std::map<int, std::pair<std::int64_t, std::int64_t>>;
    std::map<std::string, std::int64_t> m_levels;
    std::map<std::string, Order> m_orders;
    std::set<std::string> m_mistakes;
    std::map<std::string, Amounts> m_sold;
    std::map<std::string, Amounts> m_back;
};

} // namespace

std::set<std::string> tasksOf(const Log &books)
{
    Reader reader;
    for (const FactPtr &fact : books.facts())
        reader.read(*fact);
    return reader.tasks;
}

std::set<std::string> excessesOf(const Log &books)
{
    std::set<std::string> excesses;
    std::map<std::string, int> handed;
    std::map<std::string, std::int64_t> left;
    for (const FactPtr &fact : books.facts()) {
        for (const Line &line : fact->lines) {
            if (fact->kind == Kind::Sold)
                left[fact->receipt + '/' + std::to_string(line.line)] += line.quantity;
        }
    }
    for (const FactPtr &fact : books.facts()) {
        if (fact->kind == Kind::HandedOver && ++handed[fact->subject] > 1)
            excesses.insert(fact->subject + " handed over by " + fact->till);
        for (const Line &line : fact->lines) {
            const std::string of = fact->subject + '/' + std::to_string(line.ofLine);
            if (fact->kind == Kind::Returned && left.count(of) && (left[of] -= line.quantity) < 0)
                excesses.insert(of + " taken back by " + fact->till + ' ' + fact->receipt);
        }
    }
    return excesses;
}

} // namespace evertill::sim::oracle

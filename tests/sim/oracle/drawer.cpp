#include "tests/sim/oracle/drawer.h"

#include <algorithm>

namespace evertill::sim::oracle {

Drawer drawerOf(const Log &journal)
{
    // The newest is the one that was opened last, wherever the journal has it: what a backup lacked is
    // recorded again behind what was done since.
    Drawer drawer;
    std::pair<std::int64_t, std::int64_t> opened;
    for (const FactPtr &fact : journal.facts()) {
        if (fact->kind != Kind::ShiftOpened || fact->first < opened)
            continue;
        opened = fact->first;
        drawer = Drawer{true, fact->subject, fact->amount};
    }
    for (const FactPtr &fact : journal.facts()) {
        if (fact->kind == Kind::ShiftClosed && fact->subject == drawer.shift)
            drawer.isOpen = false;
        if (fact->shift.empty() || fact->shift != drawer.shift)
            continue; // what comes late of another shift stays that one's
        if (fact->kind == Kind::CashMoved)
            drawer.expected += fact->amount;
        if (fact->kind == Kind::Sold) {
            drawer.expected += fact->cash;
            drawer.card += fact->card;
            drawer.gift += fact->gift;
            drawer.points += fact->points;
            drawer.account += fact->account;
            ++drawer.sales;
        }
        if (fact->kind == Kind::Returned) {
            drawer.expected -= fact->cash;
            drawer.card -= fact->card;
            drawer.gift -= fact->gift;
            drawer.points -= fact->points;
            drawer.account -= fact->account;
            ++drawer.returns;
        }
    }
    return drawer;
}

std::vector<Attempt> openAttempts(const Log &journal)
{
    std::vector<Attempt> open;
    const auto find = [&](const std::string &id) {
        return std::find_if(open.begin(), open.end(), [&](const Attempt &one) { return one.id == id; });
    };
    for (const FactPtr &fact : journal.facts()) {
        if (fact->kind == Kind::CardAttempted)
            open.push_back({fact->subject, fact->cart, fact->amount, Attempt::Attempted});
        if (fact->kind == Kind::Sold)
            std::erase_if(open, [&](const Attempt &one) { return one.cart == fact->subject; });
        const auto found = find(fact->subject);
        if (found == open.end())
            continue;
        // What comes again after a restore is no answer to what was answered since.
        const bool waits = found->state != Attempt::Approved;
        if (fact->kind == Kind::CardApproved)
            found->state = Attempt::Approved;
        if (fact->kind == Kind::CardUnknown && waits)
            found->state = Attempt::Unknown;
        if ((fact->kind == Kind::CardDeclined && waits) || (fact->kind == Kind::CardVoided && !waits))
            open.erase(found);
    }
    return open;
}

std::string nextReceipt(const Log &journal, const std::string &till, std::int64_t epoch)
{
    const std::string beginning = till + '-' + std::to_string(epoch) + '-';
    const auto count = std::count_if(journal.facts().begin(), journal.facts().end(),
        [&](const FactPtr &fact) { return fact->receipt.starts_with(beginning); });
    return beginning + std::to_string(count + 1);
}

} // namespace evertill::sim::oracle

#include "tests/sim/oracle/drawer.h"

#include <algorithm>

namespace evertill::sim::oracle {

Drawer drawerOf(const Log &journal)
{
    Drawer drawer;
    for (const FactPtr &fact : journal.facts()) {
        // What comes late of another shift stays that one's.
        const bool isOther =
            (fact->kind == Kind::Sold || fact->kind == Kind::Returned) && fact->shift != drawer.shift;
        if (isOther)
            continue;
        switch (fact->kind) {
        case Kind::ShiftOpened:
            drawer = {true, fact->subject, drawer.shifts + 1, fact->amount, 0, 0, 0};
            break;
        case Kind::CashMoved:
            drawer.expected += fact->amount;
            break;
        case Kind::Sold:
            drawer.expected += fact->cash;
            drawer.card += fact->card;
            ++drawer.sales;
            break;
        case Kind::Returned:
            drawer.expected -= fact->cash;
            drawer.card -= fact->card;
            ++drawer.returns;
            break;
        case Kind::ShiftClosed:
            drawer.isOpen = false;
            break;
        default:
            break;
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
        if (fact->kind == Kind::CardApproved)
            found->state = Attempt::Approved;
        if (fact->kind == Kind::CardUnknown)
            found->state = Attempt::Unknown;
        if (fact->kind == Kind::CardDeclined || fact->kind == Kind::CardVoided)
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

#include "tests/sim/oracle/fact.h"

namespace evertill::sim::oracle {

std::string words(const Fact &fact)
{
    static constexpr const char *kNames[] = {"epoch opened", "shift opened", "cash moved", "shift closed",
        "sealed", "card attempted", "card approved", "card declined", "card unknown", "card voided", "sold",
        "returned", "picking", "item rejected", "ready", "handed over", "order rejected", "adjusted",
        "task settled", "stock set", "order placed", "order cancelled", "offer set", "purse set",
        "purse held", "purse released"};
    std::string text = fact.till.empty()
        ? "the office"
        : fact.till + ' ' + std::to_string(fact.epoch) + '-' + std::to_string(fact.seq);
    text += std::string(": ") + kNames[int(fact.kind)] + ' ' + fact.receipt + ' ' + fact.subject;
    for (const Line &line : fact.lines)
        text += " [" + std::to_string(line.quantity) + ' ' + line.sku + ']';
    return text;
}

} // namespace evertill::sim::oracle

#include "tests/sim/machines/till.h"

using namespace Qt::StringLiterals;

namespace evertill::sim {

Till::Till(const QString &name, OmsHouse &home, std::uint64_t seed, const std::string &machine)
    : id(name), house(home), disk(machine.empty() ? name.toStdString() : machine, seed), random(seed + 1)
{
    config.till = name;
    config.store.id = home.settings().id;
    config.store.name = home.settings().name;
    config.currency = Currency::fromCode(home.settings().currency).value();
    config.country = home.settings().country;
    config.tax = {TaxMode::Inclusive, TaxRounding::Line, Rounding::HalfUp};
    config.cashier = u"cashier-1"_s;
    config.giftCards = {true, home.settings().giftCardsOffline};
    // A point for each whole euro or franc, worth five hundredths.
    config.customers = {true, {1, 5, {QStringLiteral("giftcard")}, 500}, {true, 2'000}};
}

void Till::setClock(Instant now)
{
    const std::int64_t drifted = (now.us - driftsSince.us) / 1'000'000 * driftPpm;
    clock.set({now.us + clockIsOffUs + drifted});
}

} // namespace evertill::sim

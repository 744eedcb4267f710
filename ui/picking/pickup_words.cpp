#include "ui/picking/pickup_words.h"

#include "ui/words/figures.h"

#include <QCoreApplication>

namespace evertill {
namespace {

struct Pickups {
    Q_DECLARE_TR_FUNCTIONS(Pickups)
};

} // namespace

QString stateWords(PickupState state)
{
    switch (state) {
    case PickupState::New:
        return Pickups::tr("New");
    case PickupState::Picking:
        return Pickups::tr("Picking");
    case PickupState::Ready:
        return Pickups::tr("Ready");
    case PickupState::HandedOver:
        return Pickups::tr("Handed over");
    case PickupState::Rejected:
        return Pickups::tr("Rejected");
    case PickupState::Cancelled:
        return Pickups::tr("Cancelled");
    }
    return {};
}

QString promiseWords(const PickupCard &card, const Clock &clock)
{
    const bool today = clock.localDate(card.promisedAt) == clock.localDate(clock.now());
    const QString when = today ? timeText(card.promisedAt, clock) : dateTimeText(card.promisedAt, clock);
    return card.late ? Pickups::tr("late: %1").arg(when) : Pickups::tr("by %1").arg(when);
}

SaidWords saidWords(const PickupSaid &said)
{
    switch (said.kind) {
    case PickupSaid::Arrived:
        return {Pickups::tr("Order %1 has arrived.").arg(said.name), Pickups::tr("It stands under New.")};
    case PickupSaid::Started:
        return {Pickups::tr("Picking has begun."), Pickups::tr("Scan the goods as you take them.")};
    case PickupSaid::Picked:
        return {Pickups::tr("%1 is in the basket.").arg(said.name), {}};
    case PickupSaid::AllPicked:
        return {Pickups::tr("Everything is in the basket."),
            Pickups::tr("Put it on the pickup shelf and press Ready.")};
    case PickupSaid::Rejected:
        return {Pickups::tr("%1 is marked as not available.").arg(said.name), {}};
    case PickupSaid::OrderRejected:
        return {Pickups::tr("The order is rejected."), {}};
    case PickupSaid::Ready:
        return {Pickups::tr("The order of %1 is ready.").arg(said.name), {}};
    case PickupSaid::HandedOver:
        return {Pickups::tr("The order is handed over to %1.").arg(said.name), {}};
    case PickupSaid::WrongGoods:
        return {Pickups::tr("%1 is not in this order.").arg(said.name),
            Pickups::tr("Put it back and scan the right goods.")};
    case PickupSaid::Enough:
        return {Pickups::tr("There is enough of %1 in the basket already.").arg(said.name),
            Pickups::tr("Put it back.")};
    case PickupSaid::StartFirst:
        return {
            Pickups::tr("Picking has not begun."), Pickups::tr("Press Start picking, then scan the goods.")};
    }
    return {};
}

} // namespace evertill

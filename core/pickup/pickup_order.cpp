#include "core/pickup/pickup_order.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace evertill {

QString pickupStateName(PickupState state)
{
    switch (state) {
    case PickupState::New:
        return u"new"_s;
    case PickupState::Picking:
        return u"picking"_s;
    case PickupState::Ready:
        return u"ready"_s;
    case PickupState::HandedOver:
        return u"handed_over"_s;
    case PickupState::Rejected:
        return u"rejected"_s;
    case PickupState::Cancelled:
        return u"cancelled"_s;
    }
    return {};
}

bool isOpen(PickupState state)
{
    return state == PickupState::New || state == PickupState::Picking || state == PickupState::Ready;
}

bool PickupOrder::hasGoods() const
{
    return std::any_of(
        lines.begin(), lines.end(), [](const PickupLine &line) { return line.toHandOver() > Quantity(); });
}

} // namespace evertill

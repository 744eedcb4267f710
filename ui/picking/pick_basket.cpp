#include "ui/picking/pick_basket.h"

#include <algorithm>

namespace evertill {

Quantity PickBasket::picked(const QString &order, int line) const
{
    const auto found = m_picked.find({order, line});
    return found == m_picked.end() ? Quantity() : found->second;
}

void PickBasket::add(const QString &order, const PickLine &line, Quantity quantity)
{
    Quantity &picked = m_picked[{order, line.line}];
    picked = std::clamp(picked + quantity, Quantity(), line.quantity - line.rejected);
}

} // namespace evertill

#include "app/ctl/replay/sold_goods.h"

#include <algorithm>

namespace evertill {

void SoldGoods::remember(const QString &customer, const Sale &sale)
{
    if (customer.isEmpty())
        return;
    for (const SaleLine &line : sale.lines)
        m_left[{customer, line.sku, line.price.minor()}].push_back({sale.receipt, line.line, line.quantity});
}

std::vector<SoldGoods::Part> SoldGoods::take(
    const QString &customer, const QString &sku, Money price, Quantity quantity)
{
    std::vector<Part> parts;
    const auto bought = m_left.find({customer, sku, price.minor()});
    if (bought == m_left.end())
        return parts;
    auto &queue = bought->second;
    while (!queue.empty() && quantity > Quantity()) {
        const Quantity now = std::min(quantity, queue.front().quantity);
        parts.push_back({queue.front().receipt, queue.front().line, now});
        quantity -= now;
        queue.front().quantity -= now;
        if (queue.front().quantity.isZero())
            queue.pop_front();
    }
    return parts;
}

} // namespace evertill

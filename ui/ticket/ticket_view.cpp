#include "ui/ticket/ticket_view.h"

#include <algorithm>

namespace evertill {

void TicketView::addUp(const TaxPolicy &policy)
{
    const Taxes taxes = cart.taxes(policy);
    total = taxes.total;
    tax = Money::zero(cart.currency);
    for (const TaxTotal &part : taxes.totals)
        tax += part.tax;
    for (const Money exempted : taxes.exempted)
        tax -= exempted;
    selected = std::min(selected, static_cast<int>(cart.lines.size()) - 1);
}

} // namespace evertill

// What PickupsPresenter does with scans: goods into the basket, codes of shoppers.
#include "ui/pickups/pickups_presenter.h"

#include "core/sale/goods_stop.h"
#include "ui/ticket/ticket_line.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace evertill {

bool PickupsPresenter::takeScan(const QString &text)
{
    const Result<ScannedCode> code = readCode(text, m_catalog.patterns());
    const bool handingOver = m_view.open && m_view.ask == PickupsView::Ask::HandOver;
    if (handingOver && (!code || code->kind == ScannedCode::Pickup)) {
        typeCode(text.trimmed());
        handOverByCode();
        return true;
    }
    if (!code || code->kind == ScannedCode::Receipt)
        return false;
    if (code->kind == ScannedCode::Pickup)
        return takePickupCode(code->text);
    if (!m_view.open || !m_view.open->canReject)
        return false;
    const Result<FoundProduct> found = m_catalog.find(*code);
    if (!found)
        refuseWith(found.error());
    else
        pick(*found);
    return true;
}

bool PickupsPresenter::takePickupCode(const QString &text)
{
    const Result<PickupOrder> found = m_queue.find(text);
    if (!found)
        return false;
    open(found->order);
    askHandOver();
    if (m_view.ask == PickupsView::Ask::HandOver)
        typeCode(text);
    return true;
}

void PickupsPresenter::refuseScan(const QString &text)
{
    const Result<ScannedCode> code = readCode(text, m_catalog.patterns());
    refuseWith(code ? Refusal{Code::UnknownBarcode, {{u"code"_s, text}}} : code.error());
}

void PickupsPresenter::pick(const FoundProduct &found)
{
    const PickupDetail &order = *m_view.open;
    if (!order.canPick)
        return say({PickupSaid::StartFirst});
    const auto isIt = [&](const PickLine &line) { return line.sku == found.product.sku; };
    if (std::none_of(order.lines.begin(), order.lines.end(), isIt))
        return say({PickupSaid::WrongGoods, found.product.name});
    const auto line = std::find_if(order.lines.begin(), order.lines.end(),
        [&](const PickLine &one) { return isIt(one) && one.missing() > Quantity(); });
    if (line == order.lines.end())
        return say({PickupSaid::Enough, found.product.name});
    const PickLine chosen = *line;
    const QDate today = m_services.clock.localDate(m_services.clock.now());
    if (auto stops = stopsOf(ticketLine(found, today), today, {}); !stops.empty()) {
        stops.front().facts.insert(u"order"_s, order.card.order);
        return refuseWith(stops.front());
    }
    chooseLine(std::size_t(line - order.lines.begin()));
    addToBasket(chosen, found.labelWeight.value_or(Quantity::pieces(1)));
}

void PickupsPresenter::addToBasket(const PickLine &line, Quantity quantity)
{
    m_basket.add(m_view.open->card.order, line, quantity);
    refresh();
    if (quantity.isNegative() || !m_view.open)
        return;
    say(m_view.open->canReady ? PickupSaid{PickupSaid::AllPicked}
                              : PickupSaid{PickupSaid::Picked, line.name});
}

void PickupsPresenter::count(std::size_t line, int direction)
{
    if (!m_view.open || !m_view.open->canPick || m_view.busy || line >= m_view.open->lines.size())
        return;
    const PickLine chosen = m_view.open->lines[line];
    chooseLine(line);
    if (direction > 0 && chosen.missing() <= Quantity())
        return say({PickupSaid::Enough, chosen.name});
    addToBasket(chosen, Quantity::pieces(direction));
}

} // namespace evertill

#include "core/sale/grant_approval.h"
#include "ui/sell/sell_presenter.h"
#include "ui/words/figures.h"

// Another price than the shop's is written down with its reason before it stands on the ticket.
namespace evertill {

void SellPresenter::askPrice()
{
    const auto loadsGiftCard = [this] {
        return !m_view.ticket.cart.lines[static_cast<std::size_t>(m_view.ticket.selected)].giftCard.isNull();
    };
    if (canEdit() && !loadsGiftCard())
        show(stepTo(SellView::Step::Price));
}

void SellPresenter::enterPrice(const QString &typed, const QString &reason)
{
    if (m_view.step != SellView::Step::Price || !canEdit())
        return;
    const auto price = parseMoney(typed, m_services.config.currency);
    if (!price)
        return refuse({Code::BadAmount, {}});
    SellView next = stepTo(SellView::Step::Scan);
    const auto index = static_cast<std::size_t>(next.ticket.selected);
    if (const auto set = next.ticket.cart.setPrice(index, *price, reason); !set)
        return refuse(set.error());
    const CartLine line = next.ticket.cart.lines[index];
    if (!line.change)
        return showCart(std::move(next));
    m_approving = true;
    show(stepTo(SellView::Step::Price));
    Q_EMIT busyChanged(isBusy());
    const auto work = [&ledger = m_services.ledger, cart = next.ticket.cart.id, line] {
        return GrantApproval(ledger).run(cart, Code::PriceChanged, line, line.change->reason);
    };
    m_services.ask(this, work, [this, next](const Result<> &granted) {
        m_approving = false;
        if (!granted)
            refuse(granted.error());
        else if (m_view.step == SellView::Step::Price) // nobody went back meanwhile
            showCart(next);
        Q_EMIT busyChanged(isBusy());
    });
}

std::optional<PriceQuestion> SellPresenter::priceQuestion() const
{
    if (m_view.step != SellView::Step::Price || m_view.ticket.selected < 0)
        return std::nullopt;
    const CartLine &line = m_view.ticket.cart.lines[static_cast<std::size_t>(m_view.ticket.selected)];
    const Money own = line.change ? line.change->was : line.price;
    return PriceQuestion{line.name, line.price, own, m_view.refusal, isBusy()};
}

} // namespace evertill

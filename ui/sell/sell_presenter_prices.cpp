#include "core/sale/approval/grant_approval.h"
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
    const auto price = parseMoney(typed, m_services.config.currency);
    if (!price)
        return refuse({Code::BadAmount, {}});
    if (m_view.step == SellView::Step::OpenPrice)
        return enterOpenPrice(*price);
    if (m_view.step != SellView::Step::Price || !canEdit())
        return;
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
    m_services.ask(this, work, [this, index, price = *price, reason](const Result<> &granted) {
        m_approving = false;
        if (!granted)
            refuse(granted.error());
        else if (m_view.step == SellView::Step::Price) { // nobody went back meanwhile
            SellView done = stepTo(SellView::Step::Scan);
            if (const auto set = done.ticket.cart.setPrice(index, price, reason); !set)
                refuse(set.error());
            else
                showCart(std::move(done));
        }
        Q_EMIT busyChanged(isBusy());
    });
}

void SellPresenter::enterOpenPrice(Money price)
{
    if (!m_view.unpriced || isBusy())
        return;
    if (const auto checked = checkOpenPrice(price); !checked)
        return refuse(checked.error());
    SellView::Unpriced goods = *m_view.unpriced;
    goods.product.price = goods.line.price = price;
    if (!goods.needsMeasure)
        return add(goods.line, goods.product.minAge);
    SellView next = stepTo(SellView::Step::Weight);
    next.weighing = goods.product;
    show(std::move(next));
}

std::optional<PriceQuestion> SellPresenter::priceQuestion() const
{
    if (m_view.step == SellView::Step::OpenPrice && m_view.unpriced)
        return PriceQuestion{m_view.unpriced->product.name, {}, {}, m_view.refusal, isBusy()};
    if (m_view.step != SellView::Step::Price || m_view.ticket.selected < 0)
        return std::nullopt;
    const CartLine &line = m_view.ticket.cart.lines[static_cast<std::size_t>(m_view.ticket.selected)];
    const Money own = line.change ? line.change->was : line.price;
    return PriceQuestion{line.name, line.price, line.isOpenPrice ? std::nullopt : std::optional(own),
        m_view.refusal, isBusy()};
}

} // namespace evertill

#include "ui/sell/sell_presenter.h"

#include "core/base/clock.h"
#include "core/base/random.h"
#include "core/sale/cart_store.h"
#include "core/till/current_shift.h"
#include "core/till/till_config.h"
#include "ui/ticket/ticket_line.h"
#include "ui/words/figures.h"

namespace evertill {

using namespace Qt::StringLiterals;

SellPresenter::SellPresenter(const TillServices &services, QObject *parent)
    : QObject(parent), m_services(services),
      m_catalog(services.replica,
          CodePatterns::forShop(services.config.codePatterns, services.config.country),
          services.config.currency),
      m_offers(services.replica, services.ledgerReader, services.config, services.clock), m_keeper(services),
      m_pay(services)
{
    m_view = fresh();
    connect(&m_keeper, &CartKeeper::refused, this, &SellPresenter::refuse);
    connect(&m_pay, &PayPresenter::viewChanged, this, [this] {
        show(m_view); // whether Pay can be pressed
        takeUpCustomer();
        Q_EMIT busyChanged(isBusy());
    });
    connect(&m_pay, &PayPresenter::refused, this, &SellPresenter::refuse);
    connect(&m_pay, &PayPresenter::aboutToAsk, &m_keeper, &CartKeeper::flush);
    connect(&m_pay, &PayPresenter::tendersChanged, this, [this](const std::vector<Tender> &tenders) {
        SellView next = m_view;
        next.ticket.cart.tenders = tenders;
        m_keeper.keep(next.ticket.cart);
        show(std::move(next));
    });
    connect(&m_pay, &PayPresenter::completed, this, [this] {
        m_keeper.forget();
        SellView next = stepTo(SellView::Step::Scan); // whatever was asked of the ticket comes too late
        next.ticket.sold = true;
        next.ticket.gifts.clear(); // nobody took them
        next.ageToCheck = 0;
        next.ticket.selected = -1;
        show(std::move(next));
    });
}

SellView SellPresenter::fresh() const
{
    SellView view;
    view.ticket.cart.id = SaleId(m_services.random.uuid(m_services.clock.now()));
    view.ticket.cart.currency = m_services.config.currency;
    view.ticket.total = view.ticket.tax = Money::zero(m_services.config.currency);
    view.ticket.taxMode = m_services.config.tax.mode;
    view.ticket.knowsCustomers = m_services.config.customers.areKnown;
    view.ticket.takesCertificates = m_services.config.exemptsByCertificate;
    view.shiftOpen = m_view.shiftOpen;
    return view;
}

void SellPresenter::refresh()
{
    SellView next = m_view;
    next.shiftOpen = currentShift(m_services.ledgerReader).has_value();
    if (next.shiftOpen && next.refusal && next.refusal->code == Code::ShiftClosed)
        next.refusal.reset();
    show(std::move(next));
}

void SellPresenter::nextSale()
{
    if (!m_view.ticket.sold)
        return;
    m_pay.finish();
    show(fresh());
}

void SellPresenter::grant(Cart &cart, TicketView &next)
{
    Granted granted = m_offers.grant(cart);
    next.refusedCoupons = std::move(granted.refusedCoupons);
    next.gifts = ticketGifts(granted.gifts, cart, m_catalog, m_offers, today());
    for (RefusedCoupon &coupon : couponsInVain(granted.gifts, next.gifts, cart))
        next.refusedCoupons.push_back(std::move(coupon));
}

void SellPresenter::showCart(SellView next)
{
    grant(next.ticket.cart, next.ticket);
    m_keeper.keep(next.ticket.cart);
    next.ticket.addUp(m_services.config.tax);
    show(std::move(next));
    // Who pays already sees the new total there.
    if (m_pay.view().step != PayView::Step::Away)
        m_pay.begin(m_view.ticket.cart);
}

void SellPresenter::select(int line)
{
    if (m_view.ticket.sold || line < -1 || line >= static_cast<int>(m_view.ticket.cart.lines.size()))
        return;
    SellView next = m_view;
    next.ticket.selected = line;
    show(std::move(next));
}

/// The view with another step, and nothing left of the one before.
SellView SellPresenter::stepTo(SellView::Step step) const
{
    SellView next = m_view;
    next.step = step;
    next.weighing.reset();
    next.unpriced.reset();
    next.stopped.reset();
    next.loading.reset();
    next.refusal.reset();
    return next;
}

bool SellPresenter::canEdit() const
{
    return !m_view.ticket.sold && m_view.ticket.selected >= 0 && !isBusy();
}

void SellPresenter::step(std::int64_t pieces)
{
    if (!canEdit())
        return;
    const CartLine &line = m_view.ticket.cart.lines[static_cast<std::size_t>(m_view.ticket.selected)];
    if (line.unit != u"ea"_s || line.labelAmount)
        return pieces < 0 ? removeLine() : askQuantity();
    const Quantity quantity = line.quantity + Quantity::pieces(pieces);
    quantity > Quantity() ? setLineQuantity(quantity) : removeLine();
}

void SellPresenter::setLineQuantity(Quantity quantity)
{
    if (!canEdit())
        return;
    SellView next = m_view;
    const auto set = next.ticket.cart.setQuantity(static_cast<std::size_t>(next.ticket.selected), quantity);
    if (!set)
        return refuse(set.error());
    next.step = SellView::Step::Scan;
    next.refusal.reset();
    showCart(std::move(next));
}

void SellPresenter::removeLine()
{
    if (!canEdit())
        return;
    // Money without goods would wait for the next customer's.
    const bool holdsMoney = !m_view.ticket.cart.tenders.empty() || m_pay.view().step == PayView::Step::Card;
    if (m_view.ticket.cart.lines.size() == 1 && holdsMoney)
        return refuse({Code::PaymentOpen, {}});
    SellView next = m_view;
    next.ticket.cart.remove(static_cast<std::size_t>(next.ticket.selected));
    next.step = SellView::Step::Scan;
    next.refusal.reset();
    next.ageToCheck = 0;
    showCart(std::move(next));
}

void SellPresenter::askQuantity()
{
    if (!canEdit())
        return;
    show(stepTo(SellView::Step::Quantity));
}

void SellPresenter::enterQuantity(const QString &typed)
{
    const auto quantity = parseQuantity(typed);
    if (!quantity)
        return refuse({Code::BadQuantity, {}});
    if (m_view.step == SellView::Step::Quantity)
        return setLineQuantity(*quantity);
    if (m_view.step != SellView::Step::Weight || !m_view.weighing)
        return;
    const Product product = *m_view.weighing;
    CartLine line = ticketLine(product, today());
    line.quantity = *quantity;
    add(line, product.minAge);
    if (m_view.step == SellView::Step::Approve)
        return;
    if (m_view.refusal)
        return;
    show(stepTo(SellView::Step::Scan));
}

void SellPresenter::askDrop()
{
    if (m_view.ticket.sold || !m_view.ticket.holdsAnything() || isBusy())
        return;
    show(stepTo(SellView::Step::Drop));
}

void SellPresenter::drop()
{
    if (m_view.step != SellView::Step::Drop || isBusy())
        return;
    if (!m_view.ticket.cart.tenders.empty())
        return refuse({Code::PaymentOpen, {}});
    m_keeper.flush();
    m_dropping = true;
    Q_EMIT busyChanged(isBusy());
    m_services.ask(
        this, [&ledger = m_services.ledger] { return CartStore(ledger).clear(); },
        [this](const Result<> &dropped) {
            m_dropping = false;
            dropped ? show(fresh()) : refuse(dropped.error());
            Q_EMIT busyChanged(isBusy());
        });
}

void SellPresenter::beginPaying()
{
    if (isBusy() || m_view.ticket.sold)
        return;
    if (!m_view.ticket.isPayable())
        return refuse({Code::EmptyCart, {}});
    if (!currentShift(m_services.ledgerReader))
        return refuse({Code::ShiftClosed, {}});
    if (!passes(m_view.ticket.cart, 0, true))
        return;
    show(stepTo(SellView::Step::Scan));
    m_pay.open(m_view.ticket.cart);
}

bool SellPresenter::goBack()
{
    if (m_view.ticket.sold) {
        nextSale();
        return true;
    }
    if (m_view.step == SellView::Step::Scan && m_pay.goBack())
        return true;
    if (m_view.step == SellView::Step::Scan && !m_view.refusal && m_view.ageToCheck == 0)
        return false;
    SellView next = stepTo(SellView::Step::Scan);
    next.ageToCheck = 0;
    show(std::move(next));
    return true;
}

void SellPresenter::refuse(const Refusal &refusal)
{
    SellView next = m_view;
    next.refusal = refusal;
    show(std::move(next));
}

/// Where whoever pays sees it.
void SellPresenter::refuseCustomer(const Refusal &refusal)
{
    m_pay.view().step == PayView::Step::Away ? refuse(refusal) : m_pay.refuse(refusal);
}

void SellPresenter::show(SellView next)
{
    next.ticket.canPay = next.shiftOpen && !next.ticket.sold && !next.ticket.cart.isEmpty()
        && m_pay.view().step == PayView::Step::Away;
    if (next == m_view)
        return;
    m_view = std::move(next);
    Q_EMIT viewChanged();
}

} // namespace evertill

#include "ui/sell/sell_presenter.h"

#include "core/base/clock.h"
#include "core/payment/gift_card_desk.h"
#include "core/sale/approval/grant_approval.h"
#include "core/sale/goods_stop.h"
#include "core/till/current_shift.h"
#include "core/till/till_config.h"
#include "ui/ticket/ticket_line.h"

// What is scanned or picked becomes a line of the ticket, unless something stands against selling it.
namespace evertill {

using namespace Qt::StringLiterals;

bool SellPresenter::scan(const QString &text)
{
    if (isBusy())
        return true; // typed while the ticket is being put away; scanners' codes wait at the door
    if (m_pay.scanVoucher(text))
        return true;
    // A code of letters could be a shopper's as well.
    if (const auto coupon = m_offers.couponIn(text)) {
        takeCoupon(*coupon);
        return true;
    }
    const auto code = readCode(text, m_catalog.patterns());
    if (code && (code->kind == ScannedCode::Receipt || code->kind == ScannedCode::Pickup))
        return false;
    if (code && code->kind == ScannedCode::GiftCard && m_services.config.giftCards.areTaken) {
        m_pay.takesGiftCard() ? m_pay.typeGiftCard(code->text) : openGiftCard(code->text);
        return true;
    }
    if (code && code->kind == ScannedCode::Customer && m_view.ticket.knowsCustomers) {
        takeCustomer(code->text);
        return true;
    }
    if (code && code->kind == ScannedCode::Staff) {
        refuse({Code::StaffCode, {}});
        return true;
    }
    const auto found = code ? m_catalog.find(*code) : Result<FoundProduct>(tl::unexpected(code.error()));
    if (!found) {
        refuse(found.error());
        return true;
    }
    take(found->product, ticketLine(*found, today()), !needsMeasure(*found));
    return true;
}

void SellPresenter::openGiftCard(const QString &text)
{
    const auto number = giftCardNumber(text);
    if (!number)
        return refuse(number.error());
    nextSale();
    const GiftCard card = giftCardWith(*number);
    SellView next = stepTo(SellView::Step::GiftCard);
    next.loading = GiftCardLoading{card, m_services.giftCards != nullptr, {}, false};
    show(std::move(next));
    if (!m_services.giftCards)
        return;
    const auto answered = [guard = QPointer<SellPresenter>(this), card](const Result<Money> &balance) {
        QMetaObject::invokeMethod(QCoreApplication::instance(), [guard, card, balance] {
            if (guard)
                guard->showBalance(card, balance);
        });
    };
    m_services.giftCards->balance(card, m_services.config.currency, answered);
}

void SellPresenter::showBalance(const GiftCard &card, const Result<Money> &balance)
{
    if (m_view.step != SellView::Step::GiftCard || m_view.loading->card != card)
        return;
    SellView next = m_view;
    next.loading->isAsking = false;
    next.loading->isNew = !balance && balance.error().code == Code::UnknownGiftCard;
    if (balance)
        next.loading->balance = *balance;
    show(std::move(next));
}

void SellPresenter::loadGiftCard(Money amount)
{
    if (m_view.step != SellView::Step::GiftCard || isBusy())
        return;
    if (!amount.isPositive())
        return refuse({Code::BadAmount, {{u"minor"_s, qlonglong(amount.minor())}}});
    add(CartLine::giftCardLoad(m_view.loading->card, amount, tr("Gift card")), 0);
}

void SellPresenter::pick(const Product &product)
{
    if (isBusy())
        return;
    take(product, ticketLine(product, today()), !needsMeasure(product));
}

/// What is still to be said of \a line is asked first: its price, then its weight.
void SellPresenter::take(const Product &product, const CartLine &line, bool isMeasured)
{
    const bool isUnpriced = product.isOpenPrice && !line.labelAmount;
    if (isMeasured && !isUnpriced)
        return add(line, product.minAge);
    nextSale();
    SellView next = stepTo(isUnpriced ? SellView::Step::OpenPrice : SellView::Step::Weight);
    if (isUnpriced)
        next.unpriced = SellView::Unpriced{product, line, !isMeasured};
    else
        next.weighing = product;
    show(std::move(next));
}

QDate SellPresenter::today() const { return m_services.clock.localDate(m_services.clock.now()); }

bool SellPresenter::passes(const Cart &cart, int minAge, bool isOnTicket)
{
    const auto stop = firstStop(m_services.ledgerReader, cart, today());
    if (!stop)
        return true;
    SellView next = stepTo(SellView::Step::Approve);
    next.stopped = SellView::Stopped{cart.lines[stop->line], stop->refusal, minAge, isOnTicket};
    show(std::move(next));
    return false;
}

void SellPresenter::approve(const QString &reason)
{
    if (m_view.step != SellView::Step::Approve || !m_view.stopped || isBusy())
        return;
    const SellView::Stopped stopped = *m_view.stopped;
    m_approving = true;
    Q_EMIT busyChanged(isBusy());
    const auto work = [&ledger = m_services.ledger, cart = m_view.ticket.cart.id, stopped, reason] {
        return GrantApproval(ledger).run(cart, stopped.why.code, stopped.line, reason);
    };
    m_services.ask(this, work, [this, stopped](const Result<> &granted) {
        m_approving = false;
        const bool stillAsks = m_view.step == SellView::Step::Approve && m_view.stopped == stopped;
        if (!granted)
            refuse(granted.error());
        else if (stillAsks) {
            show(stepTo(SellView::Step::Scan));
            stopped.isOnTicket ? beginPaying() : add(stopped.line, stopped.minAge);
        }
        Q_EMIT busyChanged(isBusy());
    });
}

void SellPresenter::takeCoupon(const QString &code)
{
    nextSale();
    SellView next = m_view;
    next.refusal.reset();
    if (next.ticket.cart.coupons.contains(code))
        return show(std::move(next)); // read twice
    next.ticket.cart.coupons.append(code);
    showCart(std::move(next));
}

void SellPresenter::takeCouponOff(const QString &code)
{
    if (m_view.ticket.sold || isBusy() || !m_view.ticket.cart.coupons.contains(code))
        return;
    SellView next = m_view;
    next.refusal.reset();
    next.ticket.cart.coupons.removeAll(code);
    showCart(std::move(next));
}

void SellPresenter::addGift(const QString &sku)
{
    const std::vector<TicketGift> &gifts = m_view.ticket.gifts;
    const auto gift = std::find_if(
        gifts.begin(), gifts.end(), [&](const TicketGift &one) { return one.product.sku == sku; });
    if (gift == gifts.end() || m_view.ticket.sold || isBusy())
        return;
    CartLine line = ticketLine(gift->product, today());
    line.quantity = Quantity::pieces(gift->units);
    add(line, gift->product.minAge);
}

void SellPresenter::add(const CartLine &line, int minAge)
{
    nextSale();
    const bool isAside = m_view.step == SellView::Step::Approve || m_view.step == SellView::Step::GiftCard
        || m_view.step == SellView::Step::Price || m_view.step == SellView::Step::OpenPrice;
    SellView next = isAside ? stepTo(SellView::Step::Scan) : m_view;
    const auto deposit = m_catalog.depositOf(line.sku);
    if (!deposit)
        return refuse(deposit.error());
    const auto index = next.ticket.cart.add(withDeposit(line, *deposit, today()));
    if (!index)
        return refuse(index.error());
    if (!passes(next.ticket.cart, minAge, false))
        return;
    next.ticket.selected = static_cast<int>(*index);
    next.ageToCheck = minAge;
    next.refusal.reset();
    showCart(std::move(next));
}

} // namespace evertill

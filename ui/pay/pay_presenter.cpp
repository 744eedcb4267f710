#include "ui/pay/pay_presenter.h"

#include "core/payment/settlement.h"
#include "core/sale/complete_sale.h"
#include "core/sale/sale_table.h"

namespace evertill {

using namespace Qt::StringLiterals;

namespace {

/// Asking for the same sale again is answered with the stored one; goods or money that it lacks are never
/// taken for sold.
Result<Sale> completeOnce(Ledger &ledger, const TillConfig &config, const Cart &cart)
{
    Result<Sale> sale = CompleteSale(ledger, config).run(cart);
    if (!sale && sale.error().code == Code::AlreadyCompleted) {
        const auto stored = SaleTable(ledger.database()).byId(cart.id);
        const auto lines = cart.lines.size() + cart.linesWithDeposit().size();
        if (stored && stored->tenders == cart.tenders && stored->lines.size() == lines
            && stored->total == cart.taxes(config.tax).total)
            return *stored;
    }
    return sale;
}

} // namespace

PayPresenter::PayPresenter(const TillServices &services, QObject *parent)
    : QObject(parent), m_services(services)
{
}

/// Where paying stands, by the cart alone.
PayView PayPresenter::tenderView() const
{
    PayView view;
    view.step = PayView::Step::Tender;
    view.total = m_cart.taxes(m_services.config.tax).total;
    view.tenders = m_cart.tenders;
    view.takesGiftCards = m_services.config.giftCards.areTaken;
    view.takesVouchers = m_services.config.vouchers.areTaken;
    view.takesForeign = !m_services.config.foreignCash.empty();
    const CustomerRules &customers = m_services.config.customers;
    view.takesPoints = m_cart.customer && customers.points.worth > 0;
    view.takesAccount = m_cart.customer && customers.account.areKept;
    view.open = openAmount(view.total, m_cart.tenders);
    const QString &country = m_services.config.country;
    view.cashDue = cashDue(view.open, country);
    view.canFinish = !m_cart.isEmpty() && settle(view.total, m_cart.tenders, country).has_value();
    if (view.cashDue.isPositive())
        view.notes = suggestedCash(view.cashDue, country);
    return view;
}

PayView PayPresenter::nextView() const
{
    const bool isAmongTenders = m_view.step == PayView::Step::Tender || m_view.step == PayView::Step::Void;
    // Money without goods waits until they are scanned, unless it is just being given back.
    const bool isAway = m_cart.isEmpty() && (m_cart.tenders.empty() || !isAmongTenders);
    return isAway ? PayView() : tenderView();
}

void PayPresenter::begin(const Cart &cart)
{
    if (m_view.isBusy())
        return;
    letGoUnheard();
    m_cart = cart;
    m_hold = {};
    payVouchersAgain();
    PayView next = m_cart.isEmpty() && m_cart.tenders.empty() ? PayView() : tenderView();
    if (m_view.step == PayView::Step::Card) {
        next.step = m_view.step;
        next.cardAmount = m_view.cardAmount;
        next.asked = m_view.asked;
    }
    show(std::move(next));
}

void PayPresenter::resume(const Cart &cart, const std::vector<CardAttempt> &attempts)
{
    m_cart = cart;
    m_attempt = {};
    PayView::Asked asked = PayView::Asked::Now;
    Money amount = Money::zero(cart.currency);
    for (const CardAttempt &attempt : attempts) {
        if (attempt.state == CardState::Approved) {
            m_cart.tenders.push_back({TenderKind::Card, attempt.amount, attempt.approval, attempt.id});
            continue;
        }
        m_attempt = attempt.id;
        amount = attempt.amount;
        asked = attempt.state == CardState::Unknown ? PayView::Asked::InVain : PayView::Asked::BeforeAStop;
    }
    if (m_cart.tenders != cart.tenders)
        Q_EMIT tendersChanged(m_cart.tenders);
    if (m_attempt.isNull() && m_cart.tenders.empty())
        return;
    PayView next = nextView();
    if (!m_attempt.isNull()) {
        next = tenderView();
        next.step = PayView::Step::Card;
        next.cardAmount = amount;
        next.asked = asked;
    }
    show(std::move(next));
}

void PayPresenter::finish()
{
    if (m_view.step == PayView::Step::Paid)
        show({});
}

void PayPresenter::takeCash(Money amount)
{
    if (m_view.step != PayView::Step::Tender || m_view.isBusy() || waits([=, this] { takeCash(amount); }))
        return;
    std::vector<Tender> tenders = m_cart.tenders;
    tenders.push_back({TenderKind::Cash, amount});
    const auto settled = settle(m_view.total, tenders, m_services.config.country);
    if (!settled && settled.error().code != Code::NotPaid)
        return refuse(settled.error());
    tender(std::move(tenders));
}

void PayPresenter::complete()
{
    if (m_view.step != PayView::Step::Tender || m_view.isBusy() || waits([this] { complete(); }))
        return;
    save(tenderView());
}

void PayPresenter::save(PayView saving)
{
    saving.step = PayView::Step::Saving;
    show(std::move(saving));
    // What still waits to be kept goes before the sale, or it would come back as an open cart after it.
    Q_EMIT aboutToAsk();
    const auto work = [&ledger = m_services.ledger, &config = m_services.config, cart = m_cart] {
        return completeOnce(ledger, config, cart);
    };
    m_services.ask(this, work, [this](const Result<Sale> &sale) {
        if (!sale) {
            Q_EMIT tendersChanged(m_cart.tenders);
            PayView refused = tenderView();
            refused.refusal = sale.error();
            return show(std::move(refused));
        }
        // The ticket first: the next view lets waiting scans in, and they are the next sale's.
        Q_EMIT completed(*sale);
        PayView paid = m_view;
        paid.step = PayView::Step::Paid;
        paid.sale = *sale;
        show(std::move(paid));
        Q_EMIT ledgerGrew();
    });
}

bool PayPresenter::goBack()
{
    switch (m_view.step) {
    case PayView::Step::Away:
        return false;
    case PayView::Step::Saving:
        return true;
    case PayView::Step::Card:
        refuse({Code::PaymentOpen, {}});
        return true;
    case PayView::Step::GiftCard:
    case PayView::Step::Own:
        letGoUnheard();
        m_hold = {};
        show(tenderView());
        return true;
    case PayView::Step::Voucher:
    case PayView::Step::Foreign:
        show(tenderView());
        return true;
    case PayView::Step::Void:
        if (!m_view.asking)
            show(tenderView());
        return true;
    case PayView::Step::Tender:
    case PayView::Step::Paid:
        if (!m_view.asking)
            show({});
        return true;
    }
    return false;
}

void PayPresenter::tender(std::vector<Tender> tenders)
{
    m_cart.tenders = std::move(tenders);
    PayView next = nextView();
    // The sale itself keeps the money: no write of the cart before it, and no scan let in between.
    if (next.canFinish)
        return save(std::move(next));
    // The cart first: the next view lets waiting scans in, and they come back with the cart.
    Q_EMIT tendersChanged(m_cart.tenders);
    show(std::move(next));
}

void PayPresenter::refuse(const Refusal &refusal)
{
    PayView next = m_view;
    next.refusal = refusal;
    show(std::move(next));
}

void PayPresenter::show(PayView next)
{
    if (next == m_view)
        return;
    m_view = std::move(next);
    Q_EMIT viewChanged();
}

} // namespace evertill

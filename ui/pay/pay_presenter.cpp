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
        if (stored && stored->tenders == cart.tenders && stored->lines.size() == cart.lines.size()
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
    view.open = openAmount(view.total, m_cart.tenders);
    const QString &country = m_services.config.country;
    view.cashDue = cashDue(view.open, country);
    view.canFinish = settle(view.total, m_cart.tenders, country).has_value();
    if (view.cashDue.isPositive())
        view.notes = suggestedCash(view.cashDue, country);
    return view;
}

void PayPresenter::begin(const Cart &cart)
{
    if (m_view.isBusy())
        return;
    m_cart = cart;
    PayView next = tenderView();
    if (m_view.step == PayView::Step::Card) {
        next.step = m_view.step;
        next.cardAmount = m_view.cardAmount;
    }
    show(std::move(next));
}

void PayPresenter::resume(const Cart &cart, const std::vector<CardAttempt> &attempts)
{
    m_cart = cart;
    Money asked = Money::zero(cart.currency);
    for (const CardAttempt &attempt : attempts) {
        if (attempt.state == CardState::Approved) {
            m_cart.tenders.push_back({TenderKind::Card, attempt.amount, attempt.approval, attempt.id});
        } else {
            m_attempt = attempt.id;
            asked = attempt.amount;
        }
    }
    if (m_cart.tenders != cart.tenders)
        Q_EMIT tendersChanged(m_cart.tenders);
    if (m_attempt.isNull() && m_cart.tenders.empty())
        return;
    PayView next = tenderView();
    next.cardAmount = asked;
    next.step = m_attempt.isNull() ? PayView::Step::Tender : PayView::Step::Card;
    show(std::move(next));
}

void PayPresenter::finish()
{
    if (m_view.step == PayView::Step::Paid)
        show({});
}

void PayPresenter::takeCash(Money amount)
{
    if (m_view.step != PayView::Step::Tender || m_view.isBusy())
        return;
    std::vector<Tender> tenders = m_cart.tenders;
    tenders.push_back({TenderKind::Cash, amount});
    const auto settled = settle(m_view.total, tenders, m_services.config.country);
    if (!settled && settled.error().code != Code::NotPaid)
        return refuse(settled.error());
    tender(std::move(tenders));
}

void PayPresenter::startCard(std::optional<Money> amount)
{
    if (m_view.step != PayView::Step::Tender || m_view.isBusy())
        return;
    const Money charge = amount.value_or(m_view.open);
    if (m_view.open < charge)
        return refuse({Code::OverTendered, {{u"due"_s, qlonglong(m_view.open.minor())}}});
    Q_EMIT aboutToAsk();
    const auto work = [&ledger = m_services.ledger, cart = m_cart.id, charge] {
        return CardPayments(ledger).attempt(cart, charge);
    };
    askCard(work, [this, charge](const PaymentId &attempt) {
        m_attempt = attempt;
        PayView next = tenderView();
        next.step = PayView::Step::Card;
        next.cardAmount = charge;
        show(std::move(next));
    });
}

void PayPresenter::approveCard(const QString &approval)
{
    if (m_view.step != PayView::Step::Card || m_view.isBusy() || approval.trimmed().isEmpty())
        return;
    const auto work = [&ledger = m_services.ledger, attempt = m_attempt, code = approval.trimmed()] {
        return CardPayments(ledger).approve(attempt, code);
    };
    askCard(work, [this](const Tender &approved) {
        m_attempt = {};
        std::vector<Tender> tenders = m_cart.tenders;
        tenders.push_back(approved);
        tender(std::move(tenders));
    });
}

void PayPresenter::declineCard()
{
    if (m_view.step != PayView::Step::Card || m_view.isBusy())
        return;
    const auto work = [&ledger = m_services.ledger, attempt = m_attempt] {
        return CardPayments(ledger).decline(attempt).map([] { return true; });
    };
    askCard(work, [this](bool) {
        m_attempt = {};
        show(tenderView());
    });
}

void PayPresenter::takeBack(int tenderIndex)
{
    if (m_view.step != PayView::Step::Tender || m_view.isBusy() || tenderIndex < 0
        || tenderIndex >= static_cast<int>(m_cart.tenders.size()))
        return;
    std::vector<Tender> left = m_cart.tenders;
    const Tender back = left[static_cast<std::size_t>(tenderIndex)];
    left.erase(left.begin() + tenderIndex);
    if (back.attempt.isNull())
        return tender(std::move(left));
    const auto work = [&ledger = m_services.ledger, attempt = back.attempt] {
        return CardPayments(ledger).voidApproved(attempt).map([] { return true; });
    };
    askCard(work, [this, left](bool) { tender(left); });
}

void PayPresenter::complete()
{
    if (m_view.step != PayView::Step::Tender || m_view.isBusy())
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
    PayView next = tenderView();
    // The sale itself keeps the money: no write of the cart before it, and no scan let in between.
    if (next.canFinish)
        return save(std::move(next));
    // The cart first: the next view lets waiting scans in, and they come back with the cart.
    Q_EMIT tendersChanged(m_cart.tenders);
    show(std::move(next));
}

template <typename Work, typename Then> void PayPresenter::askCard(Work work, Then then)
{
    PayView asking = m_view;
    asking.asking = true;
    asking.refusal.reset();
    show(std::move(asking));
    m_services.ask(this, work, [this, then](const auto &answer) {
        if (!answer) {
            PayView refused = m_view;
            refused.asking = false;
            refused.refusal = answer.error();
            return show(std::move(refused));
        }
        then(*answer);
        Q_EMIT ledgerGrew();
    });
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

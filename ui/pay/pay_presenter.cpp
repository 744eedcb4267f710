#include "ui/pay/pay_presenter.h"

#include "core/payment/settlement.h"
#include "core/sale/complete_sale.h"
#include "core/sale/sale_table.h"

namespace evertill {

using namespace Qt::StringLiterals;

namespace {

/// The stored sale stands: asking for the same one again is answered with it.
Result<Sale> completeOnce(Ledger &ledger, const TillConfig &config, const Cart &cart)
{
    Result<Sale> sale = CompleteSale(ledger, config).run(cart);
    if (!sale && sale.error().code == Code::AlreadyCompleted) {
        if (const auto stored = SaleTable(ledger.database()).byId(cart.id))
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
    view.cashDue = cashDue(view.open);
    view.canFinish = settle(view.total, m_cart.tenders).has_value();
    if (view.cashDue.isPositive())
        view.notes = suggestedCash(view.cashDue);
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
    for (const CardAttempt &attempt : attempts) {
        if (attempt.state == CardState::Approved) {
            m_cart.tenders.push_back({TenderKind::Card, attempt.amount, attempt.approval, attempt.id});
            continue;
        }
        m_attempt = attempt.id;
        PayView next = tenderView();
        next.step = PayView::Step::Card;
        next.cardAmount = attempt.amount;
        show(std::move(next));
    }
    if (m_view.step == PayView::Step::Away && !m_cart.tenders.empty())
        show(tenderView());
    if (m_cart.tenders != cart.tenders)
        Q_EMIT tendersChanged(m_cart.tenders);
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
    const auto settled = settle(m_view.total, tenders);
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
    PayView saving = m_view;
    saving.step = PayView::Step::Saving;
    saving.refusal.reset();
    show(std::move(saving));
    const auto work = [&ledger = m_services.ledger, &config = m_services.config, cart = m_cart] {
        return completeOnce(ledger, config, cart);
    };
    m_services.ask(this, work, [this](const Result<Sale> &sale) {
        if (!sale) {
            show(tenderView());
            Q_EMIT tendersChanged(m_cart.tenders);
            return refuse(sale.error());
        }
        PayView paid = m_view;
        paid.step = PayView::Step::Paid;
        paid.sale = *sale;
        show(std::move(paid));
        Q_EMIT completed(*sale);
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
    show(tenderView());
    // The sale itself keeps the money: no write of the cart before it.
    if (m_view.canFinish)
        return complete();
    Q_EMIT tendersChanged(m_cart.tenders);
}

template <typename Work, typename Then> void PayPresenter::askCard(Work work, Then then)
{
    PayView asking = m_view;
    asking.asking = true;
    asking.refusal.reset();
    show(std::move(asking));
    m_services.ask(this, work, [this, then](const auto &answer) {
        PayView answered = m_view;
        answered.asking = false;
        show(std::move(answered));
        if (!answer)
            return refuse(answer.error());
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

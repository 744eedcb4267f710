#include "core/payment/foreign_cash.h"
#include "core/payment/settlement.h"
#include "core/replica/replica_reader.h"
#include "ui/pay/pay_presenter.h"

#include <algorithm>

// Notes of another currency pay at the rate that was shown when they were asked for; change is home cash.
namespace evertill {

void PayPresenter::startForeign()
{
    const auto &configured = m_services.config.foreignCash;
    if (m_view.step != PayView::Step::Tender || m_view.isBusy() || configured.empty()
        || !m_view.open.isPositive() || waits([this] { startForeign(); }))
        return;
    ReplicaReader &replica = m_services.replica;
    m_foreign = replica.orElseEmpty([&] {
        return foreignCashAt(replica.database(), configured, m_cart.tenders, m_services.clock.now());
    });
    PayView next = tenderView();
    next.step = PayView::Step::Foreign;
    next.foreign = ForeignAsk{};
    for (const ForeignCurrency &one : m_foreign)
        next.foreign->currencies.push_back(one.currency);
    next.foreign->chosen = m_foreign.front().currency;
    next.foreign->due = next.open;
    showForeign(std::move(next));
}

void PayPresenter::chooseForeign(Currency currency)
{
    if (m_view.step != PayView::Step::Foreign)
        return;
    PayView next = m_view;
    next.foreign->chosen = currency;
    next.foreign->given.reset();
    showForeign(std::move(next));
}

void PayPresenter::typeForeign(std::optional<Money> given)
{
    if (m_view.step != PayView::Step::Foreign || given == m_view.foreign->given)
        return;
    PayView next = m_view;
    next.foreign->given = given;
    showForeign(std::move(next));
}

const ForeignCurrency &PayPresenter::foreignCurrency(const ForeignAsk &ask) const
{
    const auto chosen = std::find_if(m_foreign.begin(), m_foreign.end(),
        [&](const ForeignCurrency &one) { return one.currency == ask.chosen; });
    return chosen == m_foreign.end() ? m_foreign.front() : *chosen;
}

/// What the notes are worth, and what comes back.
void PayPresenter::showForeign(PayView next)
{
    ForeignAsk &ask = *next.foreign;
    const ForeignCurrency &of = foreignCurrency(ask);
    ask.rate = of.rate;
    ask.dueForeign = foreignDue(cashDue(ask.due, m_services.config.country), of);
    const Money given = ask.given.value_or(ask.dueForeign);
    ask.worth = of.rate.worthOf(given, m_cart.currency);
    ask.change = Money::zero(m_cart.currency);
    if (const auto tender = foreignTender(given, of, m_cart.currency)) {
        std::vector<Tender> tenders = m_cart.tenders;
        tenders.push_back(*tender);
        if (const auto settled = settle(next.total, tenders, m_services.config.country))
            ask.change = settled->change;
    }
    next.refusal.reset();
    show(std::move(next));
}

void PayPresenter::takeForeign()
{
    if (m_view.step != PayView::Step::Foreign)
        return;
    const ForeignAsk &ask = *m_view.foreign;
    const auto paid =
        foreignTender(ask.given.value_or(ask.dueForeign), foreignCurrency(ask), m_cart.currency);
    if (!paid)
        return refuse(paid.error());
    std::vector<Tender> tenders = m_cart.tenders;
    tenders.push_back(*paid);
    const auto settled = settle(m_view.total, tenders, m_services.config.country);
    if (!settled && settled.error().code != Code::NotPaid)
        return refuse(settled.error());
    tender(std::move(tenders));
}

} // namespace evertill

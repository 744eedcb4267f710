#include "core/base/clock.h"
#include "core/base/random.h"
#include "core/customer/customer_desk.h"
#include "core/payment/points.h"
#include "core/sale/customer_tenders.h"
#include "core/till/current_shift.h"
#include "core/till/till_config.h"
#include "ui/pay/pay_presenter.h"

#include <QCoreApplication>
#include <QPointer>

// The customer's points pay, or their account: what the OMS keeps of them for this sale, or, while nobody can
// ask, what the shop takes unasked.
namespace evertill {

using namespace Qt::StringLiterals;

namespace {

Purse purseOf(TenderKind kind) { return kind == TenderKind::Points ? Purse::Points : Purse::Account; }

} // namespace

void PayPresenter::startOwn(TenderKind kind, std::optional<Money> amount)
{
    const bool isTaken = kind == TenderKind::Points ? m_view.takesPoints : m_view.takesAccount;
    if (m_view.step != PayView::Step::Tender || m_view.isBusy() || !isTaken || !m_view.open.isPositive()
        || waits([=, this] { startOwn(kind, amount); }))
        return;
    const Money wanted = amount.value_or(m_view.open);
    if (m_view.open < wanted)
        return refuse({Code::OverTendered, {{u"due"_s, qlonglong(m_view.open.minor())}, {u"own"_s, true}}});
    const Money whole = wholeOf(kind, wanted);
    if (!whole.isPositive()) {
        const qlonglong worth =
            kind == TenderKind::Points && wanted.isPositive() ? m_services.config.customers.points.worth : 0;
        return refuse({Code::NegativeTender, {{u"minor"_s, qlonglong(wanted.minor())}, {u"point"_s, worth}}});
    }
    PayView next = tenderView();
    next.step = PayView::Step::Own;
    next.own = {kind, whole, false, Money::zero(m_cart.currency)};
    show(std::move(next));
    askOwn();
}

/// Points pay in whole points only.
Money PayPresenter::wholeOf(TenderKind kind, Money amount) const
{
    const std::int64_t worth = m_services.config.customers.points.worth;
    return kind == TenderKind::Points ? Money::minor(wholePoints(amount, worth) * worth, amount.currency())
                                      : amount;
}

void PayPresenter::askOwn()
{
    if (m_view.step != PayView::Step::Own || m_view.own->isAsking || !m_cart.customer)
        return;
    PayView next = m_view;
    next.refusal.reset();
    next.own->isAsking = true;
    next.own->offline = Money::zero(m_cart.currency);
    const TenderKind kind = next.own->kind;
    const Money wanted = next.own->wanted;
    const CustomerCard card = m_cart.customer->card;
    const Uuid hold = m_hold = nextHold();
    show(std::move(next));
    if (!m_services.customers)
        return ownAnswered(kind, card, hold, evertill::refuse(Code::Unreachable));
    const auto answered = [guard = QPointer<PayPresenter>(this), kind, card, hold](
                              const Result<PurseHold> &answer) {
        QMetaObject::invokeMethod(QCoreApplication::instance(), [guard, kind, card, hold, answer] {
            if (guard)
                guard->ownAnswered(kind, card, hold, answer);
        });
    };
    const std::int64_t worth = m_services.config.customers.points.worth;
    const std::int64_t units =
        kind == TenderKind::Points ? wholePoints(wanted, worth) : std::int64_t(wanted.minor());
    m_services.customers->hold(purseOf(kind), card, hold, m_cart.id, {units, m_cart.currency}, answered);
}

void PayPresenter::ownAnswered(
    TenderKind kind, const CustomerCard &card, const Uuid &hold, const Result<PurseHold> &answer)
{
    const bool mayBeKept = answer || answer.error().code == Code::Unreachable;
    if (hold != m_hold || m_view.step != PayView::Step::Own) {
        if (mayBeKept && m_services.customers)
            m_services.customers->release(purseOf(kind), card, hold);
        return;
    }
    m_hold = {};
    if (!answer) {
        PayView next = m_view;
        next.own->isAsking = false;
        next.refusal = answer.error();
        show(std::move(next));
        if (mayBeKept) {
            m_unheard = hold;
            offerOwnOffline();
        }
        return;
    }
    const bool isPoints = kind == TenderKind::Points;
    const std::int64_t minor =
        isPoints ? answer->held * m_services.config.customers.points.worth : answer->held;
    takeOwn(Money::minor(minor, m_cart.currency), hold);
}

void PayPresenter::offerOwnOffline()
{
    PayView next = m_view;
    const TenderKind kind = next.own->kind;
    Money left = Money::zero(m_cart.currency);
    if (const auto shift = currentShift(m_services.ledgerReader))
        left = leftUnasked(m_services.ledgerReader, m_cart, shift->id, m_services.config.customers, kind);
    next.own->offline = wholeOf(kind, std::min(left, next.own->wanted));
    next.refusal = Refusal{kind == TenderKind::Points ? Code::PointsOffline : Code::CreditOffline,
        {{u"card"_s, m_cart.customer->card.lastFour}, {u"left"_s, qlonglong(next.own->offline.minor())}}};
    show(std::move(next));
}

void PayPresenter::takeOwnOffline()
{
    if (m_view.step != PayView::Step::Own || !m_view.own->offline.isPositive() || m_view.own->isAsking)
        return;
    letGoUnheard();
    takeOwn(m_view.own->offline, {});
}

void PayPresenter::takeOwn(Money amount, const Uuid &hold)
{
    Tender own{m_view.own->kind, amount};
    own.hold = hold;
    own.customer = m_cart.customer->card;
    if (own.kind == TenderKind::Points)
        own.points = wholePoints(amount, m_services.config.customers.points.worth);
    std::vector<Tender> tenders = m_cart.tenders;
    tenders.push_back(own);
    tender(std::move(tenders));
}

void PayPresenter::letGoOwn(const Tender &tender)
{
    if (!tender.hold.isNull() && !tender.customer.isNull() && m_services.customers)
        m_services.customers->release(purseOf(tender.kind), tender.customer, tender.hold);
}

Uuid PayPresenter::nextHold()
{
    return m_unheard.isNull() ? m_services.random.uuid(m_services.clock.now()) : std::exchange(m_unheard, {});
}

/// Nobody will ask for it again: better free now than when the hold ends.
void PayPresenter::letGoUnheard()
{
    const Uuid hold = std::exchange(m_unheard, {});
    if (hold.isNull())
        return;
    if (m_view.giftCard && m_services.giftCards)
        m_services.giftCards->release(m_view.giftCard->card, hold);
    if (m_view.own && m_cart.customer && m_services.customers)
        m_services.customers->release(purseOf(m_view.own->kind), m_cart.customer->card, hold);
}

} // namespace evertill

#include "ui/pay/pay_presenter.h"

#include "core/payment/card_payments.h"
#include "core/payment/voucher.h"

namespace evertill {

using namespace Qt::StringLiterals;

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

void PayPresenter::startCard(std::optional<Money> amount)
{
    if (m_view.step != PayView::Step::Tender || m_view.isBusy() || waits([=, this] { startCard(amount); }))
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
    if (!isAtCard() || approval.trimmed().isEmpty())
        return;
    const auto work = [&ledger = m_services.ledger, attempt = m_attempt, code = approval.trimmed()] {
        return CardPayments(ledger).approve(attempt, code);
    };
    askCard(work, [this](const Tender &approved) {
        m_attempt = {};
        std::vector<Tender> tenders = m_cart.tenders;
        tenders.push_back(approved);
        // Goods may have gone while the terminal was asked.
        payVouchersAnew(m_cart.taxes(m_services.config.tax).total, tenders);
        tender(std::move(tenders));
    });
}

void PayPresenter::declineCard()
{
    if (!isAtCard())
        return;
    const auto work = [&ledger = m_services.ledger, attempt = m_attempt] {
        return CardPayments(ledger).decline(attempt).map([] { return true; });
    };
    askCard(work, [this](bool) {
        m_attempt = {};
        show(nextView());
    });
}

void PayPresenter::missAnswer()
{
    if (!isAtCard() || m_view.asked != PayView::Asked::Now)
        return;
    const auto work = [&ledger = m_services.ledger, attempt = m_attempt] {
        return CardPayments(ledger).markUnknown(attempt).map([] { return true; });
    };
    askCard(work, [this](bool) {
        PayView next = m_view;
        next.asking = false;
        next.asked = PayView::Asked::InVain;
        show(std::move(next));
    });
}

void PayPresenter::takeBack(int tenderIndex)
{
    if (m_view.step != PayView::Step::Tender || m_view.isBusy() || tenderIndex < 0
        || tenderIndex >= static_cast<int>(m_cart.tenders.size()))
        return;
    m_voiding = static_cast<std::size_t>(tenderIndex);
    const Tender &back = m_cart.tenders[m_voiding];
    if (back.attempt.isNull()) {
        letGo(back);
        letGoOwn(back);
        return tender(tendersLeft());
    }
    PayView next = tenderView();
    next.step = PayView::Step::Void;
    next.voiding = back;
    show(std::move(next));
}

void PayPresenter::confirmVoid()
{
    if (m_view.step != PayView::Step::Void || m_view.isBusy())
        return;
    const auto work = [&ledger = m_services.ledger, attempt = m_view.voiding->attempt] {
        return CardPayments(ledger).voidApproved(attempt).map([] { return true; });
    };
    askCard(work, [this](bool) { tender(tendersLeft()); });
}

std::vector<Tender> PayPresenter::tendersLeft() const
{
    std::vector<Tender> left = m_cart.tenders;
    left.erase(left.begin() + std::ptrdiff_t(m_voiding));
    payVouchersAnew(m_view.total, left);
    return left;
}

} // namespace evertill

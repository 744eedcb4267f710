#include "core/base/clock.h"
#include "core/base/random.h"
#include "core/catalog/scanned_code.h"
#include "core/sale/receipt_book.h"
#include "core/till/current_shift.h"
#include "core/till/till_config.h"
#include "ui/pay/pay_presenter.h"

#include <algorithm>

// A gift card pays what the OMS keeps for this sale, or, while nobody can ask, what the shop lends it.
namespace evertill {

using namespace Qt::StringLiterals;

void PayPresenter::startGiftCard(std::optional<Money> amount)
{
    if (m_view.step != PayView::Step::Tender || m_view.isBusy() || !m_view.takesGiftCards
        || !m_view.open.isPositive() || waits([=, this] { startGiftCard(amount); }))
        return;
    const Money wanted = amount.value_or(m_view.open);
    if (m_view.open < wanted)
        return refuse({Code::OverTendered, {{u"due"_s, qlonglong(m_view.open.minor())}}});
    if (!wanted.isPositive())
        return refuse({Code::NegativeTender, {{u"minor"_s, qlonglong(wanted.minor())}}});
    PayView next = tenderView();
    next.step = PayView::Step::GiftCard;
    next.giftCard = {wanted, {}, false, Money::zero(m_cart.currency)};
    show(std::move(next));
}

void PayPresenter::typeGiftCard(const QString &number)
{
    const auto whole = giftCardNumber(number);
    whole ? payByGiftCard(giftCardWith(*whole)) : refuse(whole.error());
}

void PayPresenter::payByGiftCard(const GiftCard &card)
{
    if (m_view.step == PayView::Step::Tender && !m_view.isBusy()) {
        if (m_opening > 0) {
            (void)waits([this, card] { payByGiftCard(card); });
            return;
        }
        startGiftCard({});
    }
    if (m_view.step != PayView::Step::GiftCard || m_view.giftCard->isAsking)
        return;
    if (auto checked = m_cart.canPayBy(card); !checked)
        return refuse(checked.error());
    if (m_view.giftCard->card != card)
        letGoUnheard();
    PayView next = m_view;
    next.refusal.reset();
    next.giftCard->card = card;
    next.giftCard->isAsking = true;
    next.giftCard->offline = Money::zero(m_cart.currency);
    const Uuid hold = m_hold = nextHold();
    const Money wanted = next.giftCard->wanted;
    show(std::move(next));
    if (!m_services.giftCards)
        return giftCardAnswered(card, hold, evertill::refuse(Code::Unreachable));
    const auto answered = [guard = QPointer<PayPresenter>(this), card, hold](
                              const Result<GiftCardHold> &answer) {
        QMetaObject::invokeMethod(QCoreApplication::instance(), [guard, card, hold, answer] {
            if (guard)
                guard->giftCardAnswered(card, hold, answer);
        });
    };
    m_services.giftCards->hold(card, hold, m_cart.id, wanted, answered);
}

void PayPresenter::giftCardAnswered(
    const GiftCard &card, const Uuid &hold, const Result<GiftCardHold> &answer)
{
    const bool mayBeKept = answer || answer.error().code == Code::Unreachable;
    if (hold != m_hold || m_view.step != PayView::Step::GiftCard) {
        if (mayBeKept && m_services.giftCards)
            m_services.giftCards->release(card, hold);
        return;
    }
    m_hold = {};
    if (!answer) {
        PayView next = m_view;
        next.giftCard->isAsking = false;
        next.refusal = answer.error();
        show(std::move(next));
        if (mayBeKept) {
            m_unheard = hold;
            offerOffline(card);
        }
        return;
    }
    std::vector<Tender> tenders = m_cart.tenders;
    tenders.push_back({TenderKind::GiftCard, answer->held, {}, {}, card, hold});
    tender(std::move(tenders));
}

void PayPresenter::offerOffline(const GiftCard &card)
{
    const auto shift = currentShift(m_services.ledgerReader);
    Money left = Money::minor(m_services.config.giftCards.offlineLimit, m_cart.currency);
    if (shift)
        left -= ReceiptBook(m_services.ledgerReader)
                    .paidOffline(TenderKind::GiftCard, card.reference, shift->id, m_cart.currency);
    for (const Tender &tender : m_cart.tenders)
        if (tender.giftCard == card && tender.hold.isNull())
            left -= tender.amount;
    const Money zero = Money::zero(m_cart.currency);
    PayView next = m_view;
    next.giftCard->offline = std::clamp(left, zero, std::max(zero, next.giftCard->wanted));
    next.refusal = Refusal{Code::GiftCardOffline,
        {{u"card"_s, card.lastFour}, {u"left"_s, qlonglong(next.giftCard->offline.minor())}}};
    show(std::move(next));
}

void PayPresenter::takeGiftCardOffline()
{
    if (m_view.step != PayView::Step::GiftCard || !m_view.giftCard->offline.isPositive())
        return;
    letGoUnheard();
    std::vector<Tender> tenders = m_cart.tenders;
    tenders.push_back({TenderKind::GiftCard, m_view.giftCard->offline, {}, {}, m_view.giftCard->card});
    tender(std::move(tenders));
}

void PayPresenter::letGo(const Tender &tender)
{
    if (!tender.hold.isNull() && !tender.giftCard.isNull() && m_services.giftCards)
        m_services.giftCards->release(tender.giftCard, tender.hold);
}

} // namespace evertill

#include "ui/pay/pay_panel.h"

#include "ui/pay/card_page.h"
#include "ui/pay/gift_card_page.h"
#include "ui/pay/own_money_page.h"
#include "ui/pay/paid_page.h"
#include "ui/pay/pay_presenter.h"
#include "ui/pay/tender_page.h"
#include "ui/pay/void_page.h"
#include "ui/tenders/foreign_page.h"
#include "ui/tenders/voucher_page.h"

#include <QStackedWidget>
#include <QVBoxLayout>

namespace evertill {

using namespace Qt::StringLiterals;

PayPanel::PayPanel(PayPresenter &presenter, Currency currency, QWidget *parent)
    : QFrame(parent), m_presenter(presenter), m_pages(new QStackedWidget(this)),
      m_tender(new TenderPage(currency, this)), m_card(new CardPage(this)),
      m_giftCard(new GiftCardPage(this)), m_voucher(new VoucherPage(currency, this)),
      m_foreign(new ForeignPage(currency, this)), m_own(new OwnMoneyPage(this)), m_void(new VoidPage(this)),
      m_paid(new PaidPage(this))
{
    setObjectName(u"payPanel"_s);
    setProperty("panel", true);
    m_pages->addWidget(m_tender);
    m_pages->addWidget(m_card);
    m_pages->addWidget(m_giftCard);
    m_pages->addWidget(m_voucher);
    m_pages->addWidget(m_foreign);
    m_pages->addWidget(m_own);
    m_pages->addWidget(m_void);
    m_pages->addWidget(m_paid);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(20, 16, 20, 16);
    column->addWidget(m_pages);

    connect(m_tender, &TenderPage::cashGiven, &presenter, &PayPresenter::takeCash);
    connect(m_tender, &TenderPage::cardRequested, &presenter, &PayPresenter::startCard);
    connect(m_tender, &TenderPage::takeBackRequested, &presenter, &PayPresenter::takeBack);
    connect(m_tender, &TenderPage::finishRequested, &presenter, &PayPresenter::complete);
    connect(m_tender, &TenderPage::backRequested, this, &PayPanel::backRequested);
    connect(m_card, &CardPage::approved, &presenter, &PayPresenter::approveCard);
    connect(m_card, &CardPage::declined, &presenter, &PayPresenter::declineCard);
    connect(m_card, &CardPage::answerMissed, &presenter, &PayPresenter::missAnswer);
    connect(m_tender, &TenderPage::giftCardRequested, &presenter, &PayPresenter::startGiftCard);
    connect(m_giftCard, &GiftCardPage::numberTyped, &presenter, &PayPresenter::typeGiftCard);
    connect(m_giftCard, &GiftCardPage::offlineTaken, &presenter, &PayPresenter::takeGiftCardOffline);
    connect(m_giftCard, &GiftCardPage::backRequested, this, &PayPanel::backRequested);
    connect(m_tender, &TenderPage::voucherRequested, &presenter, &PayPresenter::startVoucher);
    connect(m_voucher, &VoucherPage::typed, &presenter, &PayPresenter::typeVoucher);
    connect(m_voucher, &VoucherPage::taken, &presenter, &PayPresenter::takeVoucher);
    connect(m_voucher, &VoucherPage::backRequested, this, &PayPanel::backRequested);
    connect(m_tender, &TenderPage::foreignRequested, &presenter, &PayPresenter::startForeign);
    connect(m_foreign, &ForeignPage::chosen, &presenter, &PayPresenter::chooseForeign);
    connect(m_foreign, &ForeignPage::typed, &presenter, &PayPresenter::typeForeign);
    connect(m_foreign, &ForeignPage::taken, &presenter, &PayPresenter::takeForeign);
    connect(m_foreign, &ForeignPage::backRequested, this, &PayPanel::backRequested);
    connect(m_tender, &TenderPage::pointsRequested, &presenter, &PayPresenter::startPoints);
    connect(m_tender, &TenderPage::accountRequested, &presenter, &PayPresenter::startAccount);
    connect(m_own, &OwnMoneyPage::againRequested, &presenter, &PayPresenter::askOwn);
    connect(m_own, &OwnMoneyPage::offlineTaken, &presenter, &PayPresenter::takeOwnOffline);
    connect(m_own, &OwnMoneyPage::backRequested, this, &PayPanel::backRequested);
    connect(m_void, &VoidPage::voided, &presenter, &PayPresenter::confirmVoid);
    connect(m_void, &VoidPage::backRequested, this, &PayPanel::backRequested);
    connect(m_paid, &PaidPage::nextRequested, this, &PayPanel::nextRequested);
    connect(&presenter, &PayPresenter::viewChanged, this, &PayPanel::render);
}

void PayPanel::render()
{
    const PayView &view = m_presenter.view();
    m_tender->setEnabled(!view.isBusy());
    m_card->setEnabled(!view.isBusy());
    m_void->setEnabled(!view.isBusy());
    switch (view.step) {
    case PayView::Step::Away:
        break;
    case PayView::Step::Tender:
    case PayView::Step::Saving:
        m_tender->render(view);
        m_pages->setCurrentWidget(m_tender);
        break;
    case PayView::Step::Card:
        m_card->render(view);
        m_pages->setCurrentWidget(m_card);
        break;
    case PayView::Step::GiftCard:
        m_giftCard->render(view);
        m_pages->setCurrentWidget(m_giftCard);
        break;
    case PayView::Step::Voucher:
        if (view.voucher)
            m_voucher->render(*view.voucher, view.refusal);
        m_pages->setCurrentWidget(m_voucher);
        break;
    case PayView::Step::Foreign:
        if (view.foreign)
            m_foreign->render(*view.foreign, view.refusal);
        m_pages->setCurrentWidget(m_foreign);
        break;
    case PayView::Step::Own:
        m_own->render(view);
        m_pages->setCurrentWidget(m_own);
        break;
    case PayView::Step::Void:
        m_void->render(view);
        m_pages->setCurrentWidget(m_void);
        break;
    case PayView::Step::Paid:
        m_paid->render(view);
        m_pages->setCurrentWidget(m_paid);
        break;
    }
    // A page that was disabled meanwhile has lost the focus.
    const bool isAsking = view.giftCard && view.giftCard->isAsking;
    const bool arrived = view.step != m_step || (m_wasBusy && !view.isBusy()) || isAsking != m_wasAsking;
    m_wasAsking = isAsking;
    m_step = view.step;
    m_wasBusy = view.isBusy();
    if (arrived && isVisible())
        takeFocus();
}

void PayPanel::takeFocus()
{
    switch (m_presenter.view().step) {
    case PayView::Step::Tender:
        m_tender->takeFocus();
        break;
    case PayView::Step::Card:
        m_card->takeFocus();
        break;
    case PayView::Step::GiftCard:
        m_giftCard->takeFocus();
        break;
    case PayView::Step::Voucher:
        m_voucher->takeFocus();
        break;
    case PayView::Step::Foreign:
        m_foreign->takeFocus();
        break;
    case PayView::Step::Own:
        m_own->takeFocus();
        break;
    case PayView::Step::Void:
        m_void->takeFocus();
        break;
    case PayView::Step::Paid:
        m_paid->takeFocus();
        break;
    case PayView::Step::Away:
    case PayView::Step::Saving:
        break;
    }
}

} // namespace evertill

#pragma once

#include "ui/pay/pay_view.h"

#include <QFrame>

class QStackedWidget;

namespace evertill {

class CardPage;
class ForeignPage;
class GiftCardPage;
class OwnMoneyPage;
class PaidPage;
class PayPresenter;
class TenderPage;
class VoidPage;
class VoucherPage;

/// The left side of Sell while a customer pays. Draws a PayPresenter's view, and tells it what was pressed.
class PayPanel final : public QFrame {
    Q_OBJECT
public:
    /// \a presenter outlives it.
    PayPanel(PayPresenter &presenter, Currency currency, QWidget *parent = nullptr);
    void takeFocus();

Q_SIGNALS:
    /// The sale is paid, and put away by the cashier.
    void nextRequested();
    /// Back was pressed where Esc would do.
    void backRequested();

private:
    void render();

    PayPresenter &m_presenter;
    QStackedWidget *m_pages;
    TenderPage *m_tender;
    CardPage *m_card;
    GiftCardPage *m_giftCard;
    VoucherPage *m_voucher;
    ForeignPage *m_foreign;
    OwnMoneyPage *m_own;
    VoidPage *m_void;
    PaidPage *m_paid;
    PayView::Step m_step = PayView::Step::Away;
    bool m_wasBusy = false;
    bool m_wasAsking = false;
};

} // namespace evertill

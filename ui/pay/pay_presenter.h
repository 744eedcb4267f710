#pragma once

#include "core/customer/customer_desk.h"
#include "core/payment/card_payments.h"
#include "core/payment/gift_card_desk.h"
#include "core/sale/cart.h"
#include "core/till/till_config.h"
#include "ui/pay/pay_view.h"
#include "ui/shell/till_services.h"

#include <QObject>

#include <functional>

namespace evertill {

/// Paying a cart: cash, card, or part by part, until it is a sale. Money that was taken stays on the cart
/// until it is a sale or was given back, also over a power cut. GUI thread.
class PayPresenter final : public QObject {
    Q_OBJECT
public:
    /// \a services outlives it.
    explicit PayPresenter(const TillServices &services, QObject *parent = nullptr);
    [[nodiscard]] const PayView &view() const { return m_view; }
    /// Whether a gift card that is scanned now is to pay.
    [[nodiscard]] bool takesGiftCard() const
    {
        return m_view.takesGiftCards
            && (m_view.step == PayView::Step::Tender || m_view.step == PayView::Step::GiftCard);
    }

    /// Takes \a number for the voucher's that is being typed; false where none is.
    bool scanVoucher(const QString &number);

    /// Takes \a cart to be paid, or takes it again after it has changed. Nothing while a sale is being
    /// written.
    void begin(const Cart &cart);
    /// begin(), for who only now turns to paying: looks whether the till can keep the sale. Where it can't it
    /// steps back, and refused() says why, before any money is taken: what is pressed meanwhile waits.
    void open(const Cart &cart);
    /// The cart as it stood when the till was last shut: \a attempts are the card payments of it without an
    /// answer, and approved ones that it does not carry yet.
    void resume(const Cart &cart, const std::vector<CardAttempt> &attempts);
    /// Puts the paid sale away.
    void finish();
    /// Shows \a refusal where whoever pays sees it.
    void refuse(const Refusal &refusal);

public Q_SLOTS:
    /// The customer gave \a amount in cash; the sale is written once all is paid.
    void takeCash(evertill::Money amount);
    /// Begins to charge \a amount by card; the whole rest where none is given.
    void startCard(std::optional<evertill::Money> amount);
    void approveCard(const QString &approval);
    /// It declined, or the money was not taken.
    void declineCard();
    /// No answer came: the sale waits until somebody has looked what became of the money.
    void missAnswer();
    /// Turns to a gift card, which is to pay \a amount; the whole rest where none is given.
    void startGiftCard(std::optional<evertill::Money> amount);
    /// The card's number, as typed or scanned: it is asked for at once.
    void typeGiftCard(const QString &number);
    /// Asks the OMS to keep the money: all that is wanted, or all that \a card has. What is not waited for
    /// any more is let go when it comes.
    void payByGiftCard(const evertill::GiftCard &card);
    /// Takes what the shop lends the card while nobody can ask.
    void takeGiftCardOffline();
    /// Turns to a voucher of somebody else, worth \a face where that is known.
    void startVoucher(std::optional<evertill::Money> face);
    /// What is typed so far of the voucher's number and value.
    void typeVoucher(const QString &number, std::optional<evertill::Money> face);
    /// The voucher pays; what it is worth beyond what is due is forfeited.
    void takeVoucher();
    /// Turns to notes of another currency.
    void startForeign();
    void chooseForeign(evertill::Currency currency);
    /// What is typed so far; nothing: exactly what is due.
    void typeForeign(std::optional<evertill::Money> given);
    void takeForeign();
    /// The customer's points or account are to pay \a amount; the whole rest where none is given.
    void startPoints(std::optional<evertill::Money> amount) { startOwn(TenderKind::Points, amount); }
    void startAccount(std::optional<evertill::Money> amount) { startOwn(TenderKind::OnAccount, amount); }
    /// Asks the OMS to keep what they are to pay.
    void askOwn();
    /// Takes what the shop allows while nobody can ask.
    void takeOwnOffline();
    /// Gives the money of one tender back; by card, it is to be voided on the terminal first.
    void takeBack(int tender);
    /// The terminal has voided what was to be given back.
    void confirmVoid();
    /// Writes a sale that is paid in full; after a refusal, again.
    void complete();
    /// One step back; false where there is none. An open card payment is not left: it says what it waits for.
    bool goBack();

Q_SIGNALS:
    void viewChanged();
    /// What was taken so far has changed: the cart carries it from now on.
    void tendersChanged(const std::vector<evertill::Tender> &tenders);
    /// What waits to be kept must be on the ledger thread before a card is asked.
    void aboutToAsk();
    /// The sale is durable. Comes before the view that says so.
    void completed(const evertill::Sale &sale);
    void ledgerGrew();
    /// Paying can't begin.
    void refused(const evertill::Refusal &refusal);

private:
    void show(PayView next);
    void giftCardAnswered(const GiftCard &card, const Uuid &hold, const Result<GiftCardHold> &answer);
    void offerOffline(const GiftCard &card);
    void letGo(const Tender &tender);
    void payVouchersAgain();
    void showForeign(PayView next);
    [[nodiscard]] const ForeignCurrency &foreignCurrency(const ForeignAsk &ask) const;
    void startOwn(TenderKind kind, std::optional<Money> amount);
    [[nodiscard]] Money wholeOf(TenderKind kind, Money amount) const;
    void ownAnswered(
        TenderKind kind, const CustomerCard &card, const Uuid &hold, const Result<PurseHold> &answer);
    void offerOwnOffline();
    void takeOwn(Money amount, const Uuid &hold);
    void letGoOwn(const Tender &tender);
    /// The one that nobody heard of, or a new one.
    [[nodiscard]] Uuid nextHold();
    void letGoUnheard();
    void tender(std::vector<Tender> tenders);
    void save(PayView saving);
    void opened(const Result<> &ready);
    [[nodiscard]] bool waits(std::function<void()> what);
    [[nodiscard]] PayView tenderView() const;
    /// Where paying goes on after money came or went.
    [[nodiscard]] PayView nextView() const;
    [[nodiscard]] bool isAtCard() const { return m_view.step == PayView::Step::Card && !m_view.isBusy(); }
    /// Those that are not given back.
    [[nodiscard]] std::vector<Tender> tendersLeft() const;
    template <typename Work, typename Then> void askCard(Work work, Then then);

    const TillServices &m_services;
    PayView m_view;
    Cart m_cart;
    PaymentId m_attempt; ///< the one that waits for its answer
    Uuid m_hold; ///< the one that the OMS is being asked for
    /// One that the OMS may keep although no answer came: asked for again by the same id, or let go.
    Uuid m_unheard;
    std::size_t m_voiding = 0; ///< the tender that is being given back
    /// What foreign notes count for, as it was read when they were asked for.
    std::vector<ForeignCurrency> m_foreign;
    int m_opening = 0; ///< how often it is being looked whether the till can keep the sale
    std::function<void()> m_afterOpening;
};

} // namespace evertill

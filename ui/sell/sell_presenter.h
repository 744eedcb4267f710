#pragma once

#include "core/cards/open_cart.h"
#include "core/catalog/catalog.h"
#include "core/offers/shop_offers.h"
#include "ui/pay/pay_presenter.h"
#include "ui/sell/price/price_question.h"
#include "ui/sell/sell_view.h"
#include "ui/ticket/cart_keeper.h"

namespace evertill {

struct KnownCustomer;

/// What happens in the room Sell up to paying: what is scanned or picked becomes the ticket. GUI thread.
class SellPresenter final : public QObject {
    Q_OBJECT
public:
    /// \a services outlives it.
    explicit SellPresenter(const TillServices &services, QObject *parent = nullptr);

    [[nodiscard]] const SellView &view() const { return m_view; }
    [[nodiscard]] PayPresenter &pay() { return m_pay; }
    [[nodiscard]] const PayPresenter &pay() const { return m_pay; }
    /// Scans wait: the open cart is not known yet, or money is being written.
    [[nodiscard]] bool isBusy() const
    {
        return !m_restored || m_dropping || m_approving || m_takingUp || m_pay.view().isBusy();
    }

    /// Brings back the cart that was open when the till was last shut. Once, at start.
    void restore();
    /// Opens the ticket that \a attempt, a card payment whose cart is gone, was made for: its goods are to be
    /// scanned again. Refuses in words while other goods are on the ticket.
    void takeUp(PaymentId attempt);
    /// Looks up again whether a shift is open.
    void refresh();

    /// False where \a text is no code of a product by its form: a receipt's, a shopper's.
    [[nodiscard]] bool scan(const QString &text);
    /// Whether \a text opens a promotion of this shop.
    [[nodiscard]] bool isCoupon(const QString &text) { return m_offers.couponIn(text).has_value(); }
    /// Whether \a text is a customer's card.
    [[nodiscard]] bool isCustomer(const QString &text) const;
    void refuseScan(const QString &text) { refuse({Code::UnknownBarcode, {{QStringLiteral("code"), text}}}); }
    /// The price that is asked for; nothing while none is.
    [[nodiscard]] std::optional<PriceQuestion> priceQuestion() const;
    [[nodiscard]] std::vector<Product> search(const QString &text) { return m_catalog.search(text); }
    [[nodiscard]] QStringList categories() { return m_catalog.categories(); }
    [[nodiscard]] std::vector<Product> inCategory(const QString &category, int limit)
    {
        return m_catalog.inCategory(category, limit);
    }

public Q_SLOTS:
    /// A product picked from the quick keys or the results. What has no price of its own asks for it first,
    /// and what is weighed for its weight.
    void pick(const evertill::Product &product);
    void select(int line);
    void increase() { step(1); }
    /// Down to nothing, which takes the line off.
    void decrease() { step(-1); }
    void removeLine();
    void askQuantity();
    /// Answers the question for a weight or a quantity.
    void enterQuantity(const QString &typed);
    /// Puts \a amount on the gift card that was scanned, as a line of the ticket.
    void loadGiftCard(evertill::Money amount);
    /// Asks for another price for one unit of the selected line.
    void askPrice();
    /// Answers it, or what goods cost that have no price of their own. Another price than the shop's is
    /// written down first, with who acts; any other needs no \a reason.
    void enterPrice(const QString &typed, const QString &reason);
    /// Sells what the till stopped, for \a reason: written down first, with who acts.
    void approve(const QString &reason);
    void askDrop();
    /// Drops the whole ticket; refused while it holds money.
    void drop();
    /// Turns to whose ticket it is; a scanned card says so by itself.
    void askCustomer();
    /// The number of a customer's card, as typed.
    void enterCustomer(const QString &typed);
    /// Nobody's any more: what was taken off for this customer counts no longer. Refused while their points
    /// or their account pay.
    void takeCustomerOff();
    /// As if the coupon had never been read.
    void takeCouponOff(const QString &code);
    /// Puts the gift with \a sku that the ticket has earned on it, as if it had been scanned.
    void addGift(const QString &sku);
    /// Turns to the certificate of a customer who owes no tax.
    void askExemption();
    /// Its number, as typed: the whole ticket is sold without tax.
    void exempt(const QString &certificate);
    void takeExemptionOff();
    void beginPaying();
    /// Puts a paid ticket away; nothing where it is not paid. The next item does so too.
    void nextSale();
    /// One step back; false where there is none.
    bool goBack();

Q_SIGNALS:
    void viewChanged();
    void busyChanged(bool busy);
    /// Another ticket is the open one: what the other rooms show of card payments may have changed.
    void ledgerGrew();
    /// The shift's last sale, found at start: the till may have stopped before its receipt was printed.
    void lastSaleFound(const evertill::Sale &sale);

private:
    void show(SellView next);
    /// The cart has changed: takes off what the shop's promotions give, adds it up, shows it and keeps it.
    void showCart(SellView next);
    /// Grants \a cart the shop's offers, and \a next tells what comes with them.
    void grant(Cart &cart, TicketView &next);
    void findLastSale();
    void adopt(const OpenCart &open);
    [[nodiscard]] bool canEdit() const;
    void refuse(const Refusal &refusal);
    void refuseCustomer(const Refusal &refusal);
    void openGiftCard(const QString &number);
    void showBalance(const GiftCard &card, const Result<Money> &balance);
    void add(const CartLine &line, int minAge);
    void take(const Product &product, const CartLine &line, bool isMeasured);
    void enterOpenPrice(Money price);
    void takeCoupon(const QString &code);
    void takeCustomer(const QString &number);
    void findCustomer();
    void customerFound(const CustomerCard &card, SaleId cart, const Result<KnownCustomer> &answer);
    void settleCustomer(SellView next);
    void takeUpCustomer();
    [[nodiscard]] bool paysWithTheirs() const;
    /// Whether \a cart may be sold; where it may not, asks for an approval of what stops it.
    [[nodiscard]] bool passes(const Cart &cart, int minAge, bool isOnTicket);
    [[nodiscard]] QDate today() const;
    [[nodiscard]] SellView fresh() const;
    [[nodiscard]] SellView stepTo(SellView::Step step) const;
    void step(std::int64_t pieces);
    void setLineQuantity(Quantity quantity);

    const TillServices &m_services;
    Catalog m_catalog;
    ShopOffers m_offers;
    CartKeeper m_keeper;
    PayPresenter m_pay;
    SellView m_view;
    bool m_restored = false;
    bool m_dropping = false;
    bool m_approving = false;
    /// What was said of the customer with \a card while they paid; nothing: there is no such customer.
    struct SaidMeanwhile {
        CustomerCard card;
        std::optional<TicketCustomer> customer;
    };
    std::optional<SaidMeanwhile> m_customerWaits;
    bool m_takingUp = false;
};

} // namespace evertill

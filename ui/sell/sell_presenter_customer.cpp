#include "core/catalog/scanned_code.h"
#include "core/customer/customer_desk.h"
#include "core/till/till_config.h"
#include "ui/sell/sell_presenter.h"

#include <QCoreApplication>
#include <QPointer>

// Whose ticket it is: their groups and limits count as soon as the OMS has said them.
namespace evertill {

using namespace Qt::StringLiterals;

bool SellPresenter::isCustomer(const QString &text) const
{
    const auto code = readCode(text.trimmed().toUpper(), m_catalog.patterns());
    return code && code->kind == ScannedCode::Customer;
}

void SellPresenter::askCustomer()
{
    if (isBusy() || !m_view.ticket.knowsCustomers || m_pay.view().step != PayView::Step::Away)
        return;
    nextSale();
    show(stepTo(SellView::Step::Customer));
}

void SellPresenter::enterCustomer(const QString &typed)
{
    if (m_view.step != SellView::Step::Customer || isBusy())
        return;
    const auto number = customerNumber(typed);
    number ? takeCustomer(*number) : refuse(number.error());
}

void SellPresenter::takeCustomer(const QString &number)
{
    nextSale();
    const CustomerCard card = customerCardWith(number);
    const auto &now = m_view.ticket.cart.customer;
    const auto asked = m_view.ticket.person.asked;
    const bool isKnown = now && now->facts && asked != TicketPerson::Asked::InVain;
    if (now && now->card == card && (isKnown || asked == TicketPerson::Asked::Now))
        return show(stepTo(SellView::Step::Scan)); // read twice
    if (now && now->card != card && paysWithTheirs())
        return refuseCustomer({Code::PaymentOpen, {{u"own"_s, true}}});
    SellView next = stepTo(SellView::Step::Scan);
    if (!now || now->card != card)
        next.ticket.cart.customer = TicketCustomer{card, {}};
    next.ticket.person = {TicketPerson::Asked::Now};
    showCart(std::move(next));
    findCustomer();
}

void SellPresenter::takeCustomerOff()
{
    if (!m_view.ticket.cart.customer || m_view.ticket.sold || isBusy())
        return;
    if (paysWithTheirs())
        return refuseCustomer({Code::PaymentOpen, {{u"own"_s, true}}});
    SellView next = stepTo(SellView::Step::Scan);
    next.ticket.cart.customer.reset();
    next.ticket.person = {};
    showCart(std::move(next));
}

void SellPresenter::askExemption()
{
    if (isBusy() || !m_view.ticket.takesCertificates || m_view.ticket.sold
        || m_pay.view().step != PayView::Step::Away)
        return;
    show(stepTo(SellView::Step::Exemption));
}

void SellPresenter::exempt(const QString &certificate)
{
    const TaxExemption exemption{certificate.trimmed()};
    if (m_view.step != SellView::Step::Exemption || isBusy())
        return;
    if (const auto checked = checkExemption(exemption); !checked)
        return refuse(checked.error());
    if (!m_view.ticket.cart.tenders.empty())
        return refuse({Code::PaymentOpen, {{u"taken"_s, true}}});
    SellView next = stepTo(SellView::Step::Scan);
    next.ticket.cart.exemption = exemption;
    showCart(std::move(next));
}

void SellPresenter::takeExemptionOff()
{
    if (!m_view.ticket.cart.exemption || m_view.ticket.sold || isBusy()
        || m_pay.view().step != PayView::Step::Away)
        return;
    if (!m_view.ticket.cart.tenders.empty())
        return refuse({Code::PaymentOpen, {{u"taken"_s, true}}});
    SellView next = stepTo(SellView::Step::Scan);
    next.ticket.cart.exemption.reset();
    showCart(std::move(next));
}

/// Money that is the customer's own, points say, goes with them.
bool SellPresenter::paysWithTheirs() const
{
    const auto &tenders = m_view.ticket.cart.tenders;
    return std::any_of(
        tenders.begin(), tenders.end(), [](const Tender &tender) { return !tender.customer.isNull(); });
}

void SellPresenter::findCustomer()
{
    if (!m_view.ticket.cart.customer)
        return;
    const CustomerCard card = m_view.ticket.cart.customer->card;
    const SaleId cart = m_view.ticket.cart.id;
    if (!m_services.customers)
        return customerFound(card, cart, evertill::refuse(Code::Unreachable));
    const auto answered = [guard = QPointer<SellPresenter>(this), card, cart](
                              const Result<KnownCustomer> &answer) {
        QMetaObject::invokeMethod(QCoreApplication::instance(), [guard, card, cart, answer] {
            if (guard)
                guard->customerFound(card, cart, answer);
        });
    };
    m_services.customers->find(card, m_services.config.currency, answered);
}

void SellPresenter::customerFound(const CustomerCard &card, SaleId cart, const Result<KnownCustomer> &answer)
{
    const Cart &now = m_view.ticket.cart;
    if (now.id != cart || !now.customer || now.customer->card != card || m_view.ticket.sold)
        return; // nobody waits for it any more
    SellView next = m_view;
    if (!answer && answer.error().code == Code::UnknownCustomer) {
        next.ticket.person = {};
        next.refusal = answer.error();
        if (!now.customer->facts && !paysWithTheirs())
            next.ticket.cart.customer.reset();
        return settleCustomer(std::move(next));
    }
    if (!answer) {
        next.ticket.person = {TicketPerson::Asked::InVain};
        return show(std::move(next));
    }
    next.ticket.person = {TicketPerson::Asked::Answered, answer->name, answer->points, answer->onAccount};
    next.ticket.cart.customer->facts = answer->facts;
    settleCustomer(std::move(next));
}

/// Once money was taken, or is being asked for, the price stands: only the name is new.
void SellPresenter::settleCustomer(SellView next)
{
    const bool isSame = next.ticket.cart == m_view.ticket.cart;
    const PayView::Step step = m_pay.view().step;
    const bool isPaying = step != PayView::Step::Away && step != PayView::Step::Tender;
    if (isSame || isBusy() || isPaying || !next.ticket.cart.tenders.empty()) {
        const auto &now = m_view.ticket.cart.customer;
        m_customerWaits.reset();
        if (!isSame)
            m_customerWaits = SaidMeanwhile{now->card, next.ticket.cart.customer};
        next.ticket.cart.customer = now;
        return show(std::move(next));
    }
    showCart(std::move(next));
}

/// What was said of the customer while a card was asked for counts where it took no money.
void SellPresenter::takeUpCustomer()
{
    const Cart &now = m_view.ticket.cart;
    if (!m_customerWaits || isBusy() || m_pay.view().step != PayView::Step::Tender)
        return;
    const SaidMeanwhile said = *std::exchange(m_customerWaits, std::nullopt);
    if (m_view.ticket.sold || !now.tenders.empty() || !now.customer || now.customer->card != said.card)
        return;
    SellView next = m_view;
    next.ticket.cart.customer = said.customer;
    showCart(std::move(next));
}

} // namespace evertill

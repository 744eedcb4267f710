#include "ui/sell/sell_room.h"

#include "core/till/till_config.h"
#include "ui/loads/gift_card_load_page.h"
#include "ui/pay/pay_panel.h"
#include "ui/print/receipt_printer.h"
#include "ui/sell/approval_page.h"
#include "ui/sell/counter_page.h"
#include "ui/sell/price/price_page.h"
#include "ui/sell/quantity_page.h"
#include "ui/sell/quick_keys.h"
#include "ui/sell/scan_field.h"
#include "ui/ticket/entry_page.h"
#include "ui/ticket/ticket_panel.h"

#include <QHBoxLayout>
#include <QStackedWidget>
#include <QTimer>

namespace evertill {

using namespace Qt::StringLiterals;

namespace {

constexpr int kLongestCard = 40;

} // namespace

RailEntry SellRoom::railEntry() { return {RoomName::Sell, tr("Sell"), QKeySequence(Qt::Key_F1), u"sell"_s}; }

SellRoom::SellRoom(const TillServices &services, ReceiptPrinter &printer, const Theme &theme, QWidget *parent)
    : Room(railEntry(), parent), m_presenter(services), m_left(new QStackedWidget(this)),
      m_counter(new CounterPage(theme, this)), m_quantity(new QuantityPage(this)),
      m_price(new PricePage(services.config.currency, this)),
      m_customer(new EntryPage(u"customer"_s,
          {tr("Customer"), tr("Scan the customer's card, or type the number on it."), tr("Customer number"),
              tr("Number on the card"), tr("Take"), tr("Put the customer on the ticket")},
          kLongestCard, this)),
      m_certificate(new EntryPage(u"certificate"_s,
          {tr("Without tax"),
              tr("Type the number of the customer's certificate: the whole ticket is sold without tax."),
              tr("Certificate number"), tr("Number of the certificate"), tr("Take"),
              tr("Sell the ticket without tax")},
          TaxExemption::kLongestCertificate, this)),
      m_approval(new ApprovalPage(this)), m_giftCard(new GiftCardLoadPage(services.config.currency, this)),
      m_pay(new PayPanel(m_presenter.pay(), services.config.currency, this)),
      m_ticket(new TicketPanel(theme, this))
{
    m_left->addWidget(m_counter);
    m_left->addWidget(m_quantity);
    m_left->addWidget(m_price);
    m_left->addWidget(m_customer);
    m_left->addWidget(m_certificate);
    m_left->addWidget(m_approval);
    m_left->addWidget(m_giftCard);
    m_left->addWidget(m_pay);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(12, 12, 12, 12);
    row->setSpacing(12);
    row->addWidget(m_left, 11);
    row->addWidget(m_ticket, 9);

    connectCounter();
    connectTicket();
    connect(&m_presenter, &SellPresenter::viewChanged, this, &SellRoom::render);
    connect(&m_presenter, &SellPresenter::busyChanged, this, [this](bool busy) {
        render();
        setBusy(busy);
    });
    connect(&m_presenter.pay(), &PayPresenter::completed, &printer,
        [&printer](const Sale &sale) { printer.printSale(sale); });
    connect(&m_presenter, &SellPresenter::lastSaleFound, &printer, &ReceiptPrinter::printMissing);
    connect(&m_presenter, &SellPresenter::ledgerGrew, this, &Room::ledgerGrew);
    connect(&m_presenter.pay(), &PayPresenter::ledgerGrew, this, &Room::ledgerGrew);
    setBusy(m_presenter.isBusy());
    render();
}

void SellRoom::connectCounter()
{
    connect(m_counter, &CounterPage::searchRequested, this,
        [this](const QString &text) { m_counter->showResults(text, m_presenter.search(text)); });
    m_counter->recogniseCoupons(
        [this](const QString &text) { return m_presenter.isCoupon(text) || m_presenter.isCustomer(text); });
    connect(m_counter, &CounterPage::codeEntered, this, [this](const QString &code) {
        if (!m_presenter.scan(code))
            m_presenter.refuseScan(code);
    });
    connect(m_counter, &CounterPage::picked, &m_presenter, &SellPresenter::pick);
    connect(m_counter, &CounterPage::dropConfirmed, &m_presenter, &SellPresenter::drop);
    connect(
        m_counter, &CounterPage::openShiftRequested, this, [this] { Q_EMIT roomRequested(RoomName::Cash); });
    connect(m_counter, &CounterPage::lineMoveRequested, this,
        [this](int rows) { m_presenter.select(qMax(0, m_presenter.view().ticket.selected + rows)); });
    connect(m_counter, &CounterPage::paymentRequested, &m_presenter, &SellPresenter::beginPaying);
    connect(m_counter->quickKeys(), &QuickKeys::categoryChosen, this, [this](const QString &category) {
        m_counter->quickKeys()->setProducts(m_presenter.inCategory(category, QuickKeys::kLimit));
    });
    const ScanField *field = m_counter->field();
    connect(field, &ScanField::increaseRequested, &m_presenter, &SellPresenter::increase);
    connect(field, &ScanField::decreaseRequested, &m_presenter, &SellPresenter::decrease);
    connect(field, &ScanField::quantityRequested, &m_presenter, &SellPresenter::askQuantity);
    connect(field, &ScanField::priceRequested, &m_presenter, &SellPresenter::askPrice);
    connect(field, &ScanField::removeRequested, &m_presenter, &SellPresenter::removeLine);
    connect(field, &ScanField::dropRequested, &m_presenter, &SellPresenter::askDrop);
    connect(m_quantity, &QuantityPage::entered, &m_presenter, &SellPresenter::enterQuantity);
    connect(m_quantity, &QuantityPage::backRequested, &m_presenter, &SellPresenter::goBack);
    connect(m_price, &PricePage::entered, &m_presenter, &SellPresenter::enterPrice);
    connect(m_price, &PricePage::backRequested, &m_presenter, &SellPresenter::goBack);
    connect(m_customer, &EntryPage::entered, &m_presenter, &SellPresenter::enterCustomer);
    connect(m_customer, &EntryPage::backRequested, &m_presenter, &SellPresenter::goBack);
    connect(m_certificate, &EntryPage::entered, &m_presenter, &SellPresenter::exempt);
    connect(m_certificate, &EntryPage::backRequested, &m_presenter, &SellPresenter::goBack);
    connect(m_approval, &ApprovalPage::approved, &m_presenter, &SellPresenter::approve);
    connect(m_approval, &ApprovalPage::backRequested, &m_presenter, &SellPresenter::goBack);
    connect(m_giftCard, &GiftCardLoadPage::loadRequested, &m_presenter, &SellPresenter::loadGiftCard);
    connect(m_giftCard, &GiftCardLoadPage::backRequested, &m_presenter, &SellPresenter::goBack);
    connect(m_pay, &PayPanel::nextRequested, &m_presenter, &SellPresenter::nextSale);
    connect(m_pay, &PayPanel::backRequested, &m_presenter, &SellPresenter::goBack);
}

void SellRoom::connectTicket()
{
    connect(m_ticket, &TicketPanel::lineSelected, &m_presenter, &SellPresenter::select);
    connect(m_ticket, &TicketPanel::increaseRequested, &m_presenter, &SellPresenter::increase);
    connect(m_ticket, &TicketPanel::decreaseRequested, &m_presenter, &SellPresenter::decrease);
    connect(m_ticket, &TicketPanel::quantityRequested, &m_presenter, &SellPresenter::askQuantity);
    connect(m_ticket, &TicketPanel::priceRequested, &m_presenter, &SellPresenter::askPrice);
    connect(m_ticket, &TicketPanel::removeRequested, &m_presenter, &SellPresenter::removeLine);
    connect(m_ticket, &TicketPanel::dropRequested, &m_presenter, &SellPresenter::askDrop);
    connect(m_ticket, &TicketPanel::customerRequested, &m_presenter, &SellPresenter::askCustomer);
    connect(m_ticket, &TicketPanel::customerTakenOff, &m_presenter, &SellPresenter::takeCustomerOff);
    connect(m_ticket, &TicketPanel::couponTakenOff, &m_presenter, &SellPresenter::takeCouponOff);
    connect(m_ticket, &TicketPanel::giftRequested, &m_presenter, &SellPresenter::addGift);
    connect(m_ticket, &TicketPanel::exemptionRequested, &m_presenter, &SellPresenter::askExemption);
    connect(m_ticket, &TicketPanel::exemptionTakenOff, &m_presenter, &SellPresenter::takeExemptionOff);
    connect(m_ticket, &TicketPanel::payRequested, &m_presenter, &SellPresenter::beginPaying);
}

void SellRoom::paintEvent(QPaintEvent *event)
{
    Room::paintEvent(event);
    if (!std::exchange(m_painted, true))
        QTimer::singleShot(0, this, &SellRoom::start);
}

void SellRoom::start()
{
    if (std::exchange(m_started, true))
        return;
    m_presenter.restore();
    m_presenter.refresh();
    fillQuickKeys();
    takeFocus();
}

bool SellRoom::takeScan(const QString &text) { return m_presenter.scan(text); }

void SellRoom::refuseScan(const QString &text) { m_presenter.refuseScan(text); }

bool SellRoom::goBack()
{
    if (m_left->currentWidget() == m_counter && m_counter->clearSearch())
        return true;
    return m_presenter.goBack();
}

void SellRoom::entered()
{
    if (m_started)
        m_presenter.refresh();
    takeFocus();
}

void SellRoom::dataChanged()
{
    if (!m_started)
        return;
    m_presenter.refresh();
    fillQuickKeys();
}

void SellRoom::showThing(const QString &thing)
{
    start();
    if (const auto id = Uuid::fromText(thing.toLatin1()))
        m_presenter.takeUp(PaymentId(*id));
}

void SellRoom::fillQuickKeys()
{
    QuickKeys *keys = m_counter->quickKeys();
    keys->setCategories(m_presenter.categories());
    keys->setProducts(m_presenter.inCategory(keys->category(), QuickKeys::kLimit));
}

QWidget *SellRoom::page() const
{
    const SellView::Step step = m_presenter.view().step;
    if (step == SellView::Step::Weight || step == SellView::Step::Quantity)
        return m_quantity;
    if (step == SellView::Step::Price || step == SellView::Step::OpenPrice)
        return m_price;
    if (step == SellView::Step::Customer)
        return m_customer;
    if (step == SellView::Step::Exemption)
        return m_certificate;
    if (step == SellView::Step::Approve)
        return m_approval;
    if (step == SellView::Step::GiftCard)
        return m_giftCard;
    if (m_presenter.pay().view().step != PayView::Step::Away)
        return m_pay;
    return m_counter;
}

void SellRoom::render()
{
    const SellView &view = m_presenter.view();
    m_ticket->render(view.ticket);
    m_counter->render(view);
    QWidget *shown = page();
    if (shown == m_quantity)
        m_quantity->render(view);
    m_price->render(m_presenter.priceQuestion());
    if (view.loading)
        m_giftCard->render(*view.loading, view.refusal);
    if (shown == m_customer)
        m_customer->render(view.refusal, view.ticket.cart.currency);
    if (shown == m_certificate)
        m_certificate->render(view.refusal, view.ticket.cart.currency);
    m_approval->render(view, m_presenter.isBusy());
    if (m_left->currentWidget() != shown) {
        m_left->setCurrentWidget(shown);
        takeFocus();
    }
}

void SellRoom::takeFocus()
{
    if (!isVisible())
        return;
    if (m_left->currentWidget() == m_pay)
        m_pay->takeFocus();
    else if (m_left->currentWidget() == m_quantity)
        m_quantity->takeFocus();
    else if (m_left->currentWidget() == m_price)
        m_price->takeFocus();
    else if (m_left->currentWidget() == m_customer)
        m_customer->takeFocus();
    else if (m_left->currentWidget() == m_certificate)
        m_certificate->takeFocus();
    else if (m_left->currentWidget() == m_approval)
        m_approval->takeFocus();
    else if (m_left->currentWidget() == m_giftCard)
        m_giftCard->takeFocus();
    else
        m_counter->field()->setFocus();
}

} // namespace evertill

#include "ui/ticket/ticket_panel.h"

#include "ui/theme/restyle.h"
#include "ui/ticket/ticket_customer_bar.h"
#include "ui/ticket/ticket_delegate.h"
#include "ui/ticket/ticket_gifts.h"
#include "ui/ticket/ticket_model.h"
#include "ui/ticket/ticket_savings.h"
#include "ui/widgets/amount_label.h"
#include "ui/widgets/big_button.h"
#include "ui/words/figures.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QListView>
#include <QVBoxLayout>

namespace evertill {

using namespace Qt::StringLiterals;

/// Its end is what tells one certificate from another.
static QString shortened(const QString &certificate)
{
    constexpr qsizetype kFits = 9;
    return certificate.size() <= kFits ? certificate : u'…' + certificate.last(kFits - 1);
}

TicketPanel::TicketPanel(const Theme &theme, QWidget *parent)
    : QFrame(parent), m_model(new TicketModel(this)), m_list(new QListView(this)),
      m_title(new QLabel(tr("Ticket"), this)), m_empty(new QLabel(tr("Scan the first item"), m_list)),
      m_customer(new BigButton({}, QKeySequence(Qt::CTRL | Qt::Key_K), this)),
      m_drop(new BigButton(tr("Drop"), {}, this)), m_whose(new TicketCustomerBar(this)),
      m_gifts(new TicketGifts(this)), m_savings(new TicketSavings(this)),
      m_pay(new BigButton(tr("Pay"), QKeySequence(Qt::Key_F12), this))
{
    setObjectName(u"ticket"_s);
    setProperty("panel", true);

    m_list->setObjectName(u"ticketLines"_s);
    m_list->setAccessibleName(tr("Ticket lines"));
    m_list->setModel(m_model);
    m_list->setItemDelegate(new TicketDelegate(theme, m_list));
    m_list->setUniformItemSizes(true);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setFocusPolicy(Qt::TabFocus);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
        [this](const QModelIndex &current) {
            if (!m_rendering)
                Q_EMIT lineSelected(m_model->lineOf(current.row()));
        });

    auto *over = new QVBoxLayout(m_list);
    over->addWidget(m_empty, 0, Qt::AlignCenter);
    setTone(*m_empty, "quiet");
    setType(*m_empty, "large");
    m_empty->setAttribute(Qt::WA_TransparentForMouseEvents);

    m_pay->setObjectName(u"pay"_s);
    m_pay->setAccessibleName(tr("Pay"));
    m_pay->setFocusPolicy(Qt::TabFocus);
    m_pay->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_pay->setMinimumHeight(76);
    setTone(*m_pay, "primary");
    setType(*m_pay, "title");
    connect(m_pay, &BigButton::clicked, this, &TicketPanel::payRequested);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(1, 1, 1, 12);
    column->setSpacing(8);
    column->addWidget(makeHead());
    column->addWidget(m_whose);
    column->addWidget(m_list, 1);
    column->addWidget(m_gifts);
    column->addWidget(m_savings);
    column->addWidget(makeLineKeys());
    column->addWidget(makeTotals());
    auto *payRow = new QHBoxLayout;
    payRow->setContentsMargins(12, 0, 12, 0);
    payRow->addWidget(m_pay);
    column->addLayout(payRow);
}

QWidget *TicketPanel::makeHead()
{
    auto *head = new QWidget(this);
    auto *row = new QHBoxLayout(head);
    row->setContentsMargins(16, 6, 8, 0);
    m_title->setObjectName(u"ticketTitle"_s);
    setType(*m_title, "title");
    m_drop->setObjectName(u"dropTicket"_s);
    m_drop->setAccessibleName(tr("Drop ticket"));
    m_drop->setKeyLabel(tr("Ctrl+Del", "key"));
    m_drop->setFocusPolicy(Qt::TabFocus);
    setTone(*m_drop, "quiet");
    connect(m_drop, &BigButton::clicked, this, &TicketPanel::dropRequested);
    m_customer->setObjectName(u"customer"_s);
    m_customer->setAccessibleName(tr("Customer"));
    // Words would make Sell wider than the smallest screen.
    m_customer->setIconName(u"person"_s);
    m_customer->setKeyLabel({});
    m_customer->setToolTip(tr("Customer (Ctrl+K)"));
    m_customer->setFocusPolicy(Qt::TabFocus);
    setTone(*m_customer, "quiet");
    connect(m_customer, &BigButton::clicked, this, &TicketPanel::customerRequested);
    connect(m_whose, &TicketCustomerBar::takeOffRequested, this, &TicketPanel::customerTakenOff);
    connect(m_savings, &TicketSavings::couponTakenOff, this, &TicketPanel::couponTakenOff);
    connect(m_gifts, &TicketGifts::addRequested, this, &TicketPanel::giftRequested);
    row->addWidget(m_title, 1);
    row->addWidget(m_customer);
    row->addWidget(m_drop);
    return head;
}

BigButton *TicketPanel::lineKey(
    const QString &text, const QString &keyLabel, const QString &name, const QString &spoken)
{
    auto *key = new BigButton(text, {}, this);
    key->setObjectName(name);
    key->setAccessibleName(spoken);
    key->setKeyLabel(keyLabel);
    key->setFocusPolicy(Qt::TabFocus);
    key->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    return key;
}

QWidget *TicketPanel::makeLineKeys()
{
    auto *keys = new QWidget(this);
    auto *row = new QHBoxLayout(keys);
    row->setContentsMargins(6, 0, 6, 0);
    row->setSpacing(4);
    m_decrease = lineKey(u"\u2212"_s, {}, u"decrease"_s, tr("Less"));
    m_increase = lineKey(u"+"_s, {}, u"increase"_s, tr("More"));
    m_quantity = lineKey(tr("Qty"), u"*"_s, u"quantity"_s, tr("Quantity"));
    m_price = lineKey(tr("Price"), u"/"_s, u"changePrice"_s, tr("Change the price"));
    m_remove = lineKey(tr("Remove"), {}, u"removeLine"_s, tr("Remove line"));
    m_remove->setToolTip(tr("Remove line (Del)"));
    // Their sign is their key.
    setType(*m_decrease, "title");
    setType(*m_increase, "title");
    setTone(*m_remove, "refusal");
    connect(m_decrease, &BigButton::clicked, this, &TicketPanel::decreaseRequested);
    connect(m_increase, &BigButton::clicked, this, &TicketPanel::increaseRequested);
    connect(m_quantity, &BigButton::clicked, this, &TicketPanel::quantityRequested);
    connect(m_price, &BigButton::clicked, this, &TicketPanel::priceRequested);
    connect(m_remove, &BigButton::clicked, this, &TicketPanel::removeRequested);
    for (BigButton *key : {m_decrease, m_increase, m_quantity, m_price, m_remove})
        row->addWidget(key);
    return keys;
}

QWidget *TicketPanel::makeTotals()
{
    auto *totals = new QWidget(this);
    auto *grid = new QGridLayout(totals);
    grid->setContentsMargins(16, 4, 16, 4);
    grid->setVerticalSpacing(0);
    m_taxLabel = new QLabel(totals);
    m_taxLabel->setObjectName(u"taxLabel"_s);
    m_taxLabel->setTextFormat(Qt::PlainText);
    setTone(*m_taxLabel, "quiet");
    m_tax = new AmountLabel("body", totals);
    m_tax->setObjectName(u"tax"_s);
    setTone(*m_tax, "quiet");
    auto *label = new QLabel(tr("Total"), totals);
    setType(*label, "title");
    m_total = new AmountLabel("total", totals);
    m_total->setObjectName(u"total"_s);
    m_exempt = new BigButton(tr("Exempt"), QKeySequence(Qt::CTRL | Qt::Key_T), totals);
    m_exempt->setObjectName(u"exempt"_s);
    m_exempt->setAccessibleName(tr("Sell without tax"));
    m_notExempt = new BigButton(tr("Take off"), {}, totals);
    m_notExempt->setObjectName(u"takeOffExemption"_s);
    m_notExempt->setAccessibleName(tr("Take the certificate off the ticket"));
    for (BigButton *key : {m_exempt, m_notExempt}) {
        key->setFocusPolicy(Qt::TabFocus);
        setTone(*key, "quiet");
    }
    connect(m_exempt, &BigButton::clicked, this, &TicketPanel::exemptionRequested);
    connect(m_notExempt, &BigButton::clicked, this, &TicketPanel::exemptionTakenOff);
    grid->setColumnStretch(0, 1);
    grid->addWidget(m_taxLabel, 0, 0);
    grid->addWidget(m_exempt, 0, 1);
    grid->addWidget(m_notExempt, 0, 1);
    grid->addWidget(m_tax, 0, 2);
    grid->addWidget(label, 1, 0);
    grid->addWidget(m_total, 1, 1, 1, 2);
    return totals;
}

void TicketPanel::render(const TicketView &view)
{
    m_rendering = true;
    m_model->setLines(view.cart);
    const int count = static_cast<int>(view.cart.lines.size());
    const QModelIndex selected = m_model->index(m_model->rowOf(view.selected));
    if (m_list->currentIndex() != selected) {
        m_list->selectionModel()->setCurrentIndex(selected, QItemSelectionModel::ClearAndSelect);
        if (selected.isValid())
            m_list->scrollTo(selected);
    }
    m_rendering = false;

    m_title->setText(view.sold ? tr("Ticket, paid") : tr("Ticket"));
    m_empty->setVisible(count == 0);
    m_gifts->render(view);
    m_savings->render(view);
    m_whose->render(view);
    m_customer->setVisible(view.knowsCustomers && !view.cart.customer);
    const auto &exemption = view.cart.exemption;
    m_taxLabel->setText(exemption ? tr("No tax: certificate %1").arg(shortened(exemption->certificate))
            : view.taxMode == TaxMode::Inclusive ? tr("Tax included")
                                                 : tr("Tax added"));
    m_exempt->setVisible(view.takesCertificates && !exemption && !view.sold);
    m_notExempt->setVisible(exemption && !view.sold);
    for (BigButton *key : {m_exempt, m_notExempt})
        key->setEnabled(view.canPay || view.cart.isEmpty()); // while it is being paid the price stands
    m_tax->setAmount(view.tax);
    m_total->setAmount(view.total);

    const bool editable = !view.sold && view.selected >= 0;
    for (BigButton *key : {m_decrease, m_increase, m_quantity, m_price, m_remove})
        key->setEnabled(editable);
    m_drop->setEnabled(!view.sold && view.holdsAnything());
    m_pay->setEnabled(view.canPay);
    m_pay->setDetail(count > 0 ? moneyText(view.total) : QString());
}

} // namespace evertill

#include "ui/ticket/ticket_customer_bar.h"

#include "ui/theme/restyle.h"
#include "ui/widgets/big_button.h"
#include "ui/words/figures.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QVBoxLayout>

namespace evertill {

using namespace Qt::StringLiterals;

TicketCustomerBar::TicketCustomerBar(QWidget *parent)
    : QWidget(parent), m_who(new QLabel(this)), m_what(new QLabel(this)),
      m_takeOff(new BigButton(tr("Take off"), {}, this))
{
    setObjectName(u"ticketCustomer"_s);
    m_who->setObjectName(u"customerName"_s);
    m_who->setTextFormat(Qt::PlainText);
    setType(*m_who, "large");
    m_what->setObjectName(u"customerState"_s);
    m_what->setTextFormat(Qt::PlainText);
    m_what->setWordWrap(true);
    m_takeOff->setObjectName(u"takeOffCustomer"_s);
    m_takeOff->setAccessibleName(tr("Take the customer off the ticket"));
    m_takeOff->setFocusPolicy(Qt::TabFocus);
    setTone(*m_takeOff, "quiet");
    connect(m_takeOff, &BigButton::clicked, this, &TicketCustomerBar::takeOffRequested);
    auto *words = new QVBoxLayout;
    words->setSpacing(0);
    words->addWidget(m_who);
    words->addWidget(m_what);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(16, 0, 8, 0);
    row->addLayout(words, 1);
    row->addWidget(m_takeOff);
    hide();
}

void TicketCustomerBar::render(const TicketView &view)
{
    const auto &customer = view.cart.customer;
    setVisible(customer.has_value());
    if (!customer)
        return;
    const QString &name = view.person.name;
    m_who->setText(name.isEmpty() ? tr("Customer %1").arg(customer->card.masked()) : name);
    switch (view.person.asked) {
    case TicketPerson::Asked::Nobody:
        m_what->clear();
        break;
    case TicketPerson::Asked::Now:
        m_what->setText(tr("Asking the head office \u2026"));
        setTone(*m_what, "waiting");
        break;
    case TicketPerson::Asked::Answered: {
        QStringList parts = customer->facts ? customer->facts->groups : QStringList();
        // Once it is paid, neither is what it was when the head office said it.
        if (view.person.points > 0 && !view.sold)
            parts.append(tr("%1 points").arg(QLocale().toString(qlonglong(view.person.points))));
        if (view.person.onAccount && !view.sold)
            parts.append(tr("up to %1 on account").arg(moneyText(*view.person.onAccount)));
        m_what->setText(parts.join(u" · "_s));
        setTone(*m_what, "quiet");
        break;
    }
    case TicketPerson::Asked::InVain:
        m_what->setText(customer->facts
                ? tr("The head office can't be asked again; their prices stand.")
                : tr("The head office can't be asked: no customer prices now; points still count."));
        setTone(*m_what, "waiting");
        break;
    }
    m_takeOff->setVisible(!view.sold);
}

} // namespace evertill

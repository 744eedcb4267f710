#include "ui/pay/own_money_page.h"

#include "ui/theme/restyle.h"
#include "ui/widgets/amount_label.h"
#include "ui/widgets/big_button.h"
#include "ui/widgets/inline_notice.h"
#include "ui/words/figures.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace evertill {

using namespace Qt::StringLiterals;

OwnMoneyPage::OwnMoneyPage(QWidget *parent)
    : QWidget(parent), m_title(new QLabel(this)), m_amount(new AmountLabel("total", this)),
      m_step(new QLabel(this)), m_notice(new InlineNotice(this)),
      m_again(new BigButton(tr("Ask again"), QKeySequence(Qt::Key_F10), this)),
      m_offline(new BigButton(QString(), QKeySequence(Qt::Key_F9), this)),
      m_back(new BigButton(tr("Back"), {}, this))
{
    setType(*m_title, "title");
    m_title->setObjectName(u"ownMoneyTitle"_s);
    m_title->setWordWrap(true);
    m_amount->setObjectName(u"ownMoneyAmount"_s);
    m_step->setObjectName(u"ownMoneyStep"_s);
    m_step->setWordWrap(true);
    setTone(*m_step, "waiting");
    m_notice->setObjectName(u"ownMoneyNotice"_s);
    m_again->setObjectName(u"ownMoneyAgain"_s);
    m_again->setAccessibleName(tr("Ask again"));
    m_offline->setObjectName(u"ownMoneyOffline"_s);
    m_offline->hide();
    m_back->setObjectName(u"ownMoneyBack"_s);
    m_back->setAccessibleName(tr("Back"));
    m_back->setKeyLabel(tr("Esc", "key"));
    setTone(*m_offline, "primary");
    auto *due = new QHBoxLayout;
    due->addWidget(m_title, 1);
    due->addWidget(m_amount);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(12);
    column->addLayout(due);
    column->addWidget(m_step);
    column->addWidget(m_notice);
    column->addStretch(1);
    for (BigButton *button : {m_offline, m_again, m_back}) {
        button->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
        button->setMinimumHeight(76);
        setType(*button, button == m_back ? "large" : "title");
        column->addWidget(button);
    }
    connect(m_again, &BigButton::clicked, this, &OwnMoneyPage::againRequested);
    connect(m_offline, &BigButton::clicked, this, &OwnMoneyPage::offlineTaken);
    connect(m_back, &BigButton::clicked, this, &OwnMoneyPage::backRequested);
}

void OwnMoneyPage::render(const PayView &view)
{
    if (!view.own)
        return;
    const PayView::OwnAsk &ask = *view.own;
    m_title->setText(ask.kind == TenderKind::Points ? tr("Points") : tr("On account"));
    m_amount->setAmount(ask.wanted);
    m_step->setText(tr("Asking the head office \u2026 Esc stops waiting."));
    m_step->setVisible(ask.isAsking);
    m_again->setVisible(!ask.isAsking);
    m_offline->setVisible(ask.offline.isPositive() && !ask.isAsking);
    m_offline->setText(tr("Take %1").arg(moneyText(ask.offline)));
    m_offline->setAccessibleName(tr("Take %1 without asking").arg(moneyText(ask.offline)));
    if (view.refusal)
        m_notice->refuse(*view.refusal, view.total.currency());
    else
        m_notice->clear();
}

void OwnMoneyPage::takeFocus() { m_back->setFocus(); }

} // namespace evertill

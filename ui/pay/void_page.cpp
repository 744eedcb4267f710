#include "ui/pay/void_page.h"

#include "ui/theme/restyle.h"
#include "ui/widgets/amount_label.h"
#include "ui/widgets/big_button.h"
#include "ui/widgets/inline_notice.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace evertill {

using namespace Qt::StringLiterals;

VoidPage::VoidPage(QWidget *parent)
    : QWidget(parent), m_amount(new AmountLabel("total", this)), m_step(new QLabel(this)),
      m_notice(new InlineNotice(this)),
      m_voided(new BigButton(tr("Voided"), QKeySequence(Qt::CTRL | Qt::Key_Return), this)),
      m_back(new BigButton(tr("Back"), {}, this))
{
    constexpr int kHighEnough = 76;
    auto *title = new QLabel(tr("Give back to the card"), this);
    title->setWordWrap(true);
    setType(*title, "title");
    m_amount->setObjectName(u"voidAmount"_s);
    m_step->setObjectName(u"voidStep"_s);
    m_step->setWordWrap(true);
    m_notice->setObjectName(u"voidNotice"_s);
    m_voided->setObjectName(u"confirmVoid"_s);
    m_voided->setAccessibleName(tr("Voided on the terminal"));
    setTone(*m_voided, "primary");
    setType(*m_voided, "title");
    m_back->setObjectName(u"keepCharge"_s);
    m_back->setAccessibleName(tr("Back"));
    m_back->setKeyLabel(tr("Esc", "key"));
    setType(*m_back, "large");

    auto *due = new QHBoxLayout;
    due->addWidget(title, 1);
    due->addWidget(m_amount);
    auto *keys = new QHBoxLayout;
    keys->setSpacing(8);
    for (BigButton *key : {m_back, m_voided}) {
        key->setMinimumHeight(kHighEnough);
        key->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
        keys->addWidget(key, key == m_voided ? 2 : 1);
    }
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(12);
    column->addLayout(due);
    column->addWidget(m_step);
    column->addWidget(m_notice);
    column->addStretch(1);
    column->addLayout(keys);
    connect(m_voided, &BigButton::clicked, this, &VoidPage::voided);
    connect(m_back, &BigButton::clicked, this, &VoidPage::backRequested);
}

void VoidPage::render(const PayView &view)
{
    if (!view.voiding)
        return;
    m_amount->setAmount(view.voiding->amount);
    m_step->setText(tr("Void the payment with approval code %1 on the terminal, and keep its slip. Only then "
                       "say here that it is voided.")
                        .arg(view.voiding->approval));
    if (view.refusal)
        m_notice->refuse(*view.refusal, view.total.currency());
    else
        m_notice->clear();
}

void VoidPage::takeFocus() { m_back->setFocus(); }

} // namespace evertill

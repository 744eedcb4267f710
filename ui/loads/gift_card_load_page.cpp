#include "ui/loads/gift_card_load_page.h"

#include "ui/theme/restyle.h"
#include "ui/widgets/amount_field.h"
#include "ui/widgets/big_button.h"
#include "ui/widgets/inline_notice.h"
#include "ui/widgets/number_pad.h"
#include "ui/words/figures.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace evertill {

using namespace Qt::StringLiterals;

GiftCardLoadPage::GiftCardLoadPage(Currency currency, QWidget *parent)
    : QFrame(parent), m_title(new QLabel(this)), m_balance(new QLabel(this)),
      m_amount(new AmountField(currency, this)), m_notice(new InlineNotice(this)),
      m_load(new BigButton(tr("Load"), {}, this)), m_currency(currency)
{
    setProperty("panel", true);
    m_title->setObjectName(u"giftCardTitle"_s);
    m_title->setWordWrap(true);
    setType(*m_title, "title");
    m_balance->setObjectName(u"giftCardBalance"_s);
    m_balance->setWordWrap(true);
    setType(*m_balance, "large");
    m_amount->setObjectName(u"loadAmount"_s);
    m_amount->setAccessibleName(tr("Amount to load"));
    m_amount->setPlaceholderText(tr("Amount to load"));
    setType(*m_amount, "title");
    m_notice->setObjectName(u"loadNotice"_s);
    m_load->setObjectName(u"loadGiftCard"_s);
    m_load->setAccessibleName(tr("Load"));
    m_load->setKeyLabel(tr("Enter", "key"));
    setTone(*m_load, "primary");
    auto *back = new BigButton(tr("Back"), {}, this);
    back->setObjectName(u"loadBack"_s);
    back->setAccessibleName(tr("Back"));
    back->setKeyLabel(tr("Esc", "key"));
    for (BigButton *button : {m_load, back}) {
        button->setMinimumHeight(64);
        button->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    }
    auto *pad = new NumberPad(NumberPad::Keys::Decimal, this);
    pad->setTarget(m_amount);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(back, 1);
    buttons->addWidget(m_load, 2);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(20, 20, 20, 20);
    column->setSpacing(12);
    column->addWidget(m_title);
    column->addWidget(m_balance);
    column->addWidget(m_amount);
    column->addWidget(m_notice);
    column->addWidget(pad, 1);
    column->addLayout(buttons);
    connect(m_amount, &AmountField::returnPressed, this, &GiftCardLoadPage::load);
    connect(m_load, &BigButton::clicked, this, &GiftCardLoadPage::load);
    connect(back, &BigButton::clicked, this, &GiftCardLoadPage::backRequested);
}

void GiftCardLoadPage::load()
{
    if (const auto amount = m_amount->amount())
        Q_EMIT loadRequested(*amount);
}

void GiftCardLoadPage::render(const GiftCardLoading &loading, const std::optional<Refusal> &refusal)
{
    if (!isVisible() || m_card != loading.card.reference)
        m_amount->clear();
    m_card = loading.card.reference;
    m_title->setText(tr("Gift card %1").arg(loading.card.masked()));
    if (loading.isAsking)
        m_balance->setText(tr("Asking the head office what is on it \u2026"));
    else if (loading.balance)
        m_balance->setText(tr("On the card: %1").arg(moneyText(*loading.balance)));
    else
        m_balance->setText(loading.isNew
                ? tr("A new card: nothing is on it yet.")
                : tr("The head office can't say now what is on it. It can be loaded all "
                     "the same: the money is on it once this till is online."));
    if (refusal)
        m_notice->refuse(*refusal, m_currency);
    else
        m_notice->clear();
}

void GiftCardLoadPage::takeFocus() { m_amount->setFocus(); }

} // namespace evertill

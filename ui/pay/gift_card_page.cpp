#include "ui/pay/gift_card_page.h"

#include "ui/theme/restyle.h"
#include "ui/widgets/amount_label.h"
#include "ui/widgets/big_button.h"
#include "ui/widgets/entry_layout.h"
#include "ui/widgets/inline_notice.h"
#include "ui/widgets/number_pad.h"
#include "ui/words/figures.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QVBoxLayout>

namespace evertill {

using namespace Qt::StringLiterals;

GiftCardPage::GiftCardPage(QWidget *parent)
    : QWidget(parent), m_amount(new AmountLabel("total", this)), m_step(new QLabel(this)),
      m_notice(new InlineNotice(this)), m_number(new QLineEdit(this)),
      m_pay(new BigButton(tr("Pay"), {}, this)),
      m_offline(new BigButton(QString(), QKeySequence(Qt::Key_F9), this)),
      m_back(new BigButton(tr("Back"), {}, this))
{
    constexpr int kLongestNumber = 40;
    auto *title = new QLabel(tr("Gift card"), this);
    title->setWordWrap(true);
    setType(*title, "title");
    m_amount->setObjectName(u"giftCardAmount"_s);
    m_step->setObjectName(u"giftCardStep"_s);
    m_step->setWordWrap(true);
    m_notice->setObjectName(u"giftCardNotice"_s);
    m_number->setObjectName(u"giftCardNumber"_s);
    m_number->setAccessibleName(tr("Gift card number"));
    m_number->setPlaceholderText(tr("Number on the card"));
    m_number->setMaxLength(kLongestNumber);
    m_number->setInputMethodHints(Qt::ImhPreferUppercase);
    setType(*m_number, "title");
    auto *due = new QHBoxLayout;
    due->addWidget(title, 1);
    due->addWidget(m_amount);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(12);
    column->addLayout(due);
    column->addWidget(m_step);
    column->addWidget(m_notice);
    column->addLayout(makeEntry(), 1);
    connect(m_number, &QLineEdit::returnPressed, this, &GiftCardPage::pay);
    connect(m_pay, &BigButton::clicked, this, &GiftCardPage::pay);
    connect(m_offline, &BigButton::clicked, this, &GiftCardPage::offlineTaken);
    connect(m_back, &BigButton::clicked, this, &GiftCardPage::backRequested);
    connect(m_number, &QLineEdit::textChanged, this,
        [this](const QString &text) { m_pay->setEnabled(!text.trimmed().isEmpty()); });
}

QLayout *GiftCardPage::makeEntry()
{
    auto *pad = new NumberPad(NumberPad::Keys::Whole, this);
    pad->setTarget(m_number);
    m_pay->setObjectName(u"payByGiftCard"_s);
    m_pay->setAccessibleName(tr("Pay by gift card"));
    m_pay->setKeyLabel(tr("Enter", "key"));
    m_pay->setEnabled(false);
    setTone(*m_pay, "primary");
    m_offline->setObjectName(u"giftCardOffline"_s);
    m_offline->hide();
    m_back->setObjectName(u"giftCardBack"_s);
    m_back->setAccessibleName(tr("Back"));
    m_back->setKeyLabel(tr("Esc", "key"));
    return entryBesideKeys({m_number, pad}, {m_pay, m_offline, m_back});
}

void GiftCardPage::pay()
{
    if (m_pay->isEnabled())
        Q_EMIT numberTyped(m_number->text());
}

void GiftCardPage::render(const PayView &view)
{
    if (!view.giftCard)
        return;
    const PayView::GiftCardAsk &ask = *view.giftCard;
    if (!isVisible() || !m_shown)
        m_number->clear();
    m_shown = ask;
    m_amount->setAmount(ask.wanted);
    m_step->setText(ask.isAsking
            ? tr("Asking the head office about %1 \u2026 Esc stops waiting.").arg(ask.card.masked())
            : tr("Scan the card, or type the number on it."));
    setTone(*m_step, ask.isAsking ? "waiting" : "");
    m_number->setEnabled(!ask.isAsking);
    m_pay->setEnabled(!ask.isAsking && !m_number->text().trimmed().isEmpty());
    m_offline->setVisible(ask.offline.isPositive() && !ask.isAsking);
    m_offline->setText(tr("Take %1").arg(moneyText(ask.offline)));
    m_offline->setAccessibleName(tr("Take %1 without asking").arg(moneyText(ask.offline)));
    if (view.refusal)
        m_notice->refuse(*view.refusal, view.total.currency());
    else
        m_notice->clear();
}

void GiftCardPage::takeFocus() { m_number->isEnabled() ? m_number->setFocus() : m_back->setFocus(); }

} // namespace evertill

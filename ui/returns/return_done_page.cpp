#include "ui/returns/return_done_page.h"

#include "ui/theme/restyle.h"
#include "ui/theme/spaces.h"
#include "ui/widgets/amount_label.h"
#include "ui/widgets/big_button.h"
#include "ui/widgets/inline_notice.h"
#include "ui/words/figures.h"

#include <QLabel>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace evertill {

ReturnDonePage::ReturnDonePage(QWidget *parent)
    : QWidget(parent), m_words(new QLabel(this)), m_amount(new AmountLabel("huge", this)),
      m_card(new QLabel(this)), m_receipt(new QLabel(this)), m_notice(new InlineNotice(this)),
      m_done(new BigButton(tr("Done"), QKeySequence(Qt::Key_Return), this))
{
    setFocusProxy(m_done);
    m_words->setObjectName(u"refundWords"_s);
    m_words->setAlignment(Qt::AlignCenter);
    setType(*m_words, "title");
    m_amount->setObjectName(u"refunded"_s);
    m_amount->setAlignment(Qt::AlignCenter);
    setTone(*m_amount, "money");
    m_card->setObjectName(u"refundedToCard"_s);
    m_card->setAlignment(Qt::AlignCenter);
    setType(*m_card, "large");
    m_receipt->setObjectName(u"returnReceipt"_s);
    m_receipt->setAlignment(Qt::AlignCenter);
    setTone(*m_receipt, "quiet");
    m_done->setObjectName(u"done"_s);
    setTone(*m_done, "primary");
    setType(*m_done, "large");
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(2 * kWideSpace, 2 * kWideSpace, 2 * kWideSpace, 2 * kWideSpace);
    column->setSpacing(kWideSpace);
    column->addWidget(m_notice);
    column->addStretch();
    column->addWidget(m_words);
    column->addWidget(m_amount);
    column->addWidget(m_card);
    column->addWidget(m_receipt);
    column->addStretch();
    column->addWidget(m_done);
    connect(m_done, &BigButton::clicked, this, &ReturnDonePage::confirmed);
}

void ReturnDonePage::render(const ReturnsView &view)
{
    if (!view.done)
        return;
    const ReturnDone &done = *view.done;
    // What is still to be done stands large.
    const TenderSums &given = done.given;
    const Money own = given.points + given.onAccount;
    const bool cash = given.cash.isPositive() || !(given.card + given.giftCard + own).isPositive();
    const bool card = !cash && given.card.isPositive();
    const bool giftCard = !cash && !card && given.giftCard.isPositive();
    m_words->setText(cash ? tr("Give back in cash")
            : card        ? tr("Refunded to the card")
            : giftCard    ? tr("Credited to the gift card")
                          : tr("Credited to the customer"));
    m_amount->setAmount(cash ? given.cash : card ? given.card : giftCard ? given.giftCard : own);
    QStringList rest;
    if (cash && given.card.isPositive())
        rest += tr("%1 went to the card").arg(moneyText(given.card));
    if ((cash || card) && given.giftCard.isPositive())
        rest += tr("%1 went to the gift card").arg(moneyText(given.giftCard));
    if (given.points.isPositive())
        rest += tr("%1 went back in points").arg(moneyText(given.points));
    if (given.onAccount.isPositive())
        rest += tr("%1 went off the account").arg(moneyText(given.onAccount));
    m_card->setVisible(!rest.isEmpty());
    m_card->setText(rest.join(tr(", ")));
    m_receipt->setText(tr("Receipt %1").arg(view.done->number));
    if (view.refusal)
        m_notice->refuse(*view.refusal, view.currency);
    else
        m_notice->clear();
}

} // namespace evertill

#include "ui/pay/card_page.h"

#include "ui/theme/restyle.h"
#include "ui/widgets/amount_label.h"
#include "ui/widgets/big_button.h"
#include "ui/widgets/inline_notice.h"
#include "ui/widgets/number_pad.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QVBoxLayout>

namespace evertill {

using namespace Qt::StringLiterals;

namespace {

} // namespace

CardPage::CardPage(QWidget *parent)
    : QWidget(parent), m_title(new QLabel(this)), m_step(new QLabel(this)),
      m_amount(new AmountLabel("total", this)), m_approval(new QLineEdit(this)),
      m_notice(new InlineNotice(this)), m_approve(new BigButton(tr("Approved"), {}, this)),
      m_decline(new BigButton(tr("Declined"), QKeySequence(Qt::Key_F9), this)),
      m_noAnswer(new BigButton(tr("No answer"), QKeySequence(Qt::CTRL | Qt::Key_N), this))
{
    m_title->setObjectName(u"cardTitle"_s);
    m_title->setWordWrap(true);
    setType(*m_title, "title");
    m_amount->setObjectName(u"cardAmount"_s);
    m_step->setObjectName(u"cardStep"_s);
    m_step->setWordWrap(true);
    m_approval->setObjectName(u"approvalCode"_s);
    m_approval->setAccessibleName(tr("Approval code"));
    m_approval->setPlaceholderText(tr("Approval code"));
    m_approval->setMaxLength(kLongestApproval);
    m_approval->setInputMethodHints(Qt::ImhPreferUppercase);
    setType(*m_approval, "title");
    m_notice->setObjectName(u"cardNotice"_s);

    auto *due = new QHBoxLayout;
    due->addWidget(m_title, 1);
    due->addWidget(m_amount);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(12);
    column->addLayout(due);
    column->addWidget(m_step);
    column->addWidget(m_notice);
    column->addLayout(makeEntry(), 1);
    connectControls();
    renderWords(PayView::Asked::Now);
}

QLayout *CardPage::makeEntry()
{
    auto *pad = new NumberPad(NumberPad::Keys::Whole, this);
    pad->setTarget(m_approval);
    for (BigButton *button : {m_approve, m_decline, m_noAnswer}) {
        button->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
        setType(*button, "title");
    }
    m_approve->setObjectName(u"approveCard"_s);
    m_approve->setAccessibleName(tr("Approved"));
    m_approve->setKeyLabel(tr("Enter", "key"));
    m_approve->setEnabled(false);
    setTone(*m_approve, "primary");
    m_decline->setObjectName(u"declineCard"_s);
    setTone(*m_decline, "refusal");
    m_noAnswer->setObjectName(u"noAnswer"_s);
    m_noAnswer->setAccessibleName(tr("No answer from the terminal"));
    setType(*m_noAnswer, "large");

    auto *left = new QVBoxLayout;
    left->setSpacing(8);
    left->addWidget(m_approval);
    left->addWidget(pad, 1);
    auto *right = new QVBoxLayout;
    right->setSpacing(8);
    right->addWidget(m_approve, 3);
    right->addWidget(m_decline, 2);
    right->addWidget(m_noAnswer, 1);
    auto *entry = new QHBoxLayout;
    entry->setSpacing(12);
    entry->addLayout(left, 5);
    entry->addLayout(right, 4);
    return entry;
}

void CardPage::connectControls()
{
    const auto approve = [this] { Q_EMIT approved(m_approval->text()); };
    connect(m_approval, &QLineEdit::returnPressed, this, approve);
    connect(m_approve, &BigButton::clicked, this, approve);
    connect(m_decline, &BigButton::clicked, this, &CardPage::declined);
    connect(m_noAnswer, &BigButton::clicked, this, &CardPage::answerMissed);
    connect(m_approval, &QLineEdit::textChanged, this,
        [this](const QString &text) { m_approve->setEnabled(!text.trimmed().isEmpty()); });
}

void CardPage::renderWords(PayView::Asked asked)
{
    const bool isInDoubt = asked != PayView::Asked::Now;
    m_title->setText(isInDoubt ? tr("Was the card charged?") : tr("Card terminal"));
    setTone(*m_title, isInDoubt ? "waiting" : "");
    if (!isInDoubt)
        m_step->setText(tr("Enter this amount on the terminal. Then type the approval code it shows."));
    else if (asked == PayView::Asked::InVain)
        m_step->setText(tr("The terminal gave no answer. Look at its display, its last slip or its list of "
                           "payments. Don't charge the card again before you know."));
    else
        m_step->setText(tr("The till stopped while the terminal was asked for this amount. Look at its last "
                           "slip or its list of payments. Don't charge the card again before you know."));
    const QString refused = isInDoubt ? tr("Not taken") : tr("Declined");
    m_decline->setText(refused);
    m_decline->setAccessibleName(refused);
    m_noAnswer->setVisible(!isInDoubt);
}

void CardPage::render(const PayView &view)
{
    if (!isVisible())
        m_approval->clear();
    m_amount->setAmount(view.cardAmount);
    renderWords(view.asked);
    if (view.refusal)
        m_notice->refuse(*view.refusal, view.total.currency());
    else
        m_notice->clear();
}

void CardPage::takeFocus() { m_approval->setFocus(); }

} // namespace evertill

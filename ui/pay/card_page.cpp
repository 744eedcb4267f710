#include "ui/pay/card_page.h"

#include "ui/theme/restyle.h"
#include "ui/widgets/amount_label.h"
#include "ui/widgets/big_button.h"
#include "ui/widgets/inline_notice.h"
#include "ui/widgets/number_pad.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QVBoxLayout>

namespace evertill {

using namespace Qt::StringLiterals;

CardPage::CardPage(QWidget *parent)
    : QWidget(parent), m_amount(new AmountLabel("total", this)), m_approval(new QLineEdit(this)),
      m_notice(new InlineNotice(this)), m_approve(new BigButton(tr("Approved"), {}, this)),
      m_decline(new BigButton(tr("Declined"), QKeySequence(Qt::Key_F9), this))
{
    constexpr int kLongestApproval = 20;
    auto *title = new QLabel(tr("Card terminal"), this);
    setType(*title, "title");
    m_amount->setObjectName(u"cardAmount"_s);
    auto *step =
        new QLabel(tr("Enter this amount on the terminal. Then type the approval code it shows."), this);
    step->setWordWrap(true);
    m_approval->setObjectName(u"approvalCode"_s);
    m_approval->setAccessibleName(tr("Approval code"));
    m_approval->setPlaceholderText(tr("Approval code"));
    m_approval->setMaxLength(kLongestApproval);
    setType(*m_approval, "title");
    m_notice->setObjectName(u"cardNotice"_s);
    auto *pad = new NumberPad(NumberPad::Keys::Whole, this);
    pad->setTarget(m_approval);

    for (BigButton *button : {m_approve, m_decline}) {
        button->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
        setType(*button, "title");
    }
    m_approve->setObjectName(u"approveCard"_s);
    m_approve->setAccessibleName(tr("Approved"));
    m_approve->setKeyLabel(tr("Enter", "key"));
    m_approve->setEnabled(false);
    setTone(*m_approve, "primary");
    m_decline->setObjectName(u"declineCard"_s);
    m_decline->setAccessibleName(tr("Declined"));
    setTone(*m_decline, "refusal");

    auto *due = new QHBoxLayout;
    due->addWidget(title);
    due->addWidget(m_amount, 1);
    auto *left = new QVBoxLayout;
    left->setSpacing(8);
    left->addWidget(m_approval);
    left->addWidget(pad, 1);
    auto *right = new QVBoxLayout;
    right->setSpacing(8);
    right->addWidget(m_approve, 2);
    right->addWidget(m_decline, 1);
    auto *entry = new QHBoxLayout;
    entry->setSpacing(12);
    entry->addLayout(left, 5);
    entry->addLayout(right, 4);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(12);
    column->addLayout(due);
    column->addWidget(step);
    column->addWidget(m_notice);
    column->addLayout(entry, 1);

    const auto approve = [this] { Q_EMIT approved(m_approval->text()); };
    connect(m_approval, &QLineEdit::returnPressed, this, approve);
    connect(m_approve, &BigButton::clicked, this, approve);
    connect(m_decline, &BigButton::clicked, this, &CardPage::declined);
    connect(m_approval, &QLineEdit::textChanged, this,
        [this](const QString &text) { m_approve->setEnabled(!text.trimmed().isEmpty()); });
}

void CardPage::render(const PayView &view)
{
    if (!isVisible())
        m_approval->clear();
    m_amount->setAmount(view.cardAmount);
    if (view.refusal)
        m_notice->refuse(*view.refusal, view.total.currency());
    else
        m_notice->clear();
}

void CardPage::takeFocus() { m_approval->setFocus(); }

} // namespace evertill

#include "ui/tasks/card_pane.h"

#include "ui/theme/restyle.h"
#include "ui/widgets/big_button.h"
#include "ui/widgets/number_pad.h"

#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>

using namespace Qt::StringLiterals;

namespace evertill {
namespace {

constexpr int kCodePadWidth = 300;

} // namespace

CardPane::CardPane(QWidget *parent)
    : QFrame(parent), m_question(new QLabel(this)), m_approval(new QLineEdit(this)),
      m_approve(add(tr("Approved"), QKeySequence(Qt::Key_Return), u"cardApproved"_s)),
      m_notTaken(add(tr("Not taken"), QKeySequence(Qt::Key_F9), u"cardNotTaken"_s)),
      m_sale(add(tr("Ring up again"), QKeySequence(Qt::Key_F12), u"cardSale"_s)),
      m_voided(add(tr("Voided"), QKeySequence(Qt::CTRL | Qt::Key_Return), u"cardVoided"_s)),
      m_answer(makeAnswer()), m_money(makeMoney())
{
    setProperty("panel", true);
    m_question->setWordWrap(true);
    setType(*m_question, "large");
    auto *column = new QVBoxLayout(this);
    column->addWidget(m_question);
    column->addWidget(m_answer);
    column->addWidget(m_money);
    connect(m_approval, &QLineEdit::textChanged, this, &CardPane::approvalTyped);
    connect(m_approval, &QLineEdit::returnPressed, m_approve, &BigButton::click);
    connect(m_approve, &BigButton::clicked, this, &CardPane::approved);
    connect(m_notTaken, &BigButton::clicked, this, &CardPane::notTaken);
    connect(m_sale, &BigButton::clicked, this, &CardPane::saleRequested);
    connect(m_voided, &BigButton::clicked, this, &CardPane::voided);
}

BigButton *CardPane::add(const QString &text, const QKeySequence &key, const QString &name)
{
    auto *button = new BigButton(text, key, this);
    button->setObjectName(name);
    button->setAccessibleName(text);
    setType(*button, "large");
    return button;
}

QWidget *CardPane::makeAnswer()
{
    auto *answer = new QWidget(this);
    m_approval->setObjectName(u"slipCode"_s);
    m_approval->setAccessibleName(tr("Approval code"));
    m_approval->setPlaceholderText(tr("Approval code"));
    m_approval->setMaxLength(kLongestApproval);
    m_approval->setInputMethodHints(Qt::ImhPreferUppercase);
    setType(*m_approval, "title");
    setTone(*m_approve, "primary");
    setTone(*m_notTaken, "refusal");
    // A press leaves the focus in the field: what is refused is typed again there.
    m_approve->setFocusPolicy(Qt::TabFocus);
    auto *pad = new NumberPad(NumberPad::Keys::Whole, answer);
    pad->setTarget(m_approval);
    pad->setFixedWidth(kCodePadWidth);
    auto *grid = new QGridLayout(answer);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->addWidget(m_approval, 0, 0);
    grid->addWidget(m_approve, 1, 0);
    grid->addWidget(m_notTaken, 2, 0);
    grid->addWidget(pad, 0, 1, 4, 1);
    grid->setRowStretch(3, 1);
    grid->setColumnStretch(0, 1);
    return answer;
}

QWidget *CardPane::makeMoney()
{
    auto *money = new QWidget(this);
    setTone(*m_sale, "primary");
    m_sale->setIconName(u"sell"_s);
    m_voided->setAccessibleName(tr("Voided on the terminal"));
    auto *row = new QHBoxLayout(money);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_sale, 1);
    row->addWidget(m_voided, 1);
    return money;
}

void CardPane::render(const TasksView &view)
{
    const auto *card = view.open ? std::get_if<CardAttempt>(&*view.open) : nullptr;
    if (!card)
        return;
    const bool isCharged = card->state == CardState::Approved;
    m_question->setText(isCharged ? tr("What became of the goods?") : tr("What does the terminal say?"));
    m_answer->setVisible(!isCharged);
    m_money->setVisible(isCharged);
    if (m_approval->text() != view.approval)
        m_approval->setText(view.approval);
    m_approve->setEnabled(!view.busy && !view.approval.trimmed().isEmpty());
    for (BigButton *button : {m_notTaken, m_sale, m_voided})
        button->setEnabled(!view.busy);
    setFocusProxy(isCharged ? static_cast<QWidget *>(m_sale) : m_approval);
}

} // namespace evertill

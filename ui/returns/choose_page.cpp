#include "ui/returns/choose_page.h"

#include "ui/reasons/reason_field.h"
#include "ui/returns/refund_words.h"
#include "ui/returns/return_line_row.h"
#include "ui/returns/returns_presenter.h"
#include "ui/theme/restyle.h"
#include "ui/theme/spaces.h"
#include "ui/widgets/amount_label.h"
#include "ui/widgets/big_button.h"
#include "ui/widgets/inline_notice.h"
#include "ui/words/figures.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QScrollArea>

using namespace Qt::StringLiterals;

namespace evertill {
namespace {

constexpr int kLongestGiftCard = 40;

} // namespace

ChoosePage::ChoosePage(ReturnsPresenter &presenter, const Clock &clock, QWidget *parent)
    : QWidget(parent), m_presenter(presenter), m_clock(clock), m_title(new QLabel(this)),
      m_paid(new QLabel(this)), m_all(new BigButton(tr("Everything"), Qt::CTRL | Qt::Key_E, this)),
      m_notice(new InlineNotice(this)), m_scroll(new QScrollArea(this)), m_reasonFor(new QLabel(this)),
      m_reason(new ReasonField({tr("Changed mind"), tr("Faulty"), tr("Wrong size"), tr("Wrong goods")}, this))
{
    setType(*m_title, "title");
    m_title->setObjectName(u"receiptTitle"_s);
    setTone(*m_paid, "quiet");
    m_all->setObjectName(u"everything"_s);
    auto *words = new QVBoxLayout;
    words->addWidget(m_title);
    words->addWidget(m_paid);
    auto *head = new QHBoxLayout;
    head->addLayout(words, 1);
    head->addWidget(m_all);
    auto *foot = new QHBoxLayout;
    foot->setSpacing(kSpace);
    foot->addWidget(makeReason(), 1);
    foot->addWidget(makeRefund(), 1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(kSpace, kSpace, kSpace, kSpace);
    column->setSpacing(kSpace);
    column->addLayout(head);
    column->addWidget(m_notice);
    column->addWidget(makeLines(), 1);
    column->addLayout(foot);
    connect(m_all, &BigButton::clicked, &m_presenter, &ReturnsPresenter::chooseAll);
}

QWidget *ChoosePage::makeLines()
{
    m_page = new QWidget;
    m_column = new QVBoxLayout(m_page);
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->addStretch();
    m_scroll->setObjectName(u"receiptLines"_s);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->setWidget(m_page);
    return m_scroll;
}

QWidget *ChoosePage::makeReason()
{
    auto *panel = new QFrame(this);
    panel->setProperty("panel", true);
    m_reasonFor->setWordWrap(true);
    m_reasonFor->setObjectName(u"reasonFor"_s);
    auto *column = new QVBoxLayout(panel);
    column->addWidget(m_reasonFor);
    column->addWidget(m_reason);
    column->addStretch();
    connect(m_reason, &ReasonField::reasonChanged, &m_presenter, &ReturnsPresenter::typeReason);
    return panel;
}

QWidget *ChoosePage::makeRefund()
{
    auto *panel = new QFrame(this);
    panel->setProperty("panel", true);
    m_asPaid = new BigButton(tr("As paid"), Qt::Key_F9, panel);
    m_asPaid->setObjectName(u"refundAsPaid"_s);
    m_cash = new BigButton(tr("Cash"), Qt::Key_F10, panel);
    m_cash->setObjectName(u"refundToCash"_s);
    m_card = new BigButton(tr("Card"), Qt::Key_F11, panel);
    m_card->setObjectName(u"refundToCard"_s);
    m_toGiftCard = new BigButton(tr("Gift card"), Qt::CTRL | Qt::Key_G, panel);
    m_toGiftCard->setObjectName(u"refundToGiftCard"_s);
    m_giftCard = new QLineEdit(panel);
    m_giftCard->setObjectName(u"refundGiftCardNumber"_s);
    m_giftCard->setAccessibleName(tr("Gift card number"));
    m_giftCard->setPlaceholderText(tr("Scan the gift card, or type its number"));
    m_giftCard->setMaxLength(kLongestGiftCard);
    m_giftCard->setInputMethodHints(Qt::ImhPreferUppercase);
    m_approval = new QLineEdit(panel);
    m_approval->setObjectName(u"approvalCode"_s);
    m_approval->setAccessibleName(tr("Approval code"));
    m_approval->setPlaceholderText(tr("Approval code from the card terminal"));
    m_approval->setMaxLength(kLongestApproval);
    m_approval->setInputMethodHints(Qt::ImhPreferUppercase);
    m_amount = new AmountLabel("total", panel);
    m_amount->setObjectName(u"refundAmount"_s);
    setTone(*m_amount, "money");
    m_parts = new QLabel(panel);
    m_parts->setObjectName(u"refundParts"_s);
    m_parts->setWordWrap(true);
    m_parts->setAlignment(Qt::AlignRight);
    m_refund = new BigButton(tr("Refund"), Qt::Key_F12, panel);
    m_refund->setObjectName(u"refund"_s);
    m_refund->setAccessibleName(tr("Refund"));
    setTone(*m_refund, "primary");
    setType(*m_refund, "large");
    auto *kinds = new QHBoxLayout;
    kinds->addWidget(m_asPaid);
    kinds->addWidget(m_cash);
    kinds->addWidget(m_card);
    kinds->addWidget(m_toGiftCard);
    auto *column = new QVBoxLayout(panel);
    column->addLayout(kinds);
    column->addWidget(m_approval);
    column->addWidget(m_giftCard);
    column->addStretch();
    column->addWidget(m_amount);
    column->addWidget(m_parts);
    column->addWidget(m_refund);
    connect(m_asPaid, &BigButton::clicked, this, [this] { m_presenter.refundTo({}); });
    connect(m_cash, &BigButton::clicked, this, [this] { m_presenter.refundTo(TenderKind::Cash); });
    connect(m_card, &BigButton::clicked, this, [this] { m_presenter.refundTo(TenderKind::Card); });
    connect(m_toGiftCard, &BigButton::clicked, this, [this] {
        m_presenter.refundTo(TenderKind::GiftCard);
        m_giftCard->setFocus();
    });
    connect(m_giftCard, &QLineEdit::textEdited, &m_presenter, &ReturnsPresenter::typeGiftCard);
    connect(m_approval, &QLineEdit::textEdited, &m_presenter, &ReturnsPresenter::typeApproval);
    connect(m_refund, &BigButton::clicked, &m_presenter, &ReturnsPresenter::complete);
    return panel;
}

ReturnLineRow *ChoosePage::addRow()
{
    auto *row = new ReturnLineRow(m_rows.size(), m_page);
    row->quantityField()->installEventFilter(this);
    connect(row, &ReturnLineRow::quantityTyped, &m_presenter, &ReturnsPresenter::typeQuantity);
    connect(row, &ReturnLineRow::countRequested, &m_presenter, &ReturnsPresenter::count);
    connect(row, &ReturnLineRow::damagedChosen, &m_presenter, &ReturnsPresenter::setDamaged);
    m_column->insertWidget(m_column->count() - 1, row);
    row->show();
    return row;
}

void ChoosePage::render(const ReturnsView &view)
{
    if (view.step != ReturnsView::Step::Choose || !view.receipt)
        return;
    renderHead(view);
    renderLines(view);
    renderRefund(view);
}

void ChoosePage::renderHead(const ReturnsView &view)
{
    m_title->setText(tr("Receipt %1").arg(view.receipt->number));
    QStringList paid = {dateTimeText(view.receipt->at, m_clock)};
    paid += paidWords(view.receipt->paid);
    m_paid->setText(paid.join(u" · "_s));
    m_all->setEnabled(!view.busy);
    if (view.refusal)
        m_notice->refuse(*view.refusal, view.currency);
    else if (!view.notOnReceipt.isEmpty())
        m_notice->say(InlineNotice::Tone::Refusal, tr("%1 is not on this receipt.").arg(view.notOnReceipt),
            tr("Scan what was bought with it, or look up another receipt."));
    else
        m_notice->clear();
}

void ChoosePage::renderLines(const ReturnsView &view)
{
    while (m_rows.size() > view.lines.size()) {
        delete m_rows.back();
        m_rows.pop_back();
    }
    while (m_rows.size() < view.lines.size())
        m_rows.push_back(addRow());
    for (std::size_t at = 0; at < m_rows.size(); ++at)
        m_rows[at]->render(view.lines[at], at == view.line);
    if (view.line >= view.lines.size())
        return;
    const ReturnChoice &current = view.lines[view.line];
    m_scroll->ensureWidgetVisible(m_rows[view.line]);
    m_reasonFor->setText(tr("Why does %1 come back?").arg(current.name));
    setTone(*m_reasonFor, view.needsReason ? "waiting" : "");
    if (m_reason->reason() != current.reason)
        m_reason->setReason(current.reason);
}

void ChoosePage::renderRefund(const ReturnsView &view)
{
    m_asPaid->setVisible(view.receipt->goesAsPaid());
    m_cash->setEnabled(view.canBeCash);
    m_card->setEnabled(view.canBeCash);
    setTone(*m_asPaid, view.refundTo ? "" : "chosen");
    setTone(*m_cash, view.refundTo == TenderKind::Cash ? "chosen" : "");
    setTone(*m_card, view.refundTo == TenderKind::Card ? "chosen" : "");
    setTone(*m_toGiftCard, view.refundTo == TenderKind::GiftCard ? "chosen" : "");
    m_toGiftCard->setVisible(view.takesGiftCards);
    m_giftCard->setVisible(view.asksGiftCard);
    if (m_giftCard->text() != view.giftCard)
        m_giftCard->setText(view.giftCard);
    m_approval->setVisible(view.refund.card.isPositive());
    const QStringList parts = refundWords(view.refund);
    m_parts->setVisible(parts.size() > 1 || view.refund.total() != view.refund.cash + view.refund.card);
    m_parts->setText(parts.join(tr(", ")));
    if (m_approval->text() != view.approval)
        m_approval->setText(view.approval);
    m_amount->setAmount(view.refund.total());
    m_refund->setEnabled(view.canRefund);
}

void ChoosePage::begin() { moveTo(m_presenter.view().line); }

void ChoosePage::moveTo(std::size_t line)
{
    if (line >= m_rows.size())
        return;
    m_presenter.chooseLine(line);
    m_rows[line]->quantityField()->setFocus();
    m_rows[line]->quantityField()->selectAll();
}

bool ChoosePage::takeKey(const QKeyEvent &event, std::size_t line)
{
    switch (event.key()) {
    case Qt::Key_Up:
        if (line > 0)
            moveTo(line - 1);
        return true;
    case Qt::Key_Down:
        moveTo(line + 1);
        return true;
    case Qt::Key_Plus:
        m_presenter.count(line, 1);
        return true;
    case Qt::Key_Minus:
        m_presenter.count(line, -1);
        return true;
    case Qt::Key_D:
        if (event.modifiers() != Qt::ControlModifier || line >= m_presenter.view().lines.size())
            return false;
        m_presenter.setDamaged(line, m_presenter.view().lines[line].disposition == Disposition::Restock);
        return true;
    default:
        return false;
    }
}

bool ChoosePage::eventFilter(QObject *watched, QEvent *event)
{
    for (std::size_t at = 0; at < m_rows.size(); ++at) {
        if (m_rows[at]->quantityField() != watched)
            continue;
        if (event->type() == QEvent::FocusIn)
            m_presenter.chooseLine(at);
        else if (event->type() == QEvent::KeyPress && takeKey(*static_cast<QKeyEvent *>(event), at))
            return true;
    }
    return QWidget::eventFilter(watched, event);
}

void ChoosePage::keyPressEvent(QKeyEvent *event)
{
    if (!takeKey(*event, m_presenter.view().line))
        QWidget::keyPressEvent(event);
}

} // namespace evertill

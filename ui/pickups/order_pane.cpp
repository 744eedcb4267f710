#include "ui/pickups/order_pane.h"

#include "ui/picking/pickup_words.h"
#include "ui/pickups/hand_over_pane.h"
#include "ui/pickups/line_list.h"
#include "ui/pickups/pickups_presenter.h"
#include "ui/pickups/reject_pane.h"
#include "ui/theme/restyle.h"
#include "ui/theme/spaces.h"
#include "ui/widgets/big_button.h"
#include "ui/widgets/inline_notice.h"
#include "ui/words/figures.h"

#include <QHBoxLayout>
#include <QLabel>

using namespace Qt::StringLiterals;

namespace evertill {

OrderPane::OrderPane(PickupsPresenter &presenter, const Clock &clock, QWidget *parent)
    : QWidget(parent), m_presenter(presenter), m_clock(clock),
      m_empty(new QLabel(tr("Choose an order, or scan a pickup code."), this)), m_order(new QWidget(this)),
      m_title(new QLabel(m_order)), m_state(new QLabel(m_order)), m_notice(new InlineNotice(this)),
      m_lines(new LineList(m_order)), m_reject(new RejectPane(m_order)),
      m_handOver(new HandOverPane(m_order)), m_actions(makeActions())
{
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setObjectName(u"noOrder"_s);
    setTone(*m_empty, "quiet");
    setType(*m_empty, "large");
    m_title->setObjectName(u"orderTitle"_s);
    m_title->setWordWrap(true);
    setType(*m_title, "title");
    m_state->setObjectName(u"orderState"_s);
    auto *inOrder = new QVBoxLayout(m_order);
    inOrder->setContentsMargins(0, 0, 0, 0);
    inOrder->setSpacing(kSpace);
    inOrder->addWidget(m_title);
    inOrder->addWidget(m_state);
    inOrder->addWidget(m_lines, 1);
    inOrder->addWidget(m_reject);
    inOrder->addWidget(m_handOver);
    inOrder->addWidget(m_actions);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(kSpace);
    column->addWidget(m_notice);
    column->addWidget(m_empty, 1);
    column->addWidget(m_order, 1);
    connectParts();
}

QWidget *OrderPane::makeActions()
{
    auto *actions = new QWidget(m_order);
    auto *row = new QHBoxLayout(actions);
    row->setContentsMargins(0, 0, 0, 0);
    const auto add = [&](const QString &text, const QKeySequence &key, const QString &name,
                         const char *tone) {
        auto *button = new BigButton(text, key, actions);
        button->setObjectName(name);
        button->setAccessibleName(text);
        button->setFocusPolicy(Qt::TabFocus);
        setTone(*button, tone);
        setType(*button, "large");
        return button;
    };
    m_rejectOrder = add(tr("Reject order"), Qt::CTRL | Qt::Key_R, u"rejectOrder"_s, "");
    m_start = add(tr("Start picking"), Qt::Key_F12, u"startPicking"_s, "primary");
    m_ready = add(tr("Ready"), Qt::Key_F12, u"ready"_s, "primary");
    m_handOverButton = add(tr("Hand over"), Qt::Key_F12, u"handOver"_s, "primary");
    row->addWidget(m_rejectOrder);
    row->addStretch();
    for (BigButton *button : {m_start, m_ready, m_handOverButton})
        row->addWidget(button, 1);
    return actions;
}

void OrderPane::connectParts()
{
    connect(m_start, &BigButton::clicked, &m_presenter, &PickupsPresenter::startPicking);
    connect(m_ready, &BigButton::clicked, &m_presenter, &PickupsPresenter::markReady);
    connect(m_handOverButton, &BigButton::clicked, &m_presenter, &PickupsPresenter::askHandOver);
    connect(m_rejectOrder, &BigButton::clicked, &m_presenter, &PickupsPresenter::askRejectOrder);
    connect(m_lines, &LineList::lineChosen, &m_presenter, &PickupsPresenter::chooseLine);
    connect(m_lines, &LineList::countRequested, &m_presenter, &PickupsPresenter::count);
    connect(m_lines, &LineList::notAvailableRequested, &m_presenter, &PickupsPresenter::askRejectItem);
    connect(m_reject, &RejectPane::reasonTyped, &m_presenter, &PickupsPresenter::typeReason);
    connect(m_reject, &RejectPane::confirmed, &m_presenter, &PickupsPresenter::reject);
    connect(m_handOver, &HandOverPane::codeTyped, &m_presenter, &PickupsPresenter::typeCode);
    connect(m_handOver, &HandOverPane::codeConfirmed, &m_presenter, &PickupsPresenter::handOverByCode);
    connect(m_handOver, &HandOverPane::nameConfirmed, &m_presenter, &PickupsPresenter::handOverByName);
}

void OrderPane::render(const PickupsView &view)
{
    renderNotice(view);
    m_empty->setVisible(!view.open);
    m_order->setVisible(view.open.has_value());
    if (view.open)
        renderOrder(view);
    if (std::exchange(m_ask, view.ask) != view.ask)
        moveFocus(view.ask);
}

void OrderPane::renderOrder(const PickupsView &view)
{
    const PickupDetail &order = *view.open;
    m_title->setText(u"%1 · %2"_s.arg(order.card.number, order.card.customer));
    QString state =
        stateWords(order.card.state) + u" · "_s + moneyText(order.total) + u" "_s + tr("paid online");
    if (order.canReject || order.canHandOver)
        state += u" · "_s + promiseWords(order.card, m_clock);
    m_state->setText(state);
    setTone(*m_state, order.card.late ? "waiting" : "quiet");
    m_lines->render(order, view.line);

    const bool handOver = view.ask == PickupsView::Ask::HandOver;
    const bool reject = view.ask == PickupsView::Ask::RejectItem || view.ask == PickupsView::Ask::RejectOrder;
    // A button that is about to go hands the focus to the lines, not to whatever comes next in the window.
    if (QWidget *focus = m_actions->focusWidget(); focus && focus->hasFocus())
        m_lines->setFocus();
    m_reject->setVisible(reject);
    m_reject->render(view);
    m_handOver->setVisible(handOver);
    m_handOver->render(view);
    m_actions->setVisible(!handOver && !reject);
    m_rejectOrder->setVisible(order.canReject);
    m_start->setVisible(order.canStart);
    m_ready->setVisible(order.canPick);
    m_handOverButton->setVisible(order.canHandOver);
    m_start->setEnabled(!view.busy);
    m_ready->setEnabled(!view.busy && order.canReady);
    m_handOverButton->setEnabled(!view.busy);
    m_rejectOrder->setEnabled(!view.busy);
}

void OrderPane::renderNotice(const PickupsView &view)
{
    if (view.refusal) {
        m_notice->refuse(*view.refusal, view.currency);
    } else if (view.said) {
        const SaidWords words = saidWords(*view.said);
        const auto tone = view.said->isRefusal()     ? InlineNotice::Tone::Refusal
            : view.said->kind == PickupSaid::Arrived ? InlineNotice::Tone::Waiting
                                                     : InlineNotice::Tone::Done;
        m_notice->say(tone, words.sentence, words.nextStep);
    } else {
        m_notice->clear();
    }
}

void OrderPane::moveFocus(PickupsView::Ask ask)
{
    switch (ask) {
    case PickupsView::Ask::Nothing:
        m_lines->setFocus();
        return;
    case PickupsView::Ask::RejectItem:
    case PickupsView::Ask::RejectOrder:
        m_reject->setFocus();
        return;
    case PickupsView::Ask::HandOver:
        m_handOver->setFocus();
        return;
    }
}

} // namespace evertill

#include "ui/cash/shift_page.h"

#include "ui/cash/figure_list.h"
#include "ui/theme/restyle.h"
#include "ui/theme/spaces.h"
#include "ui/widgets/big_button.h"
#include "ui/widgets/inline_notice.h"
#include "ui/words/figures.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QScrollArea>

using namespace Qt::StringLiterals;

namespace evertill {
namespace {

constexpr int kActionsWidth = 320;

QString bookedWords(const CashView::Booked &booked)
{
    const QString amount = moneyText(booked.amount);
    switch (booked.kind) {
    case CashMoveKind::PayIn:
        return ShiftPage::tr("%1 paid in.").arg(amount);
    case CashMoveKind::PayOut:
        return ShiftPage::tr("%1 paid out.").arg(amount);
    case CashMoveKind::Drop:
        return ShiftPage::tr("%1 dropped into the safe.").arg(amount);
    }
    return {};
}

} // namespace

ShiftPage::ShiftPage(const Clock &clock, QWidget *parent)
    : QWidget(parent), m_clock(clock), m_title(new QLabel(this)), m_since(new QLabel(this)),
      m_notice(new InlineNotice(this)), m_figures(new FigureList), m_actions(new QWidget(this))
{
    setType(*m_title, "title");
    m_title->setObjectName(u"pageTitle"_s);
    setTone(*m_since, "quiet");

    auto *scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setWidget(m_figures);
    scroll->setFocusPolicy(Qt::NoFocus);
    auto *panel = new QFrame(this);
    panel->setProperty("panel", true);
    auto *inPanel = new QVBoxLayout(panel);
    inPanel->addWidget(scroll);

    m_actions->setFixedWidth(kActionsWidth);
    auto *actions = new QVBoxLayout(m_actions);
    actions->setContentsMargins(0, 0, 0, 0);
    actions->setSpacing(kWideSpace / 2);
    const std::pair<CashMoveKind, BigButton *> moves[] = {
        {CashMoveKind::PayIn, addButton(tr("Pay in"), Qt::CTRL | Qt::Key_I, u"payIn"_s)},
        {CashMoveKind::PayOut, addButton(tr("Pay out"), Qt::CTRL | Qt::Key_O, u"payOut"_s)},
        {CashMoveKind::Drop, addButton(tr("Drop"), Qt::CTRL | Qt::Key_D, u"drop"_s)},
    };
    for (const auto &[kind, button] : moves)
        connect(button, &BigButton::clicked, this, [this, moved = kind] { Q_EMIT moveRequested(moved); });
    actions->addStretch();
    BigButton *close = addButton(tr("Close shift"), Qt::Key_F12, u"closeShift"_s);
    setTone(*close, "primary");
    connect(close, &BigButton::clicked, this, &ShiftPage::countRequested);
    connect(m_notice, &InlineNotice::accepted, this, [this] { Q_EMIT paymentRequested(m_isStray); });

    auto *row = new QHBoxLayout;
    row->setSpacing(kWideSpace);
    row->addWidget(panel, 1);
    row->addWidget(m_actions);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(2 * kWideSpace, 2 * kWideSpace, 2 * kWideSpace, 2 * kWideSpace);
    column->setSpacing(kWideSpace);
    column->addWidget(m_title);
    column->addWidget(m_since);
    column->addWidget(m_notice);
    column->addLayout(row, 1);
}

BigButton *ShiftPage::addButton(const QString &text, const QKeySequence &key, const QString &name)
{
    auto *button = new BigButton(text, key, m_actions);
    button->setObjectName(name);
    setType(*button, "large");
    m_actions->layout()->addWidget(button);
    return button;
}

void ShiftPage::render(const CashView &view)
{
    if (view.figures) {
        m_title->setText(tr("Shift %1").arg(view.figures->number));
        m_since->setText(tr("Open since %1").arg(dateTimeText(view.figures->openedAt, m_clock)));
        m_figures->setFigures(*view.figures);
    }
    m_isStray = view.refusal && view.refusal->facts.value(u"stray"_s).toBool();
    if (view.refusal) {
        m_notice->refuse(*view.refusal, view.currency);
        if (view.refusal->code == Code::PaymentOpen)
            m_notice->offer(tr("Go to the payment"), {}, u"goToPayment"_s,
                (m_isStray ? QKeySequence(Qt::Key_F8) : QKeySequence(Qt::Key_F1))
                    .toString(QKeySequence::NativeText));
    } else if (view.booked)
        m_notice->say(InlineNotice::Tone::Done, bookedWords(*view.booked));
    else
        m_notice->clear();
}

} // namespace evertill

#include "ui/tasks/task_pane.h"

#include "ui/tasks/card_pane.h"
#include "ui/tasks/count_pane.h"
#include "ui/tasks/settle_pane.h"
#include "ui/tasks/task_words.h"
#include "ui/theme/restyle.h"
#include "ui/theme/spaces.h"
#include "ui/widgets/big_button.h"
#include "ui/widgets/icon.h"
#include "ui/widgets/inline_notice.h"

#include <QLabel>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace evertill {
namespace {

constexpr int kDoneIcon = 64;
constexpr int kReadableWidth = 760;

QLabel *wrapped(QWidget *parent, const QString &name)
{
    auto *label = new QLabel(parent);
    label->setObjectName(name);
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    return label;
}

} // namespace

TaskPane::TaskPane(TasksPresenter &presenter, const Clock &clock, QWidget *parent)
    : QWidget(parent), m_presenter(presenter), m_clock(clock), m_notice(new InlineNotice(this)),
      m_empty(new QWidget(this)), m_done(new QLabel(m_empty)), m_emptyTitle(wrapped(m_empty, u"noTask"_s)),
      m_emptyHint(wrapped(m_empty, u"noTaskHint"_s)), m_item(new QWidget(this)),
      m_title(wrapped(m_item, u"taskTitle"_s)), m_line(wrapped(m_item, u"taskLine"_s))
{
    for (QLabel *label : {m_done, m_emptyTitle, m_emptyHint})
        label->setAlignment(Qt::AlignCenter);
    setType(*m_emptyTitle, "large");
    setTone(*m_emptyHint, "quiet");
    auto *inEmpty = new QVBoxLayout(m_empty);
    inEmpty->setSpacing(kWideSpace);
    inEmpty->addStretch(1);
    for (QLabel *label : {m_done, m_emptyTitle, m_emptyHint})
        inEmpty->addWidget(label);
    inEmpty->addStretch(1);

    setType(*m_title, "title");
    auto *inItem = new QVBoxLayout(m_item);
    inItem->setContentsMargins(0, 0, 0, 0);
    inItem->setSpacing(kWideSpace / 2);
    inItem->addWidget(m_title);
    inItem->addWidget(m_line);
    inItem->addSpacing(kWideSpace / 2);
    m_happened = addParagraph(*inItem, tr("What happened"), u"taskHappened"_s);
    m_meaning = addParagraph(*inItem, tr("What it means"), u"taskMeaning"_s);
    m_toDo = addParagraph(*inItem, tr("What to do"), u"taskToDo"_s);
    inItem->addWidget(m_warning = wrapped(m_item, u"taskWarning"_s));
    m_warning->setText(catchingUpWords());
    setTone(*m_warning, "waiting");
    inItem->addWidget(m_card = new CardPane(m_item));
    inItem->addWidget(m_settle = new SettlePane(m_item));
    inItem->addWidget(m_count = new CountPane(m_item));
    inItem->addWidget(m_goToOrder = new BigButton(tr("Go to the order"), QKeySequence(Qt::Key_F12), m_item));
    inItem->addStretch(1);
    m_item->setMaximumWidth(kReadableWidth);
    m_goToOrder->setObjectName(u"goToOrder"_s);
    m_goToOrder->setAccessibleName(tr("Go to the order"));
    m_goToOrder->setIconName(u"pickups"_s);
    setTone(*m_goToOrder, "primary");
    setType(*m_goToOrder, "large");

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(kWideSpace);
    column->addWidget(m_notice);
    column->addWidget(m_empty, 1);
    column->addWidget(m_item, 1);

    connectCard();
    connect(m_settle, &SettlePane::noteTyped, &m_presenter, &TasksPresenter::typeNote);
    connect(m_settle, &SettlePane::confirmed, &m_presenter, &TasksPresenter::settle);
    connect(m_count, &CountPane::countTyped, &m_presenter, &TasksPresenter::typeCount);
    connect(m_count, &CountPane::confirmed, &m_presenter, &TasksPresenter::saveCount);
    connect(m_goToOrder, &BigButton::clicked, &m_presenter, &TasksPresenter::goToOrder);
}

void TaskPane::connectCard()
{
    connect(m_card, &CardPane::approvalTyped, &m_presenter, &TasksPresenter::typeApproval);
    connect(m_card, &CardPane::approved, &m_presenter, &TasksPresenter::approveCard);
    connect(m_card, &CardPane::notTaken, &m_presenter, &TasksPresenter::declineCard);
    connect(m_card, &CardPane::voided, &m_presenter, &TasksPresenter::voidCard);
    connect(m_card, &CardPane::saleRequested, &m_presenter, &TasksPresenter::goToSale);
}

QLabel *TaskPane::addParagraph(QVBoxLayout &column, const QString &heading, const QString &name)
{
    auto *title = new QLabel(heading, m_item);
    setTone(*title, "quiet");
    setType(*title, "small");
    auto *text = wrapped(m_item, name);
    column.addWidget(title);
    column.addWidget(text);
    column.addSpacing(kWideSpace / 2);
    return text;
}

void TaskPane::render(const TasksView &view)
{
    renderNotice(view);
    m_empty->setVisible(!view.open);
    m_item->setVisible(view.open.has_value());
    if (view.open)
        renderItem(view);
    else
        renderEmpty(view);
    QString shown = view.open ? idOf(*view.open) : QString();
    // An answer that is known now is followed by another question.
    if (const auto *card = view.open ? std::get_if<CardAttempt>(&*view.open) : nullptr)
        shown += QString::number(int(card->state));
    if (std::exchange(m_shown, shown) != shown)
        moveFocus(view);
}

void TaskPane::renderEmpty(const TasksView &view)
{
    const bool isIdle = view.items.empty();
    m_done->setVisible(isIdle);
    if (isIdle)
        m_done->setPixmap(
            iconPixmap(u"done"_s, palette().color(QPalette::Link), kDoneIcon, devicePixelRatioF()));
    m_emptyTitle->setText(isIdle ? tr("Nothing needs you.") : tr("Choose what to see to."));
    m_emptyHint->setText(tr("Here stand card payments in doubt, clashes that the head office reports, web "
                            "orders that are late, and "
                            "goods that run out."));
    m_emptyHint->setVisible(isIdle);
}

void TaskPane::renderItem(const TasksView &view)
{
    const TaskItem &item = *view.open;
    const TaskWords words = wordsFor(item, view.till, view.currency, m_clock);
    m_title->setText(words.title);
    m_line->setText(words.when.isEmpty() ? words.line : u"%1 · %2"_s.arg(words.line, words.when));
    setTone(*m_line, std::holds_alternative<LowStockItem>(item) ? "quiet" : "waiting");
    m_happened->setText(words.happened);
    m_meaning->setText(words.meaning);
    m_toDo->setText(words.toDo);
    const auto *card = std::get_if<CardAttempt>(&item);
    m_warning->setVisible(card && view.isCatchingUp);
    m_card->setVisible(card);
    m_card->render(view);
    m_settle->setVisible(std::holds_alternative<OpenTask>(item));
    m_settle->render(view, words.usualNotes);
    m_count->setVisible(std::holds_alternative<LowStockItem>(item));
    m_count->render(view);
    m_goToOrder->setVisible(std::holds_alternative<PickupOrder>(item));
}

void TaskPane::renderNotice(const TasksView &view)
{
    if (view.refusal) {
        m_notice->refuse(*view.refusal, view.currency);
    } else if (view.said) {
        const TaskSaidWords words = saidWords(*view.said);
        m_notice->say(view.said->kind == TaskSaid::SettledElsewhere ? InlineNotice::Tone::Plain
                                                                    : InlineNotice::Tone::Done,
            words.sentence, words.nextStep);
    } else {
        m_notice->clear();
    }
}

void TaskPane::moveFocus(const TasksView &view)
{
    if (!view.open)
        return;
    if (std::holds_alternative<CardAttempt>(*view.open))
        m_card->setFocus();
    else if (std::holds_alternative<OpenTask>(*view.open))
        m_settle->setFocus();
    else if (std::holds_alternative<LowStockItem>(*view.open))
        m_count->setFocus();
    else
        m_goToOrder->setFocus();
}

} // namespace evertill

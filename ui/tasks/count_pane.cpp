#include "ui/tasks/count_pane.h"

#include "ui/theme/restyle.h"
#include "ui/widgets/big_button.h"
#include "ui/widgets/number_pad.h"

#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>

using namespace Qt::StringLiterals;

namespace evertill {
namespace {

constexpr int kLongest = 12;
constexpr int kPadWidth = 300;

} // namespace

CountPane::CountPane(QWidget *parent)
    : QFrame(parent), m_count(new QLineEdit(this)),
      m_confirm(new BigButton(tr("Save the count"), QKeySequence(Qt::Key_Return), this))
{
    setProperty("panel", true);
    setFocusProxy(m_count);
    auto *question = new QLabel(tr("How much is there?"), this);
    setType(*question, "large");
    m_count->setObjectName(u"count"_s);
    m_count->setAccessibleName(tr("Count"));
    m_count->setPlaceholderText(tr("Count"));
    m_count->setMaxLength(kLongest);
    m_count->setInputMethodHints(Qt::ImhFormattedNumbersOnly);
    setType(*m_count, "title");
    auto *pad = new NumberPad(NumberPad::Keys::Decimal, this);
    pad->setTarget(m_count);
    pad->setFixedWidth(kPadWidth);
    m_confirm->setObjectName(u"saveCount"_s);
    m_confirm->setAccessibleName(tr("Save the count"));
    m_confirm->setFocusPolicy(Qt::TabFocus);
    setTone(*m_confirm, "primary");
    setType(*m_confirm, "large");
    auto *grid = new QGridLayout(this);
    grid->addWidget(question, 0, 0);
    grid->addWidget(m_count, 1, 0);
    grid->addWidget(m_confirm, 2, 0);
    grid->addWidget(pad, 0, 1, 4, 1);
    grid->setRowStretch(3, 1);
    grid->setColumnStretch(0, 1);
    connect(m_count, &QLineEdit::textChanged, this, &CountPane::countTyped);
    connect(m_count, &QLineEdit::returnPressed, m_confirm, &BigButton::click);
    connect(m_confirm, &BigButton::clicked, this, &CountPane::confirmed);
}

void CountPane::render(const TasksView &view)
{
    if (m_count->text() != view.counted)
        m_count->setText(view.counted);
    m_confirm->setEnabled(!view.busy && view.count.has_value());
}

} // namespace evertill

#include "ui/tasks/settle_pane.h"

#include "ui/reasons/reason_field.h"
#include "ui/theme/restyle.h"
#include "ui/widgets/big_button.h"

#include <QLabel>
#include <QLineEdit>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace evertill {

SettlePane::SettlePane(QWidget *parent)
    : QFrame(parent), m_note(new ReasonField({}, this)),
      m_confirm(new BigButton(tr("Settled"), QKeySequence(Qt::Key_Return), this))
{
    setProperty("panel", true);
    setFocusProxy(m_note->field());
    auto *question = new QLabel(tr("What was done about it?"), this);
    question->setWordWrap(true);
    setType(*question, "large");
    m_note->field()->setAccessibleName(tr("Note"));
    m_note->field()->setPlaceholderText(tr("Choose, or say it in your own words"));
    m_confirm->setObjectName(u"settle"_s);
    m_confirm->setAccessibleName(tr("Settled"));
    // A press leaves the focus in the field: what is refused is typed again there.
    m_confirm->setFocusPolicy(Qt::TabFocus);
    setTone(*m_confirm, "primary");
    setType(*m_confirm, "large");
    auto *column = new QVBoxLayout(this);
    column->addWidget(question);
    column->addWidget(m_note);
    column->addWidget(m_confirm);
    connect(m_note, &ReasonField::reasonChanged, this, &SettlePane::noteTyped);
    connect(m_note, &ReasonField::confirmed, m_confirm, &BigButton::click);
    connect(m_confirm, &BigButton::clicked, this, &SettlePane::confirmed);
}

void SettlePane::render(const TasksView &view, const QStringList &usualNotes)
{
    m_note->setUsual(usualNotes);
    if (m_note->reason() != view.note)
        m_note->setReason(view.note);
    m_confirm->setEnabled(!view.busy && !view.note.trimmed().isEmpty());
}

} // namespace evertill

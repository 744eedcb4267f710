#include "ui/pickups/reject_pane.h"

#include "ui/reasons/reason_field.h"
#include "ui/theme/restyle.h"
#include "ui/widgets/big_button.h"

#include <QLabel>
#include <QLineEdit>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace evertill {

RejectPane::RejectPane(QWidget *parent)
    : QFrame(parent), m_question(new QLabel(this)),
      m_reason(
          new ReasonField({tr("Out of stock"), tr("Not found"), tr("Damaged"), tr("Past its date")}, this)),
      m_confirm(new BigButton(tr("Not available"), QKeySequence(Qt::Key_Return), this))
{
    setProperty("panel", true);
    setFocusProxy(m_reason->field());
    m_question->setWordWrap(true);
    m_question->setObjectName(u"rejectQuestion"_s);
    setType(*m_question, "large");
    m_confirm->setObjectName(u"confirmReject"_s);
    m_confirm->setFocusPolicy(Qt::TabFocus);
    setTone(*m_confirm, "primary");
    setType(*m_confirm, "large");
    auto *column = new QVBoxLayout(this);
    column->addWidget(m_question);
    column->addWidget(m_reason);
    column->addWidget(m_confirm);
    connect(m_reason, &ReasonField::reasonChanged, this, &RejectPane::reasonTyped);
    connect(m_reason, &ReasonField::confirmed, m_confirm, &BigButton::click);
    connect(m_confirm, &BigButton::clicked, this, &RejectPane::confirmed);
}

void RejectPane::render(const PickupsView &view)
{
    const bool whole = view.ask == PickupsView::Ask::RejectOrder;
    if (whole)
        m_question->setText(tr("Why can't the whole order be supplied?"));
    else if (view.open && view.line < view.open->lines.size())
        m_question->setText(tr("Why is %1 not available?").arg(view.open->lines[view.line].name));
    m_confirm->setText(whole ? tr("Reject order") : tr("Not available"));
    if (m_reason->reason() != view.reason)
        m_reason->setReason(view.reason);
    m_confirm->setEnabled(!view.busy && !view.reason.trimmed().isEmpty());
}

} // namespace evertill

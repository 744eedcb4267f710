#include "ui/pickups/hand_over_pane.h"

#include "ui/theme/restyle.h"
#include "ui/widgets/big_button.h"

#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>

using namespace Qt::StringLiterals;

namespace evertill {
namespace {

constexpr int kLongestCode = 64;

} // namespace

HandOverPane::HandOverPane(QWidget *parent)
    : QFrame(parent), m_code(new QLineEdit(this)),
      m_byCode(new BigButton(tr("Hand over"), QKeySequence(Qt::Key_Return), this)),
      m_question(new QLabel(this)),
      m_byName(new BigButton(tr("Name checked"), QKeySequence(Qt::CTRL | Qt::Key_N), this))
{
    setProperty("panel", true);
    setFocusProxy(m_code);
    m_code->setObjectName(u"pickupCode"_s);
    m_code->setAccessibleName(tr("Pickup code"));
    m_code->setPlaceholderText(tr("Scan or type the pickup code"));
    m_code->setMaxLength(kLongestCode);
    m_code->setInputMethodHints(Qt::ImhPreferUppercase);
    m_byCode->setObjectName(u"handOverByCode"_s);
    m_byCode->setAccessibleName(tr("Hand over"));
    // A press leaves the focus in the field: what is refused is typed again there.
    m_byCode->setFocusPolicy(Qt::TabFocus);
    setTone(*m_byCode, "primary");
    setType(*m_byCode, "large");
    m_question->setWordWrap(true);
    m_byName->setObjectName(u"handOverByName"_s);
    auto *grid = new QGridLayout(this);
    grid->addWidget(m_code, 0, 0);
    grid->addWidget(m_byCode, 0, 1);
    grid->addWidget(m_question, 1, 0);
    grid->addWidget(m_byName, 1, 1);
    grid->setColumnStretch(0, 1);
    connect(m_code, &QLineEdit::textEdited, this, &HandOverPane::codeTyped);
    connect(m_code, &QLineEdit::returnPressed, m_byCode, &BigButton::click);
    connect(m_byCode, &BigButton::clicked, this, &HandOverPane::codeConfirmed);
    connect(m_byName, &BigButton::clicked, this, &HandOverPane::nameConfirmed);
}

void HandOverPane::render(const PickupsView &view)
{
    if (m_code->text() != view.code)
        m_code->setText(view.code);
    m_byCode->setEnabled(!view.busy && !view.code.trimmed().isEmpty());
    m_byName->setEnabled(!view.busy);
    if (view.open)
        m_question->setText(
            tr("No code? Look at a document in the name of %1.").arg(view.open->card.customer));
}

} // namespace evertill

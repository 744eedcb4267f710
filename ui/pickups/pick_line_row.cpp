#include "ui/pickups/pick_line_row.h"

#include "ui/theme/restyle.h"
#include "ui/theme/spaces.h"
#include "ui/widgets/big_button.h"
#include "ui/words/figures.h"

#include <QHBoxLayout>
#include <QLabel>

using namespace Qt::StringLiterals;

namespace evertill {
namespace {

QString progress(const PickLine &line)
{
    const QString wanted = quantityText(line.quantity - line.rejected, u"ea"_s);
    QString text = PickLineRow::tr("%1 of %2").arg(quantityText(line.picked, u"ea"_s), wanted);
    if (!line.rejected.isZero())
        text += u" · "_s + PickLineRow::tr("%1 not available").arg(quantityText(line.rejected, u"ea"_s));
    return text;
}

} // namespace

PickLineRow::PickLineRow(std::size_t line, QWidget *parent)
    : QFrame(parent), m_line(line), m_name(new QLabel(this)), m_state(new QLabel(this)),
      m_fewer(new BigButton(u"−"_s, {}, this)), m_more(new BigButton(u"+"_s, {}, this)),
      m_notAvailable(new BigButton(tr("Not available"), {}, this))
{
    setProperty("panel", true);
    m_name->setWordWrap(true);
    m_name->setObjectName(u"lineName"_s);
    setType(*m_name, "large");
    m_state->setObjectName(u"lineProgress"_s);
    m_fewer->setObjectName(u"fewer"_s);
    m_more->setObjectName(u"more"_s);
    m_notAvailable->setObjectName(u"notAvailable"_s);
    auto *words = new QVBoxLayout;
    words->setSpacing(2);
    words->addWidget(m_name);
    words->addWidget(m_state);
    auto *row = new QHBoxLayout(this);
    row->setSpacing(kCloseSpace);
    row->addLayout(words, 1);
    for (BigButton *button : {m_fewer, m_more, m_notAvailable}) {
        button->setFocusPolicy(Qt::TabFocus);
        row->addWidget(button);
    }
    connect(m_fewer, &BigButton::clicked, this, [this] { Q_EMIT countRequested(m_line, -1); });
    connect(m_more, &BigButton::clicked, this, [this] { Q_EMIT countRequested(m_line, 1); });
    connect(m_notAvailable, &BigButton::clicked, this, [this] { Q_EMIT notAvailableRequested(m_line); });
}

void PickLineRow::render(const PickLine &line, bool canPick, bool current)
{
    m_name->setText(line.name);
    m_state->setText(progress(line));
    setTone(*m_state, line.missing() <= Quantity() ? "money" : line.picked.isZero() ? "quiet" : "waiting");
    setTone(*this, canPick && current ? "chosen" : "");
    for (BigButton *button : {m_fewer, m_more, m_notAvailable})
        button->setVisible(canPick);
    m_fewer->setAccessibleName(tr("One less of %1").arg(line.name));
    m_more->setAccessibleName(tr("One more of %1").arg(line.name));
    m_notAvailable->setAccessibleName(tr("Not available: %1").arg(line.name));
    m_fewer->setEnabled(!line.picked.isZero());
    m_more->setEnabled(line.missing() > Quantity());
    m_notAvailable->setEnabled(line.missing() > Quantity());
    m_notAvailable->setKeyLabel(
        current ? QKeySequence(Qt::CTRL | Qt::Key_N).toString(QKeySequence::NativeText) : QString());
}

} // namespace evertill

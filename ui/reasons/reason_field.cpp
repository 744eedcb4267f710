#include "ui/reasons/reason_field.h"

#include "ui/theme/restyle.h"
#include "ui/widgets/big_button.h"

#include <QGridLayout>
#include <QLineEdit>

using namespace Qt::StringLiterals;

namespace evertill {
namespace {

constexpr int kColumns = 2;
constexpr int kLongest = 200;

} // namespace

ReasonField::ReasonField(const QStringList &usual, QWidget *parent)
    : QWidget(parent), m_choices(new QWidget(this)), m_field(new QLineEdit(this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_choices);
    column->addWidget(m_field);
    m_field->setObjectName(u"reason"_s);
    m_field->setAccessibleName(tr("Reason"));
    m_field->setPlaceholderText(tr("Reason"));
    m_field->setMaxLength(kLongest);
    connect(m_field, &QLineEdit::textChanged, this, [this](const QString &text) {
        markChosen(text);
        Q_EMIT reasonChanged(text);
    });
    connect(m_field, &QLineEdit::returnPressed, this, &ReasonField::confirmed);
    setUsual(usual);
}

void ReasonField::setUsual(const QStringList &usual)
{
    if (m_usual == usual)
        return;
    m_usual = usual;
    auto *fresh = new QWidget(this);
    auto *grid = new QGridLayout(fresh);
    grid->setContentsMargins(0, 0, 0, 0);
    for (int at = 0; at < usual.size(); ++at) {
        auto *button = new BigButton(usual[at], QKeySequence(Qt::ALT | Qt::Key(Qt::Key_1 + at)), fresh);
        button->setObjectName(u"reason%1"_s.arg(at + 1));
        button->setAccessibleName(usual[at]);
        button->setFocusPolicy(Qt::NoFocus);
        grid->addWidget(button, at / kColumns, at % kColumns);
        connect(button, &BigButton::clicked, this, [this, at] { setReason(m_usual.value(at)); });
    }
    layout()->replaceWidget(m_choices, fresh);
    fresh->show();
    m_choices->hide();
    m_choices->deleteLater();
    m_choices = fresh;
    markChosen(reason());
}

void ReasonField::markChosen(const QString &reason)
{
    for (BigButton *button : m_choices->findChildren<BigButton *>())
        setTone(*button, button->accessibleName() == reason ? "chosen" : "");
}

QString ReasonField::reason() const { return m_field->text(); }

void ReasonField::setReason(const QString &reason) { m_field->setText(reason); }

} // namespace evertill

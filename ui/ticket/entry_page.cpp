#include "ui/ticket/entry_page.h"

#include "ui/theme/restyle.h"
#include "ui/widgets/big_button.h"
#include "ui/widgets/entry_layout.h"
#include "ui/widgets/inline_notice.h"
#include "ui/widgets/number_pad.h"

#include <QLabel>
#include <QLineEdit>
#include <QVBoxLayout>

namespace evertill {

using namespace Qt::StringLiterals;

EntryPage::EntryPage(const QString &thing, const Words &words, int longest, QWidget *parent)
    : QFrame(parent), m_notice(new InlineNotice(this)), m_number(new QLineEdit(this)),
      m_take(new BigButton(words.take, {}, this))
{
    setProperty("panel", true);
    auto *title = new QLabel(words.title, this);
    setType(*title, "title");
    auto *step = new QLabel(words.step, this);
    step->setWordWrap(true);
    m_notice->setObjectName(thing + u"Notice"_s);
    m_number->setObjectName(thing + u"Number"_s);
    m_number->setAccessibleName(words.number);
    m_number->setPlaceholderText(words.hint);
    m_number->setMaxLength(longest);
    m_number->setInputMethodHints(Qt::ImhPreferUppercase);
    setType(*m_number, "title");
    auto *pad = new NumberPad(NumberPad::Keys::Whole, this);
    pad->setTarget(m_number);
    m_take->setObjectName(u"take"_s + thing.at(0).toUpper() + thing.sliced(1));
    m_take->setAccessibleName(words.takeSpoken);
    m_take->setKeyLabel(tr("Enter", "key"));
    m_take->setEnabled(false);
    setTone(*m_take, "primary");
    auto *back = new BigButton(tr("Back"), {}, this);
    back->setObjectName(thing + u"Back"_s);
    back->setAccessibleName(tr("Back"));
    back->setKeyLabel(tr("Esc", "key"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(20, 16, 20, 16);
    column->setSpacing(12);
    column->addWidget(title);
    column->addWidget(step);
    column->addWidget(m_notice);
    column->addLayout(entryBesideKeys({m_number, pad}, {m_take, back}), 1);
    connect(m_number, &QLineEdit::returnPressed, this, &EntryPage::enter);
    connect(m_take, &BigButton::clicked, this, &EntryPage::enter);
    connect(back, &BigButton::clicked, this, &EntryPage::backRequested);
    connect(m_number, &QLineEdit::textChanged, this,
        [this](const QString &text) { m_take->setEnabled(!text.trimmed().isEmpty()); });
}

void EntryPage::enter()
{
    if (m_take->isEnabled())
        Q_EMIT entered(m_number->text());
}

void EntryPage::render(const std::optional<Refusal> &refusal, Currency currency)
{
    if (!isVisible())
        m_number->clear();
    if (refusal)
        m_notice->refuse(*refusal, currency);
    else
        m_notice->clear();
}

void EntryPage::takeFocus() { m_number->setFocus(); }

} // namespace evertill

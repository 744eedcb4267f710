#include "ui/widgets/inline_notice.h"

#include "ui/theme/restyle.h"
#include "ui/widgets/big_button.h"
#include "ui/widgets/icon.h"
#include "ui/words/refusal_words.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace evertill {

using namespace Qt::StringLiterals;

namespace {

constexpr int kIconSize = 28;

const char *toneOf(InlineNotice::Tone tone)
{
    switch (tone) {
    case InlineNotice::Tone::Refusal:
        return "refusal";
    case InlineNotice::Tone::Waiting:
        return "waiting";
    case InlineNotice::Tone::Done:
        return "money";
    case InlineNotice::Tone::Plain:
        return "";
    }
    return "";
}

QString iconOf(InlineNotice::Tone tone)
{
    switch (tone) {
    case InlineNotice::Tone::Refusal:
        return u"refusal"_s;
    case InlineNotice::Tone::Waiting:
        return u"waiting"_s;
    case InlineNotice::Tone::Done:
        return u"done"_s;
    case InlineNotice::Tone::Plain:
        return u"info"_s;
    }
    return {};
}

} // namespace

InlineNotice::InlineNotice(QWidget *parent)
    : QFrame(parent), m_icon(new QLabel(this)), m_sentence(new QLabel(this)), m_nextStep(new QLabel(this))
{
    setProperty("notice", true);
    m_sentence->setObjectName(u"sentence"_s);
    m_sentence->setWordWrap(true);
    m_sentence->setTextFormat(Qt::PlainText);
    m_nextStep->setObjectName(u"nextStep"_s);
    m_nextStep->setWordWrap(true);
    m_nextStep->setTextFormat(Qt::PlainText);
    QFont bold = m_sentence->font();
    bold.setBold(true);
    m_sentence->setFont(bold);

    auto *words = new QVBoxLayout;
    words->setSpacing(2);
    words->addWidget(m_sentence);
    words->addWidget(m_nextStep);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(12, 10, 12, 10);
    row->setSpacing(12);
    row->addWidget(m_icon, 0, Qt::AlignVCenter);
    row->addLayout(words, 1);
    hide();
}

void InlineNotice::refuse(const Refusal &refusal, Currency currency)
{
    const RefusalWords words = wordsFor(refusal, currency);
    say(Tone::Refusal, words.sentence, words.nextStep);
}

void InlineNotice::say(Tone tone, const QString &sentence, const QString &nextStep)
{
    // Later, not now: this may run inside the button's own click.
    if (m_button) {
        m_button->hide();
        m_button->deleteLater();
        m_button = nullptr;
    }
    setTone(*this, toneOf(tone));
    setTone(*m_sentence, toneOf(tone));
    m_sentence->ensurePolished();
    m_icon->setPixmap(iconPixmap(
        iconOf(tone), m_sentence->palette().color(QPalette::WindowText), kIconSize, devicePixelRatioF()));
    m_sentence->setText(sentence);
    m_nextStep->setText(nextStep);
    m_nextStep->setVisible(!nextStep.isEmpty());
    show();
}

void InlineNotice::offer(
    const QString &text, const QKeySequence &key, const QString &name, const QString &keyLabel)
{
    if (m_button)
        m_button->deleteLater();
    m_button = new BigButton(text, key, this);
    m_button->setObjectName(name);
    m_button->setAccessibleName(text);
    if (!keyLabel.isEmpty())
        m_button->setKeyLabel(keyLabel);
    layout()->addWidget(m_button);
    connect(m_button, &BigButton::clicked, this, &InlineNotice::accepted);
    m_button->show();
}

void InlineNotice::clear()
{
    m_sentence->clear();
    m_nextStep->clear();
    hide();
}

QString InlineNotice::sentence() const { return m_sentence->text(); }

} // namespace evertill

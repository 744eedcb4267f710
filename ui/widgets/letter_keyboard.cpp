#include "ui/widgets/letter_keyboard.h"

#include "ui/theme/restyle.h"
#include "ui/theme/spaces.h"

#include <QCoreApplication>
#include <QGridLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPushButton>

#include <tuple>

namespace evertill {

using namespace Qt::StringLiterals;

namespace {

// A key is two columns wide, so that a row can begin half a key further in.
constexpr int kKey = 2;
constexpr int kMostInRow = 11;
constexpr int kColumns = kMostInRow * kKey;
constexpr int kRows = 3;
constexpr int kSigns = 2; // behind the letters of the last row
constexpr int kKeyHeight = 52;

/// Capitals of one letter only: what has none ("ß") stays.
QString capital(const QString &letter)
{
    const QString upper = QLocale().toUpper(letter);
    return upper.size() == letter.size() ? upper : letter;
}

} // namespace

LetterKeyboard::LetterKeyboard(QWidget *parent, QLocale::Language language)
    : QFrame(parent), m_alphabets(letterRows(language)), m_grid(new QGridLayout(this))
{
    setObjectName(u"letterKeyboard"_s);
    setAccessibleName(tr("Keyboard"));
    // As keyboards are, wherever reading begins.
    setLayoutDirection(Qt::LeftToRight);
    m_grid->setContentsMargins(kSpace, kSpace, kSpace, kSpace);
    m_grid->setSpacing(kCloseSpace / 2);
    for (int column = 0; column < kColumns; ++column)
        m_grid->setColumnStretch(column, 1);
    addSigns();
    addLetters();
    addFoot();
    showLetters();
}

QPushButton *LetterKeyboard::add(const QString &text, const QString &name, int row, int column, int columns)
{
    auto *key = new QPushButton(text, this);
    key->setObjectName(name);
    key->setAccessibleName(text);
    key->setProperty("letter", true);
    key->setFocusPolicy(Qt::NoFocus);
    key->setMinimumHeight(kKeyHeight);
    key->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Expanding);
    m_grid->addWidget(key, row, column, 1, columns);
    return key;
}

void LetterKeyboard::addSigns()
{
    // Codes are written in these digits everywhere.
    static const QString digits = u"1234567890"_s;
    for (int at = 0; at < digits.size(); ++at) {
        const QString digit = digits.mid(at, 1);
        QPushButton *key = add(digit, u"key"_s + digit, 0, at * kKey, kKey);
        setType(*key, "large");
        connect(key, &QPushButton::clicked, this, [this, digit] { type(digit); });
    }
    QPushButton *back = add(u"\u2190"_s, u"keyErase"_s, 0, int(digits.size()) * kKey, kKey);
    setType(*back, "large");
    back->setAccessibleName(tr("Erase"));
    back->setAutoRepeat(true);
    connect(back, &QPushButton::clicked, this, &LetterKeyboard::erase);
}

void LetterKeyboard::addLetters()
{
    for (int at = 0; at < kRows * kMostInRow; ++at) {
        QPushButton *key = add({}, u"letter%1"_s.arg(at + 1), 0, 0, kKey);
        setType(*key, "large");
        connect(key, &QPushButton::clicked, this, [this, key] { type(key->text()); });
        m_letters.push_back(key);
    }
    m_capitals = add(u"Aa"_s, u"keyCapitals"_s, kRows, 0, kKey);
    m_capitals->setAccessibleName(tr("Capital letters"));
    connect(m_capitals, &QPushButton::clicked, this, [this] {
        m_isCapital = !m_isCapital;
        showLetters();
    });
    for (const auto &[sign, name, column] : {std::tuple(u"-"_s, u"keyHyphen"_s, kColumns - 2 * kKey),
             std::tuple(u"/"_s, u"keySlash"_s, kColumns - kKey)}) {
        QPushButton *key = add(sign, name, kRows, column, kKey);
        setType(*key, "large");
        connect(key, &QPushButton::clicked, this, [this, text = sign] { type(text); });
    }
    layLetters();
}

/// Rows stand in the middle; the last one ends where the signs begin, and what is left before it is the key
/// for capitals.
void LetterKeyboard::layLetters()
{
    const LetterRows &alphabet = m_alphabets[m_alphabet];
    for (int row = 0; row < kRows; ++row) {
        const int count = int(alphabet.at(row).size());
        const bool isLast = row == kRows - 1;
        const int begin = isLast ? kColumns - (count + kSigns) * kKey : (kColumns - count * kKey) / 2;
        for (int at = 0; at < kMostInRow; ++at) {
            QPushButton *key = m_letters[std::size_t(row * kMostInRow + at)];
            m_grid->removeWidget(key);
            key->setVisible(at < count);
            if (at < count)
                m_grid->addWidget(key, row + 1, begin + at * kKey, 1, kKey);
        }
        if (isLast) {
            m_grid->removeWidget(m_capitals);
            m_capitals->setVisible(begin > 0);
            if (begin > 0)
                m_grid->addWidget(m_capitals, kRows, 0, 1, begin);
        }
    }
}

void LetterKeyboard::addFoot()
{
    constexpr int kFoot = kRows + 1;
    constexpr int kWideKey = 3;
    constexpr int kEnter = 4;
    int column = 0;
    const auto place = [&](const QString &text, const QString &name, int columns) {
        QPushButton *key = add(text, name, kFoot, column, columns);
        column += columns;
        return key;
    };
    QPushButton *hide = place(tr("Hide"), u"keyHide"_s, kWideKey);
    hide->setAccessibleName(tr("Hide the keyboard"));
    connect(hide, &QPushButton::clicked, this, &LetterKeyboard::hideRequested);
    if (m_alphabets.size() > 1) {
        m_others = place({}, u"keyAlphabet"_s, kWideKey);
        m_others->setAccessibleName(tr("Other letters"));
        connect(m_others, &QPushButton::clicked, this, [this] {
            m_alphabet = (m_alphabet + 1) % m_alphabets.size();
            layLetters();
            showLetters();
        });
    }
    const auto sign = [&](const QString &text, const QString &name) {
        QPushButton *key = place(text, name, kKey);
        setType(*key, "large");
        connect(key, &QPushButton::clicked, this, [this, text] { type(text); });
    };
    sign(u","_s, u"keyComma"_s);
    QPushButton *space = place(tr("Space"), u"keySpace"_s, kColumns - column - kKey - kEnter);
    connect(space, &QPushButton::clicked, this, [this] { type(u" "_s); });
    sign(u"."_s, u"keyPoint"_s);
    QPushButton *enterKey = place(tr("Enter", "key"), u"keyEnter"_s, kEnter);
    setTone(*enterKey, "primary");
    connect(enterKey, &QPushButton::clicked, this, &LetterKeyboard::enter);
}

void LetterKeyboard::setTarget(QLineEdit *target)
{
    m_target = target;
    begin();
    showLetters();
}

bool LetterKeyboard::prefersCapitals() const
{
    return m_target && m_target->inputMethodHints().testFlag(Qt::ImhPreferUppercase);
}

/// A sentence begins with a capital, and a code is all capitals.
void LetterKeyboard::begin()
{
    m_isCapital = prefersCapitals()
        || (m_target && m_target->text().isEmpty()
            && !m_target->inputMethodHints().testFlag(Qt::ImhNoAutoUppercase));
}

void LetterKeyboard::type(const QString &text)
{
    if (m_target)
        m_target->insert(text);
    if (!prefersCapitals())
        m_isCapital = false;
    showLetters();
}

void LetterKeyboard::erase()
{
    if (!m_target)
        return;
    m_target->backspace();
    if (m_target->text().isEmpty())
        begin();
    showLetters();
}

void LetterKeyboard::enter()
{
    const QPointer<QLineEdit> target = m_target;
    Q_EMIT entered();
    if (!target)
        return;
    // Whatever Enter on a keyboard does there.
    QKeyEvent press(QEvent::KeyPress, Qt::Key_Return, Qt::NoModifier, u"\r"_s);
    QCoreApplication::sendEvent(target, &press);
}

/// Writes on the keys what they type now.
void LetterKeyboard::showLetters()
{
    const LetterRows &alphabet = m_alphabets[m_alphabet];
    for (int row = 0; row < kRows; ++row) {
        for (int at = 0; at < int(alphabet.at(row).size()); ++at) {
            const QString letter = alphabet.at(row).mid(at, 1);
            QPushButton *key = m_letters[std::size_t(row * kMostInRow + at)];
            key->setText(m_isCapital ? capital(letter) : letter);
            key->setAccessibleName(key->text());
        }
    }
    setTone(*m_capitals, m_isCapital ? "chosen" : "");
    if (m_others)
        m_others->setText(m_alphabets[(m_alphabet + 1) % m_alphabets.size()].front().left(3));
}

} // namespace evertill

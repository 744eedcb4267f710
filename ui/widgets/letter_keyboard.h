#pragma once

#include "ui/widgets/letter_layout.h"

#include <QFrame>
#include <QPointer>

class QGridLayout;
class QLineEdit;
class QPushButton;

namespace evertill {

/// Letters, digits and the signs of codes for fingers, laid out as the language's own keyboards are. Types
/// into its target and never takes the focus.
class LetterKeyboard final : public QFrame {
    Q_OBJECT
public:
    explicit LetterKeyboard(QWidget *parent = nullptr, QLocale::Language language = QLocale().language());
    /// The field that the keys write into; none for nowhere. Letters are capitals in a field that prefers
    /// them (Qt::ImhPreferUppercase), and where a sentence begins unless it wants none
    /// (Qt::ImhNoAutoUppercase).
    void setTarget(QLineEdit *target);

Q_SIGNALS:
    void hideRequested();
    /// Before Enter reaches the target.
    void entered();

private:
    QPushButton *add(const QString &text, const QString &name, int row, int column, int columns);
    void addSigns();
    void addLetters();
    void addFoot();
    [[nodiscard]] bool prefersCapitals() const;
    void begin();
    void type(const QString &text);
    void erase();
    void enter();
    void layLetters();
    void showLetters();

    const std::vector<LetterRows> m_alphabets;
    std::size_t m_alphabet = 0;
    bool m_isCapital = false;
    QGridLayout *m_grid;
    std::vector<QPushButton *> m_letters; ///< row by row
    QPushButton *m_capitals = nullptr;
    QPushButton *m_others = nullptr; ///< only where there is another alphabet
    QPointer<QLineEdit> m_target;
};

} // namespace evertill

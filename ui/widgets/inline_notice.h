#pragma once

#include "core/base/currency.h"
#include "core/base/result.h"

#include <QFrame>
#include <QKeySequence>

class QLabel;

namespace evertill {

class BigButton;

/// What has to be said, said beside what caused it: never in a window of its own. Hidden while there is
/// nothing to say. One sentence, below it what to do next, and at most one button that does it.
class InlineNotice : public QFrame {
    Q_OBJECT
public:
    enum class Tone { Refusal, Waiting, Done, Plain };

    explicit InlineNotice(QWidget *parent = nullptr);
    /// The words of ui/words for \a refusal; see wordsFor() about \a currency.
    void refuse(const Refusal &refusal, Currency currency);
    void say(Tone tone, const QString &sentence, const QString &nextStep = {});
    /// Puts a button on the notice; say() and refuse() take it off again. \a name is its objectName; \a
    /// keyLabel is written on it where another part already listens for that key.
    void offer(
        const QString &text, const QKeySequence &key, const QString &name, const QString &keyLabel = {});
    void clear();
    [[nodiscard]] QString sentence() const;

Q_SIGNALS:
    /// The button was pressed.
    void accepted();

private:
    QLabel *m_icon;
    QLabel *m_sentence;
    QLabel *m_nextStep;
    BigButton *m_button = nullptr;
};

} // namespace evertill

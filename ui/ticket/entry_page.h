#pragma once

#include "core/base/currency.h"
#include "core/base/result.h"

#include <QFrame>

#include <optional>

class QLineEdit;

namespace evertill {

class BigButton;
class InlineNotice;

/// Asks for one thing that stands on a card or a paper and no scanner reads: its number, by finger or key.
class EntryPage final : public QFrame {
    Q_OBJECT
public:
    struct Words {
        QString title;
        QString step; ///< what to do
        QString number; ///< spoken, what the number is
        QString hint; ///< where it stands
        QString take; ///< the key, and what it is called in full
        QString takeSpoken;
    };

    /// \a thing names the controls: "customer" makes customerNumber, takeCustomer, customerNotice and
    /// customerBack.
    EntryPage(const QString &thing, const Words &words, int longest, QWidget *parent = nullptr);
    /// With what was refused last, if anything.
    void render(const std::optional<Refusal> &refusal, Currency currency);
    void takeFocus();

Q_SIGNALS:
    void entered(const QString &number);
    void backRequested();

private:
    void enter();

    InlineNotice *m_notice;
    QLineEdit *m_number;
    BigButton *m_take;
};

} // namespace evertill

#pragma once

#include "ui/cash/cash_view.h"

#include <QWidget>

class QLabel;

namespace evertill {

class BigButton;
class FigureList;
class InlineNotice;

/// The shift so far, and what can be done in it.
class ShiftPage final : public QWidget {
    Q_OBJECT
public:
    explicit ShiftPage(const Clock &clock, QWidget *parent = nullptr);
    void render(const CashView &view);

Q_SIGNALS:
    void moveRequested(evertill::CashMoveKind kind);
    void countRequested();
    /// A card payment keeps the shift open: it is to be seen. \a stray: its ticket is gone.
    void paymentRequested(bool stray);

private:
    BigButton *addButton(const QString &text, const QKeySequence &key, const QString &name);

    const Clock &m_clock;
    QLabel *m_title;
    QLabel *m_since;
    InlineNotice *m_notice;
    FigureList *m_figures;
    QWidget *m_actions;
    bool m_isStray = false;
};

} // namespace evertill

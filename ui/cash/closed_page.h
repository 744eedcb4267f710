#pragma once

#include "ui/cash/cash_view.h"

#include <QWidget>

class QLabel;

namespace evertill {

class BigButton;
class FigureList;

/// How the shift ended: over or short in words, and every figure.
class ClosedPage final : public QWidget {
    Q_OBJECT
public:
    explicit ClosedPage(QWidget *parent = nullptr);
    void render(const CashView &view);

Q_SIGNALS:
    void confirmed();

private:
    QLabel *m_title;
    QLabel *m_verdict;
    QLabel *m_backup;
    FigureList *m_figures;
    BigButton *m_done;
};

} // namespace evertill

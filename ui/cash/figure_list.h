#pragma once

#include "ui/cash/shift_figures.h"

#include <QWidget>

class QGridLayout;

namespace evertill {

/// A shift's figures, one under the other; what should lie in the drawer only once it was counted.
class FigureList final : public QWidget {
    Q_OBJECT
public:
    explicit FigureList(QWidget *parent = nullptr);
    void setFigures(const ShiftFigures &figures);

private:
    void addAmount(const QString &label, Money amount, const char *name);
    void addRule();

    QGridLayout *m_grid = nullptr;
    ShiftFigures m_shown;
};

} // namespace evertill

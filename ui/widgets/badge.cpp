#include "ui/widgets/badge.h"

#include <QLocale>

namespace evertill {

Badge::Badge(QWidget *parent) : QLabel(parent)
{
    setProperty("badge", true);
    setAlignment(Qt::AlignCenter);
    setAttribute(Qt::WA_TransparentForMouseEvents);
    hide();
}

void Badge::setCount(int count)
{
    setText(count > 99 ? tr("99+") : locale().toString(count));
    setVisible(count > 0);
    adjustSize();
}

} // namespace evertill

#include "ui/theme/restyle.h"

#include <QStyle>
#include <QVariant>
#include <QWidget>

namespace evertill {

namespace {

void setLook(QWidget &widget, const char *property, const char *value)
{
    const QString wanted = QString::fromLatin1(value);
    if (widget.property(property).toString() == wanted)
        return;
    widget.setProperty(property, wanted);
    // Before it is first shown the style sheet has not looked at it, and will.
    if (widget.testAttribute(Qt::WA_WState_Polished)) {
        widget.style()->unpolish(&widget);
        widget.style()->polish(&widget);
        widget.update();
    }
}

} // namespace

void setTone(QWidget &widget, const char *tone) { setLook(widget, "tone", tone); }

void setType(QWidget &widget, const char *type) { setLook(widget, "type", type); }

} // namespace evertill

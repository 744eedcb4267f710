#pragma once

class QWidget;

namespace evertill {

/// Sets a dynamic property that the style sheet looks at, and redraws \a widget if it changed.
void setTone(QWidget &widget, const char *tone);
void setType(QWidget &widget, const char *type);

} // namespace evertill

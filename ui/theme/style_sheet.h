#pragma once

#include "ui/theme/theme.h"

#include <QString>

class QApplication;

namespace evertill {

/// The one style sheet, made from \a theme. It styles Qt's own classes and these dynamic properties:
///   tone: "primary" (what to press next), "money", "refusal", "waiting", "quiet", "chosen"  (buttons,
///   frames, labels) type: "small", "body", "large", "title", "total", "huge" (labels, fields) panel: true (a
///   frame that is a surface with a border)
/// A property must be set before the widget is first shown; who changes one later calls restyle().
[[nodiscard]] QString styleSheet(const Theme &theme);

/// Fonts, palette, style and style sheet for the whole program. Call once, before the first widget.
void applyTheme(QApplication &application, const Theme &theme);

} // namespace evertill

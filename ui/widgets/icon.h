#pragma once

#include <QColor>
#include <QIcon>
#include <QPixmap>

namespace evertill {

/// The icon resources/icons/\a name.svg with its strokes in \a colour, \a size pixels square, sharp on every
/// screen.
[[nodiscard]] QPixmap iconPixmap(const QString &name, const QColor &colour, int size, qreal pixelRatio = 1.0);
/// The same as an icon for a button.
[[nodiscard]] QIcon icon(const QString &name, const QColor &colour, int size);

} // namespace evertill

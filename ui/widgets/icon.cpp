#include "ui/widgets/icon.h"

#include <QFile>
#include <QPainter>
#include <QSvgRenderer>

namespace evertill {

using namespace Qt::StringLiterals;

QPixmap iconPixmap(const QString &name, const QColor &colour, int size, qreal pixelRatio)
{
    QFile file(u":/icons/"_s + name + u".svg"_s);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QByteArray drawing = file.readAll();
    drawing.replace("currentColor", colour.name().toLatin1());
    const int pixels = qRound(size * pixelRatio);
    QPixmap pixmap(pixels, pixels);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    QSvgRenderer(drawing).render(&painter, QRectF(0, 0, pixels, pixels));
    painter.end();
    pixmap.setDevicePixelRatio(pixelRatio);
    return pixmap;
}

QIcon icon(const QString &name, const QColor &colour, int size)
{
    QIcon made(iconPixmap(name, colour, size));
    made.addPixmap(iconPixmap(name, colour, size, 2.0));
    return made;
}

} // namespace evertill

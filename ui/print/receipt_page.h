#pragma once

#include "core/receipt/receipt_document.h"

#include <QFont>
#include <QFontMetricsF>
#include <QRectF>

class QPaintDevice;
class QPainter;

namespace evertill {

/// Lays a receipt's blocks out one below the other on a device of \a width units, and draws them where there
/// is a painter.
class ReceiptPage final {
public:
    /// \a unitsPerMm: how fine the device is.
    ReceiptPage(QPaintDevice &device, qreal unitsPerMm, qreal widthMm);

    /// Height that \a document takes, in millimetres.
    [[nodiscard]] qreal measure(const ReceiptDocument &document);
    /// Draws \a document with its upper edge at the painter's origin.
    void draw(const ReceiptDocument &document, QPainter &painter);

    /// One block at \a top; the height it took. For std::visit.
    [[nodiscard]] qreal place(const TextBlock &block, qreal top);
    [[nodiscard]] qreal place(const ColumnsBlock &block, qreal top);
    [[nodiscard]] qreal place(const TableRowBlock &block, qreal top);
    [[nodiscard]] qreal place(const RuleBlock &block, qreal top);
    [[nodiscard]] qreal place(const SpaceBlock &block, qreal top);
    [[nodiscard]] qreal place(const TotalBlock &block, qreal top);
    [[nodiscard]] qreal place(const BarcodeBlock &block, qreal top);

private:
    [[nodiscard]] qreal placeAll(const ReceiptDocument &document);
    /// \a text wrapped into \a width at \a left; the height it took.
    [[nodiscard]] qreal text(
        const QString &text, const QFont &font, qreal left, qreal top, qreal width, Align align);
    [[nodiscard]] const QFont &font(Weight weight) const;
    [[nodiscard]] qreal advance(const QString &text, const QFont &font) const;
    [[nodiscard]] qreal mm(qreal millimetres) const { return millimetres * m_unitsPerMm; }

    QPaintDevice &m_device;
    QPainter *m_painter = nullptr; ///< null while measuring
    qreal m_unitsPerMm;
    qreal m_width;
    QFont m_normal;
    QFont m_bold;
    QFont m_large;
    bool m_rightToLeft;
};

} // namespace evertill

#include "ui/print/receipt_pdf.h"

#include "ui/print/receipt_page.h"

#include <QBuffer>
#include <QPageSize>
#include <QPainter>
#include <QPdfWriter>

#include <algorithm>
#include <cmath>

namespace evertill {
namespace {

constexpr qreal kRollMm = 80;
constexpr qreal kMarginMm = 4;
/// Fine enough that a module of a barcode is many units wide, so that rounding it shows nowhere.
constexpr int kUnitsPerInch = 1200;
constexpr qreal kUnitsPerMm = kUnitsPerInch / 25.4;
/// PDF readers take pages up to 200 inches.
constexpr qreal kLongestMm = 5000;

} // namespace

QByteArray renderPdf(const ReceiptDocument &document)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    if (!buffer.open(QIODevice::WriteOnly))
        return {};
    {
        QPdfWriter writer(&buffer);
        writer.setResolution(kUnitsPerInch);
        writer.setTitle(document.title);
        ReceiptPage page(writer, kUnitsPerMm, kRollMm - 2 * kMarginMm);
        const qreal height = std::min(std::ceil(page.measure(document)) + 2 * kMarginMm, kLongestMm);
        // Named, so that Qt does not swap in the nearest standard size.
        const QPageSize size(
            QSizeF(kRollMm, height), QPageSize::Millimeter, document.title, QPageSize::ExactMatch);
        const QMarginsF none(0, 0, 0, 0);
        if (!writer.setPageLayout({size, QPageLayout::Portrait, none, QPageLayout::Millimeter}))
            return {};
        QPainter painter;
        if (!painter.begin(&writer))
            return {};
        painter.translate(kMarginMm * kUnitsPerMm, kMarginMm * kUnitsPerMm);
        page.draw(document, painter);
    }
    return bytes;
}

} // namespace evertill

#include "ui/print/receipt_page.h"

#include "ui/print/code128.h"

#include <QGuiApplication>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace evertill {
namespace {

constexpr qreal kNormalPoints = 8.5;
constexpr qreal kLargePoints = 15;
constexpr qreal kGapMm = 2;
constexpr qreal kRuleMm = 0.2;
constexpr qreal kRuleRoomMm = 2.4;
constexpr qreal kSpaceMm = 3;
constexpr qreal kBarsMm = 13;
/// Two dots of a 203 dpi printer: what a till's scanner reads from any paper is not narrower, and more than
/// 0.33 mm helps nobody.
constexpr qreal kWidestModuleMm = 0.33;
constexpr int kQuietModules = 10;

} // namespace

ReceiptPage::ReceiptPage(QPaintDevice &device, qreal unitsPerMm, qreal widthMm)
    : m_device(device), m_unitsPerMm(unitsPerMm), m_width(widthMm * unitsPerMm),
      m_normal(QGuiApplication::font()), m_rightToLeft(QGuiApplication::layoutDirection() == Qt::RightToLeft)
{
    m_normal.setPointSizeF(kNormalPoints);
    m_bold = m_normal;
    m_bold.setBold(true);
    m_large = m_bold;
    m_large.setPointSizeF(kLargePoints);
}

qreal ReceiptPage::measure(const ReceiptDocument &document)
{
    m_painter = nullptr;
    return placeAll(document) / m_unitsPerMm;
}

void ReceiptPage::draw(const ReceiptDocument &document, QPainter &painter)
{
    m_painter = &painter;
    painter.setLayoutDirection(m_rightToLeft ? Qt::RightToLeft : Qt::LeftToRight);
    static_cast<void>(placeAll(document));
    m_painter = nullptr;
}

qreal ReceiptPage::placeAll(const ReceiptDocument &document)
{
    qreal top = 0;
    for (const ReceiptBlock &block : document.blocks)
        top += std::visit([&](const auto &one) { return place(one, top); }, block);
    return top;
}

const QFont &ReceiptPage::font(Weight weight) const
{
    switch (weight) {
    case Weight::Normal:
        return m_normal;
    case Weight::Bold:
        return m_bold;
    case Weight::Large:
        return m_large;
    }
    return m_normal;
}

qreal ReceiptPage::advance(const QString &text, const QFont &font) const
{
    return std::ceil(QFontMetricsF(font, &m_device).horizontalAdvance(text)) + 1;
}

qreal ReceiptPage::text(
    const QString &text, const QFont &font, qreal left, qreal top, qreal width, Align align)
{
    const Qt::Alignment side = align == Align::Centre ? Qt::AlignHCenter
        : align == Align::Right                       ? Qt::AlignRight
                                                      : Qt::AlignLeft;
    const int flags = int(side) | int(Qt::AlignTop) | int(Qt::TextWrapAnywhere);
    const int wordFlags = int(side) | int(Qt::AlignTop) | int(Qt::TextWordWrap);
    const QFontMetricsF metrics(font, &m_device);
    const QRectF room(left, top, width, 1e7);
    QRectF taken = metrics.boundingRect(room, wordFlags, text);
    const bool wordTooLong = taken.width() > width + 1;
    if (wordTooLong)
        taken = metrics.boundingRect(room, flags, text);
    const qreal height = std::max(taken.height(), metrics.lineSpacing());
    if (m_painter) {
        m_painter->setFont(font);
        const qreal x = m_rightToLeft ? m_width - left - width : left;
        m_painter->drawText(QRectF(x, top, width, height + 1), wordTooLong ? flags : wordFlags, text);
    }
    return height;
}

qreal ReceiptPage::place(const TextBlock &block, qreal top)
{
    return text(block.text, font(block.weight), 0, top, m_width, block.align);
}

qreal ReceiptPage::place(const ColumnsBlock &block, qreal top)
{
    const QFont &face = font(block.weight);
    const qreal left = block.indent * QFontMetricsF(face, &m_device).horizontalAdvance(QLatin1Char('0'));
    const qreal right = block.right.isEmpty() ? 0 : advance(block.right, face);
    const qreal gap = block.right.isEmpty() ? 0 : mm(kGapMm);
    const qreal rest = std::max(m_width - left - right - gap, m_width / 4);
    const qreal leftHeight = text(block.left, face, left, top, rest, Align::Left);
    if (block.right.isEmpty())
        return leftHeight;
    return std::max(leftHeight, text(block.right, face, m_width - right, top, right, Align::Right));
}

qreal ReceiptPage::place(const TableRowBlock &block, qreal top)
{
    if (block.cells.empty())
        return 0;
    const qreal width = m_width / qreal(block.cells.size());
    qreal height = 0;
    qreal left = 0;
    for (const QString &cell : block.cells) {
        const Align align = left > 0 ? Align::Right : Align::Left;
        height = std::max(height, text(cell, font(block.weight), left, top, width, align));
        left += width;
    }
    return height;
}

qreal ReceiptPage::place(const RuleBlock &, qreal top)
{
    if (m_painter) {
        const QRectF line(0, top + mm(kRuleRoomMm - kRuleMm) / 2, m_width, mm(kRuleMm));
        m_painter->fillRect(line, m_painter->pen().color());
    }
    return mm(kRuleRoomMm);
}

qreal ReceiptPage::place(const SpaceBlock &, qreal) { return mm(kSpaceMm); }

qreal ReceiptPage::place(const TotalBlock &block, qreal top)
{
    const qreal amount = advance(block.amount, m_large);
    const qreal label = advance(block.label, m_large);
    if (label + amount + mm(kGapMm) <= m_width) {
        static_cast<void>(text(block.label, m_large, 0, top, label, Align::Left));
        return text(block.amount, m_large, m_width - amount, top, amount, Align::Right);
    }
    const qreal above = text(block.label, m_large, 0, top, m_width, Align::Left);
    return above + text(block.amount, m_large, 0, top + above, m_width, Align::Right);
}

qreal ReceiptPage::place(const BarcodeBlock &block, qreal top)
{
    const std::vector<bool> modules = code128Modules(block.text);
    const qreal gap = mm(kGapMm);
    if (modules.empty())
        return gap + text(block.text, m_normal, 0, top + gap, m_width, Align::Centre);
    const auto count = qreal(modules.size());
    const qreal module = std::floor(std::min(mm(kWidestModuleMm), m_width / (count + 2 * kQuietModules)));
    if (m_painter) {
        qreal left = std::floor((m_width - count * module) / 2);
        for (std::size_t at = 0; at < modules.size();) {
            const auto next = std::find(modules.begin() + std::ptrdiff_t(at), modules.end(), !modules[at]);
            const auto run = qreal(std::size_t(next - modules.begin()) - at);
            if (modules[at])
                m_painter->fillRect(
                    QRectF(left, top + gap, run * module, mm(kBarsMm)), m_painter->pen().color());
            left += run * module;
            at += std::size_t(run);
        }
    }
    const qreal bars = gap + mm(kBarsMm);
    return bars + text(block.text, m_normal, 0, top + bars, m_width, Align::Centre);
}

} // namespace evertill

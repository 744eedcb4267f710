#include "ui/widgets/entry_delegate.h"

#include <QPainter>

namespace evertill {
namespace {

constexpr int kPadding = 12;
constexpr int kLineGap = 2;

} // namespace

EntryDelegate::EntryDelegate(const Theme &theme, QObject *parent)
    : QStyledItemDelegate(parent), m_theme(theme)
{
}

QFont EntryDelegate::font(const QStyleOptionViewItem &option, int pixels, bool bold) const
{
    QFont font = option.font;
    font.setPixelSize(pixels);
    font.setBold(bold);
    return font;
}

QSize EntryDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const int small = QFontMetrics(font(option, m_theme.size.body, false)).height();
    if (index.data(HeadingRole).toBool())
        return {100, small + 2 * kPadding};
    const int large = QFontMetrics(font(option, m_theme.size.large, true)).height();
    return {200, std::max(large + small + kLineGap + 2 * kPadding, m_theme.size.finger)};
}

void EntryDelegate::paint(
    QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    painter->save();
    if (index.data(HeadingRole).toBool())
        paintHeading(*painter, option, index);
    else
        paintEntry(*painter, option, index);
    painter->restore();
}

void EntryDelegate::paintHeading(
    QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const QRect inside = option.rect.adjusted(kPadding, 0, -kPadding, -kPadding / 2);
    painter.setFont(font(option, m_theme.size.body, true));
    painter.setPen(m_theme.colour.quiet);
    const QString text = index.data(Qt::DisplayRole).toString();
    painter.drawText(inside, int(Qt::AlignLeading | Qt::AlignBottom), text);
}

void EntryDelegate::paintGround(QPainter &painter, const QStyleOptionViewItem &option) const
{
    const bool chosen = option.state.testFlag(QStyle::State_Selected);
    if (chosen)
        painter.fillRect(option.rect, m_theme.colour.accentSoft);
    if (chosen && option.state.testFlag(QStyle::State_HasFocus)) {
        const QRect bar(option.rect.left(), option.rect.top(), kPadding / 3, option.rect.height());
        painter.fillRect(QStyle::visualRect(option.direction, option.rect, bar), m_theme.colour.accent);
    }
    painter.fillRect(
        QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1), m_theme.colour.outline);
}

void EntryDelegate::paintEntry(
    QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    paintGround(painter, option);
    const QRect inside = option.rect.adjusted(kPadding, kPadding, -kPadding, -kPadding);
    const QFont large = font(option, m_theme.size.large, true);
    const QFont body = font(option, m_theme.size.body, false);
    const QString when = index.data(WhenRole).toString();
    const int room =
        inside.width() - (when.isEmpty() ? 0 : QFontMetrics(body).horizontalAdvance(when) + kPadding);
    // On the chosen row only the text's own colour has contrast enough.
    const bool chosen = option.state.testFlag(QStyle::State_Selected);
    const auto pen = [&](Role presses) {
        if (chosen)
            return m_theme.colour.text;
        return index.data(presses).toBool() ? m_theme.colour.waiting : m_theme.colour.quiet;
    };
    painter.setFont(large);
    painter.setPen(m_theme.colour.text);
    painter.drawText(inside, int(Qt::AlignLeading | Qt::AlignTop),
        QFontMetrics(large).elidedText(index.data(TitleRole).toString(), Qt::ElideRight, inside.width()));
    painter.setFont(body);
    painter.setPen(pen(LinePressesRole));
    painter.drawText(inside, int(Qt::AlignLeading | Qt::AlignBottom),
        QFontMetrics(body).elidedText(index.data(LineRole).toString(), Qt::ElideRight, room));
    painter.setPen(pen(WhenPressesRole));
    painter.drawText(inside, int(Qt::AlignTrailing | Qt::AlignBottom), when);
}

} // namespace evertill

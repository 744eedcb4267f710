#include "ui/pickups/queue_delegate.h"

#include "ui/pickups/queue_model.h"

#include <QPainter>

namespace evertill {
namespace {

constexpr int kPadding = 12;
constexpr int kLineGap = 2;

} // namespace

QueueDelegate::QueueDelegate(const Theme &theme, QObject *parent)
    : QStyledItemDelegate(parent), m_theme(theme)
{
}

QFont QueueDelegate::font(const QStyleOptionViewItem &option, int pixels, bool bold) const
{
    QFont font = option.font;
    font.setPixelSize(pixels);
    font.setBold(bold);
    return font;
}

QSize QueueDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const int small = QFontMetrics(font(option, m_theme.size.body, false)).height();
    if (index.data(QueueModel::IsHeadingRole).toBool())
        return {100, small + 2 * kPadding};
    const int large = QFontMetrics(font(option, m_theme.size.large, true)).height();
    return {200, std::max(large + small + kLineGap + 2 * kPadding, m_theme.size.finger)};
}

void QueueDelegate::paint(
    QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    painter->save();
    if (index.data(QueueModel::IsHeadingRole).toBool())
        paintHeading(*painter, option, index);
    else
        paintOrder(*painter, option, index);
    painter->restore();
}

void QueueDelegate::paintHeading(
    QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const QRect inside = option.rect.adjusted(kPadding, 0, -kPadding, -kPadding / 2);
    painter.setFont(font(option, m_theme.size.body, true));
    painter.setPen(m_theme.colour.quiet);
    const QString text = index.data(Qt::DisplayRole).toString();
    painter.drawText(inside, int(Qt::AlignLeading | Qt::AlignBottom), text);
}

void QueueDelegate::paintOrder(
    QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
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

    const QRect inside = option.rect.adjusted(kPadding, kPadding, -kPadding, -kPadding);
    const QFont large = font(option, m_theme.size.large, true);
    const QFont body = font(option, m_theme.size.body, false);
    painter.setFont(large);
    painter.setPen(m_theme.colour.text);
    const QString customer = index.data(QueueModel::CustomerRole).toString();
    painter.drawText(inside, int(Qt::AlignLeading | Qt::AlignTop),
        QFontMetrics(large).elidedText(customer, Qt::ElideRight, inside.width()));
    painter.setFont(body);
    painter.setPen(chosen ? m_theme.colour.text : m_theme.colour.quiet);
    painter.drawText(
        inside, int(Qt::AlignLeading | Qt::AlignBottom), index.data(QueueModel::NumberRole).toString());
    if (index.data(QueueModel::LateRole).toBool())
        painter.setPen(chosen ? m_theme.colour.text : m_theme.colour.waiting);
    painter.drawText(
        inside, int(Qt::AlignTrailing | Qt::AlignBottom), index.data(QueueModel::PromiseRole).toString());
}

} // namespace evertill

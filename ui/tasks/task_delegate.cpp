#include "ui/tasks/task_delegate.h"

#include "ui/tasks/tasks_model.h"

#include <QPainter>

namespace evertill {
namespace {

constexpr int kPadding = 12;
constexpr int kLineGap = 2;

} // namespace

TaskDelegate::TaskDelegate(const Theme &theme, QObject *parent) : QStyledItemDelegate(parent), m_theme(theme)
{
}

QFont TaskDelegate::font(const QStyleOptionViewItem &option, int pixels, bool bold) const
{
    QFont font = option.font;
    font.setPixelSize(pixels);
    font.setBold(bold);
    return font;
}

QSize TaskDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const int small = QFontMetrics(font(option, m_theme.size.body, false)).height();
    if (index.data(TasksModel::IsHeadingRole).toBool())
        return {100, small + 2 * kPadding};
    const int large = QFontMetrics(font(option, m_theme.size.large, true)).height();
    return {200, std::max(large + small + kLineGap + 2 * kPadding, m_theme.size.finger)};
}

void TaskDelegate::paint(
    QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    painter->save();
    if (index.data(TasksModel::IsHeadingRole).toBool())
        paintHeading(*painter, option, index);
    else
        paintThing(*painter, option, index);
    painter->restore();
}

void TaskDelegate::paintHeading(
    QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const QRect inside = option.rect.adjusted(kPadding, 0, -kPadding, -kPadding / 2);
    painter.setFont(font(option, m_theme.size.body, true));
    painter.setPen(m_theme.colour.quiet);
    const QString text = index.data(Qt::DisplayRole).toString();
    painter.drawText(inside, int(Qt::AlignLeading | Qt::AlignBottom), text);
}

void TaskDelegate::paintThing(
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
    const QString when = index.data(TasksModel::WhenRole).toString();
    const int room =
        inside.width() - (when.isEmpty() ? 0 : QFontMetrics(body).horizontalAdvance(when) + kPadding);
    painter.setFont(large);
    painter.setPen(m_theme.colour.text);
    painter.drawText(inside, int(Qt::AlignLeading | Qt::AlignTop),
        QFontMetrics(large).elidedText(
            index.data(TasksModel::TitleRole).toString(), Qt::ElideRight, inside.width()));
    painter.setFont(body);
    const bool isPressing = index.data(TasksModel::PressingRole).toBool();
    painter.setPen(chosen ? m_theme.colour.text : isPressing ? m_theme.colour.waiting : m_theme.colour.quiet);
    painter.drawText(inside, int(Qt::AlignLeading | Qt::AlignBottom),
        QFontMetrics(body).elidedText(index.data(TasksModel::LineRole).toString(), Qt::ElideRight, room));
    painter.setPen(chosen ? m_theme.colour.text : m_theme.colour.quiet);
    painter.drawText(inside, int(Qt::AlignTrailing | Qt::AlignBottom), when);
}

} // namespace evertill

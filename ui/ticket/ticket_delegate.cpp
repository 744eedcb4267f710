#include "ui/ticket/ticket_delegate.h"

#include "ui/theme/spaces.h"
#include "ui/ticket/ticket_model.h"

#include <QApplication>
#include <QPainter>

namespace evertill {

namespace {

constexpr int kMargin = 16;
constexpr int kBar = 4;

QFont sized(QFont font, int pixels, bool bold = false)
{
    font.setPixelSize(pixels);
    font.setBold(bold);
    return font;
}

} // namespace

TicketDelegate::TicketDelegate(const Theme &theme, QObject *parent)
    : QStyledItemDelegate(parent), m_theme(theme)
{
}

void TicketDelegate::paint(
    QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const auto *model = static_cast<const TicketModel *>(index.model());
    const TicketModel::Row &row = model->row(index.row());
    const Theme::Colours &colour = m_theme.colour;
    const bool chosen = option.state & QStyle::State_Selected;
    const auto mirrored = [&](const QRect &part) {
        return QStyle::visualRect(option.direction, option.rect, part);
    };

    painter->save();
    painter->fillRect(option.rect, chosen ? colour.accentSoft : colour.surface);
    const QRect bottom(option.rect.left(), option.rect.bottom(), option.rect.width(), 1);
    painter->fillRect(bottom, colour.outline);
    if (chosen)
        painter->fillRect(
            mirrored(QRect(option.rect.topLeft(), QSize(kBar, option.rect.height()))), colour.accent);

    const bool isDeposit = row.source.isDeposit;
    QRect inside = option.rect.adjusted(isDeposit ? 2 * kMargin : kMargin, 8, -kMargin, -9);
    const QFont amountFont = sized(option.font, m_theme.size.large, !isDeposit);
    const int amountWidth = QFontMetrics(amountFont).horizontalAdvance(row.amount);
    painter->setFont(amountFont);
    painter->setPen(colour.text);
    painter->drawText(mirrored(inside), Qt::AlignRight | Qt::AlignVCenter, row.amount);

    inside.setRight(inside.right() - amountWidth - kSpace);
    const QFont nameFont = sized(option.font, m_theme.size.large - 2);
    const QFontMetrics names(nameFont);
    painter->setFont(nameFont);
    const QRect top(inside.left(), inside.top(), inside.width(), names.height());
    painter->drawText(mirrored(top), Qt::AlignLeft | Qt::AlignVCenter,
        names.elidedText(row.source.line.name, Qt::ElideRight, top.width()));

    const QFont small = sized(option.font, m_theme.size.body - 1);
    const QFontMetrics words(small);
    painter->setFont(small);
    painter->setPen(chosen ? colour.text : colour.quiet);
    QRect below(inside.left(), top.bottom() + 3, inside.width(), inside.bottom() - top.bottom() - 2);
    painter->drawText(mirrored(below), Qt::AlignLeft | Qt::AlignVCenter, row.quantity);
    below.setLeft(below.left() + words.horizontalAdvance(row.quantity) + kSpace);
    painter->setPen(chosen ? colour.text : colour.money);
    painter->drawText(mirrored(below), Qt::AlignLeft | Qt::AlignVCenter,
        words.elidedText(row.discount, Qt::ElideRight, below.width()));
    painter->restore();
}

QSize TicketDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    const int height = QFontMetrics(sized(option.font, m_theme.size.large - 2)).height()
        + QFontMetrics(sized(option.font, m_theme.size.body - 1)).height() + 20;
    return {0, qMax(m_theme.size.finger + 16, height)};
}

} // namespace evertill

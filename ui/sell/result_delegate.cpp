#include "ui/sell/result_delegate.h"

#include "ui/sell/result_model.h"
#include "ui/theme/spaces.h"
#include "ui/words/figures.h"

#include <QApplication>
#include <QPainter>

namespace evertill {

using namespace Qt::StringLiterals;

namespace {

constexpr int kMargin = 14;

QFont sized(QFont font, int pixels, bool bold = false)
{
    font.setPixelSize(pixels);
    font.setBold(bold);
    return font;
}

} // namespace

ResultDelegate::ResultDelegate(const Theme &theme, QObject *parent)
    : QStyledItemDelegate(parent), m_theme(theme)
{
}

void ResultDelegate::paint(
    QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Product &product = static_cast<const ResultModel *>(index.model())->product(index.row());
    const Theme::Colours &colour = m_theme.colour;
    const bool chosen = option.state & QStyle::State_Selected;
    const auto mirrored = [&](const QRect &part) {
        return QStyle::visualRect(option.direction, option.rect, part);
    };

    painter->save();
    painter->fillRect(option.rect, chosen ? colour.accentSoft : colour.surface);
    painter->fillRect(
        QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1), colour.outline);

    QRect inside = option.rect.adjusted(kMargin, 8, -kMargin, -9);
    const QFont priceFont = sized(option.font, m_theme.size.large - 2, true);
    const QString price = product.isOpenPrice ? ResultModel::tr("Open price")
        : product.unit == u"ea"_s
        ? moneyText(product.price)
        : ResultModel::tr("%1 / %2", "price per unit").arg(moneyText(product.price), product.unit);
    painter->setFont(priceFont);
    painter->setPen(colour.text);
    painter->drawText(mirrored(inside), Qt::AlignRight | Qt::AlignVCenter, price);

    inside.setRight(inside.right() - QFontMetrics(priceFont).horizontalAdvance(price) - kSpace);
    const QFont nameFont = sized(option.font, m_theme.size.body + 1);
    const QFontMetrics names(nameFont);
    painter->setFont(nameFont);
    const QRect top(inside.left(), inside.top(), inside.width(), names.height());
    painter->drawText(mirrored(top), Qt::AlignLeft | Qt::AlignVCenter,
        names.elidedText(product.name, Qt::ElideRight, top.width()));
    painter->setFont(sized(option.font, m_theme.size.small + 1));
    painter->setPen(chosen ? colour.text : colour.quiet);
    const QRect below(inside.left(), top.bottom() + 2, inside.width(), inside.bottom() - top.bottom() - 1);
    const QString where =
        product.category.isEmpty() ? product.sku : product.sku + u" \u00b7 "_s + product.category;
    painter->drawText(mirrored(below), Qt::AlignLeft | Qt::AlignVCenter, where);
    painter->restore();
}

QSize ResultDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    const int height = QFontMetrics(sized(option.font, m_theme.size.body + 1)).height()
        + QFontMetrics(sized(option.font, m_theme.size.small + 1)).height() + 20;
    return {0, qMax(m_theme.size.finger + 8, height)};
}

} // namespace evertill

#include "ui/sell/product_key.h"

#include "ui/words/figures.h"

#include <QPainter>
#include <QStyleOptionButton>

namespace evertill {

using namespace Qt::StringLiterals;

namespace {

constexpr int kPadding = 10;

} // namespace

ProductKey::ProductKey(QWidget *parent) : QPushButton(parent)
{
    setFocusPolicy(Qt::TabFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
}

void ProductKey::setProduct(const Product &product)
{
    m_product = product;
    const QString name = product.shortName.isEmpty() ? product.name : product.shortName;
    setText(name);
    setAccessibleName(name);
    setObjectName(u"product_"_s + product.sku);
    m_price = product.isOpenPrice ? tr("Open price")
        : product.unit == u"ea"_s
        ? moneyText(product.price)
        : tr("%1 / %2", "price per unit").arg(moneyText(product.price), product.unit);
    update();
}

void ProductKey::paintEvent(QPaintEvent *)
{
    QStyleOptionButton option;
    initStyleOption(&option);
    option.text.clear();
    QPainter painter(this);
    style()->drawControl(QStyle::CE_PushButton, &option, &painter, this);

    const QRect inside = rect().adjusted(kPadding, 8, -kPadding, -8);
    QFont priceFont = font();
    priceFont.setBold(true);
    const int priceHeight = QFontMetrics(priceFont).height();
    const QRect names = inside.adjusted(0, 0, 0, -priceHeight);
    painter.setPen(palette().color(QPalette::ButtonText));
    painter.setFont(font());
    painter.setClipRect(names);
    painter.drawText(names, Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap, text());
    painter.setClipping(false);
    painter.setFont(priceFont);
    painter.drawText(inside, Qt::AlignRight | Qt::AlignBottom, m_price);
}

} // namespace evertill

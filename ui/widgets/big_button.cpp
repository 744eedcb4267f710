#include "ui/widgets/big_button.h"

#include "ui/widgets/icon.h"

#include <QPainter>
#include <QShortcut>
#include <QStyleOptionButton>

namespace evertill {

namespace {

constexpr int kPadding = 14;
constexpr int kGap = 10;
constexpr int kChipPadding = 6;
constexpr int kIconSize = 24;
constexpr int kFinger = 48;

QFont keyFont(const QFont &base)
{
    QFont font = base;
    font.setPixelSize(qMax(12, font.pixelSize() * 3 / 4));
    font.setBold(false);
    return font;
}

QFont detailFont(const QFont &base)
{
    QFont font = base;
    font.setPixelSize(font.pixelSize() * 3 / 2);
    font.setBold(true);
    return font;
}

int chipWidth(const QFont &font, const QString &label)
{
    return label.isEmpty() ? 0 : QFontMetrics(keyFont(font)).horizontalAdvance(label) + 2 * kChipPadding;
}

} // namespace

BigButton::BigButton(const QString &text, const QKeySequence &key, QWidget *parent)
    : QPushButton(text, parent)
{
    if (!key.isEmpty()) {
        m_shortcut = new QShortcut(key, this);
        m_shortcut->setAutoRepeat(false);
        connect(m_shortcut, &QShortcut::activated, this, [this] { click(); });
        m_keyLabel = key.toString(QKeySequence::NativeText);
        if (key == QKeySequence(Qt::Key_Return)) {
            // Keyboards write Enter on both of theirs.
            m_shortcut->setKeys({QKeySequence(Qt::Key_Return), QKeySequence(Qt::Key_Enter)});
            m_keyLabel = tr("Enter", "key");
        }
    }
}

void BigButton::setDetail(const QString &detail)
{
    if (m_detail == detail)
        return;
    m_detail = detail;
    updateGeometry();
    update();
}

void BigButton::setKeyLabel(const QString &label)
{
    m_keyLabel = label;
    updateGeometry();
    update();
}

void BigButton::setIconName(const QString &name)
{
    m_iconName = name;
    updateGeometry();
    update();
}

int BigButton::labelWidth() const
{
    const int icon = m_iconName.isEmpty() ? 0 : kIconSize + kGap;
    return icon + fontMetrics().horizontalAdvance(text());
}

QSize BigButton::sizeHint() const
{
    ensurePolished();
    int width = 2 * kPadding + labelWidth() + 1;
    int height = fontMetrics().height() + 2 * kGap;
    if (!m_detail.isEmpty()) {
        const QFontMetrics detail(detailFont(font()));
        width += kGap + detail.horizontalAdvance(m_detail);
        height = qMax(height, detail.height() + 2 * kGap);
    }
    if (!m_keyLabel.isEmpty())
        width += kGap + chipWidth(font(), m_keyLabel);
    return QSize(width, height).expandedTo({kFinger, kFinger});
}

QRect BigButton::mirrored(const QRect &part) const
{
    return QStyle::visualRect(layoutDirection(), rect(), part);
}

void BigButton::paintEvent(QPaintEvent *)
{
    QStyleOptionButton option;
    initStyleOption(&option);
    option.text.clear();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    style()->drawControl(QStyle::CE_PushButton, &option, &painter, this);

    const QColor ink =
        palette().color(isEnabled() ? QPalette::Active : QPalette::Disabled, QPalette::ButtonText);
    QRect inside = rect().adjusted(kPadding, 0, -kPadding, 0);
    const bool alone = m_detail.isEmpty() && m_keyLabel.isEmpty();
    if (alone && labelWidth() < inside.width())
        inside =
            QRect(inside.center().x() - labelWidth() / 2, inside.top(), labelWidth() + 1, inside.height());
    inside = paintKey(painter, inside, ink);
    painter.setPen(ink);
    inside = paintDetail(painter, inside);
    inside = paintIcon(painter, inside, ink);
    painter.setFont(font());
    painter.drawText(mirrored(inside), Qt::AlignLeft | Qt::AlignVCenter,
        fontMetrics().elidedText(text(), Qt::ElideRight, inside.width()));
}

QRect BigButton::paintKey(QPainter &painter, QRect inside, const QColor &ink) const
{
    if (m_keyLabel.isEmpty())
        return inside;
    const int width = chipWidth(font(), m_keyLabel);
    const int height = QFontMetrics(keyFont(font())).height() + 4;
    const QRect chip(inside.right() - width + 1, inside.center().y() - height / 2 + 1, width, height);
    QColor edge = ink;
    edge.setAlphaF(0.45F);
    painter.setPen(edge);
    painter.setFont(keyFont(font()));
    painter.drawRoundedRect(QRectF(mirrored(chip)).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
    painter.setPen(ink);
    painter.drawText(mirrored(chip), Qt::AlignCenter, m_keyLabel);
    inside.setRight(chip.left() - kGap);
    return inside;
}

QRect BigButton::paintDetail(QPainter &painter, QRect inside) const
{
    if (m_detail.isEmpty())
        return inside;
    painter.setFont(detailFont(font()));
    painter.drawText(mirrored(inside), Qt::AlignRight | Qt::AlignVCenter, m_detail);
    inside.setRight(inside.right() - QFontMetrics(painter.font()).horizontalAdvance(m_detail) - kGap);
    return inside;
}

QRect BigButton::paintIcon(QPainter &painter, QRect inside, const QColor &ink) const
{
    if (m_iconName.isEmpty())
        return inside;
    const QRect place(inside.left(), inside.center().y() - kIconSize / 2 + 1, kIconSize, kIconSize);
    painter.drawPixmap(mirrored(place), iconPixmap(m_iconName, ink, kIconSize, devicePixelRatioF()));
    inside.setLeft(place.right() + kGap);
    return inside;
}

} // namespace evertill

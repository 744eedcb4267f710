#include "ui/widgets/big_button.h"

#include <QPainter>
#include <QShortcut>
#include <QStyleOptionButton>

namespace evertill {

namespace {

constexpr int kPadding = 14;
constexpr int kGap = 10;
constexpr int kChipPadding = 6;

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

int BigButton::textWidth() const
{
    int width = fontMetrics().horizontalAdvance(text());
    if (!icon().isNull())
        width += iconSize().width() + kGap;
    return width;
}

QSize BigButton::sizeHint() const
{
    ensurePolished();
    int width = 2 * kPadding + textWidth();
    int height = fontMetrics().height() + 2 * kGap;
    if (!m_detail.isEmpty()) {
        const QFontMetrics detail(detailFont(font()));
        width += kGap + detail.horizontalAdvance(m_detail);
        height = qMax(height, detail.height() + 2 * kGap);
    }
    if (!m_keyLabel.isEmpty())
        width += kGap + chipWidth(font(), m_keyLabel);
    return QSize(width, height)
        .expandedTo(QPushButton::sizeHint().boundedTo(QSize(1, 1000)))
        .expandedTo(QSize(48, 48));
}

void BigButton::paintEvent(QPaintEvent *)
{
    QStyleOptionButton option;
    initStyleOption(&option);
    option.text.clear();
    option.icon = {};
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    style()->drawControl(QStyle::CE_PushButton, &option, &painter, this);

    const QColor ink =
        palette().color(isEnabled() ? QPalette::Active : QPalette::Disabled, QPalette::ButtonText);
    QRect inside = rect().adjusted(kPadding, 0, -kPadding, 0);
    const auto mirrored = [this](const QRect &part) {
        return QStyle::visualRect(layoutDirection(), rect(), part);
    };

    if (!m_keyLabel.isEmpty()) {
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
    }
    painter.setPen(ink);
    if (!m_detail.isEmpty()) {
        painter.setFont(detailFont(font()));
        painter.drawText(
            mirrored(inside), Qt::AlignRight | Qt::AlignVCenter | Qt::TextIncludeTrailingSpaces, m_detail);
        inside.setRight(inside.right() - QFontMetrics(painter.font()).horizontalAdvance(m_detail) - kGap);
    }
    if (!icon().isNull()) {
        const bool alone = m_detail.isEmpty() && m_keyLabel.isEmpty();
        const int left = alone ? qMax(inside.left(), inside.center().x() - textWidth() / 2) : inside.left();
        const QRect place(
            left, inside.center().y() - iconSize().height() / 2 + 1, iconSize().width(), iconSize().height());
        icon().paint(
            &painter, mirrored(place), Qt::AlignCenter, isEnabled() ? QIcon::Normal : QIcon::Disabled);
        inside.setLeft(place.right() + kGap);
        if (alone)
            inside.setRight(
                qMin(inside.right(), inside.left() + fontMetrics().horizontalAdvance(text()) + 1));
    }
    painter.setFont(font());
    const bool centred = m_detail.isEmpty() && m_keyLabel.isEmpty() && icon().isNull();
    const QString shown = fontMetrics().elidedText(text(), Qt::ElideRight, inside.width());
    painter.drawText(
        mirrored(inside), (centred ? Qt::AlignHCenter : Qt::AlignLeft) | Qt::AlignVCenter, shown);
}

} // namespace evertill

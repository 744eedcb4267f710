#include "ui/shell/rail_button.h"

#include "ui/widgets/badge.h"
#include "ui/widgets/icon.h"

#include <QPainter>
#include <QStyleOptionButton>

namespace evertill {

namespace {

constexpr int kRailIcon = 28;
constexpr int kGap = 4;

} // namespace

RailButton::RailButton(
    const QString &title, const QString &keyLabel, const QString &iconName, QWidget *parent)
    : QPushButton(title, parent), m_keyLabel(keyLabel), m_iconName(iconName), m_badge(new Badge(this))
{
    setProperty("rail", true);
    setCheckable(true);
    setAutoExclusive(true);
    setFocusPolicy(Qt::TabFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void RailButton::setBadge(int count)
{
    m_badge->setCount(count);
    placeBadge();
}

QSize RailButton::sizeHint() const
{
    ensurePolished();
    const int lines = 2 * fontMetrics().height();
    const int widest = qMax(fontMetrics().horizontalAdvance(text()), kRailIcon);
    return {widest + 24, kRailIcon + lines + 2 * kGap + 16};
}

void RailButton::paintEvent(QPaintEvent *)
{
    QStyleOptionButton option;
    initStyleOption(&option);
    option.text.clear();
    QPainter painter(this);
    style()->drawControl(QStyle::CE_PushButton, &option, &painter, this);

    // The style sheet tells states apart by the option, not by the palette: ask it for the colour that goes
    // with this state.
    const QColor ink =
        isChecked() ? palette().color(QPalette::BrightText) : palette().color(QPalette::ButtonText);
    const int line = fontMetrics().height();
    int y = (height() - kRailIcon - 2 * line - kGap) / 2;
    painter.drawPixmap(
        (width() - kRailIcon) / 2, y, iconPixmap(m_iconName, ink, kRailIcon, devicePixelRatioF()));
    y += kRailIcon + kGap;
    QFont bold = font();
    bold.setBold(isChecked());
    painter.setPen(ink);
    painter.setFont(bold);
    painter.drawText(QRect(0, y, width(), line), Qt::AlignCenter, text());
    painter.setFont(font());
    painter.setOpacity(0.85);
    painter.drawText(QRect(0, y + line, width(), line), Qt::AlignCenter, m_keyLabel);
}

void RailButton::resizeEvent(QResizeEvent *event)
{
    QPushButton::resizeEvent(event);
    placeBadge();
}

void RailButton::placeBadge()
{
    const QSize size = m_badge->sizeHint();
    const QRect corner(width() - size.width() - 8, 6, size.width(), size.height());
    m_badge->setGeometry(QStyle::visualRect(layoutDirection(), rect(), corner));
}

} // namespace evertill

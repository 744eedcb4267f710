#include "ui/shell/room.h"

namespace evertill {

Room::Room(RoomName name, QString title, QKeySequence key, QString icon, QWidget *parent)
    : QWidget(parent), m_name(name), m_title(std::move(title)), m_key(std::move(key)), m_icon(std::move(icon))
{
}

void Room::setBadge(int count)
{
    if (m_badge == count)
        return;
    m_badge = count;
    Q_EMIT badgeChanged(count);
}

void Room::setBusy(bool busy)
{
    if (m_busy == busy)
        return;
    m_busy = busy;
    Q_EMIT busyChanged(busy);
}

} // namespace evertill

#include "ui/shell/room.h"

namespace evertill {

Room::Room(RailEntry entry, QWidget *parent) : QWidget(parent), m_entry(std::move(entry)) { }

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

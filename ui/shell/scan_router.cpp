#include "ui/shell/scan_router.h"

namespace evertill {

ScanRouter::ScanRouter(QObject *parent) : QObject(parent) { }

void ScanRouter::addRoom(Room *room)
{
    m_rooms.push_back(room);
    connect(room, &Room::busyChanged, this, [this] { deliver(); });
}

void ScanRouter::setOpenRoom(Room *room)
{
    m_open = room;
    deliver();
}

void ScanRouter::take(const QString &text)
{
    m_waiting.append(text);
    deliver();
}

void ScanRouter::deliver()
{
    if (m_delivering)
        return;
    m_delivering = true;
    while (!m_waiting.isEmpty() && m_open && !m_open->isBusy())
        deliver(m_waiting.takeFirst());
    m_delivering = false;
}

void ScanRouter::deliver(const QString &text)
{
    if (m_open->takeScan(text))
        return;
    for (Room *room : m_rooms) {
        if (room != m_open && !room->isBusy() && room->takeScan(text)) {
            Q_EMIT roomTookScan(room);
            return;
        }
    }
    m_open->refuseScan(text);
}

} // namespace evertill

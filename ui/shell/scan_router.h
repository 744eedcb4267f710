#pragma once

#include "ui/shell/room.h"

#include <QStringList>

#include <vector>

namespace evertill {

/// Brings each scan to the room that can use it: the open one first, then the others in the rail's order.
/// Scans wait, in order, while the open room is busy, so that none is lost while something is being saved.
class ScanRouter : public QObject {
    Q_OBJECT
public:
    explicit ScanRouter(QObject *parent = nullptr);

    void addRoom(Room *room);
    void setOpenRoom(Room *room);
    void take(const QString &text);
    [[nodiscard]] qsizetype waiting() const { return m_waiting.size(); }

Q_SIGNALS:
    /// Another room than the open one took a scan: open it.
    void roomTookScan(Room *room);

private:
    void deliver();
    void deliver(const QString &text);

    std::vector<Room *> m_rooms;
    Room *m_open = nullptr;
    QStringList m_waiting;
    bool m_delivering = false;
};

} // namespace evertill

#pragma once

#include "ui/shell/rail_entry.h"

#include <QWidget>

namespace evertill {

/// A workspace of the window: one entry of the rail and one page. The shell shows it, hands it scans and asks
/// it about Esc. A room with other rooms to go to asks by roomRequested; it knows no other room.
class Room : public QWidget {
    Q_OBJECT
public:
    explicit Room(RailEntry entry, QWidget *parent = nullptr);

    [[nodiscard]] const RailEntry &entry() const { return m_entry; }
    [[nodiscard]] RoomName name() const { return m_entry.name; }
    [[nodiscard]] int badge() const { return m_badge; }
    [[nodiscard]] bool isBusy() const { return m_busy; }

    /// A scanner read \a text (never empty, no line end). True where this room took it, also where it answers
    /// with a refusal of its own. False where it is nothing of this room's: the shell offers it to the other
    /// rooms in the rail's order and opens the one that takes it. Never called while the room is busy: the
    /// shell keeps scans, in order, until it is not.
    [[nodiscard]] virtual bool takeScan(const QString &text) = 0;
    /// No room took \a text: say so, inline. Called on the room that is open.
    virtual void refuseScan(const QString &text) = 0;
    /// Esc, which the shell alone listens for (write it on a button by setKeyLabel): goes one step back and
    /// loses nothing. False where there is no step to go back.
    [[nodiscard]] virtual bool goBack() { return false; }
    /// The room has been opened, also for the first time: put the focus where work begins, look up what may
    /// have changed.
    virtual void entered() { }
    /// Another room asked, by thingRequested, for \a thing to be shown here: the room is open already. What
    /// names a thing is this room's to say: an order's id for Pickups. Other rooms have none.
    virtual void showThing([[maybe_unused]] const QString &thing) { }
    /// Replica or ledger have changed under the room, open or not: look up again what is shown, cheaply.
    virtual void dataChanged() { }

Q_SIGNALS:
    /// \a count of things that wait in here; 0 hides the badge.
    void badgeChanged(int count);
    void busyChanged(bool busy);
    void roomRequested(RoomName room);
    /// The same, and what to show there.
    void thingRequested(RoomName room, const QString &thing);
    /// Something was written to the ledger: the shell tells sync and the other rooms.
    void ledgerGrew();

protected:
    void setBadge(int count);
    /// While busy (a sale is being saved), scans wait.
    void setBusy(bool busy);

private:
    RailEntry m_entry;
    int m_badge = 0;
    bool m_busy = false;
};

} // namespace evertill

#pragma once

#include "ui/shell/room.h"

#include <QMainWindow>

#include <map>

class QStackedWidget;
class QVBoxLayout;

namespace evertill {

class Clock;
class FootBar;
class RailButton;
class ScanListener;
class ScanRouter;
struct ConnectionStatus;
struct TillConfig;

/// The one window: the rail that switches rooms, the open room, the foot bar. It brings scans to rooms, takes
/// Esc to the open one, and knows no room by its class.
class MainWindow : public QMainWindow {
    Q_OBJECT
public:
    /// \a clock and \a config outlive it.
    MainWindow(const Clock &clock, const TillConfig &config, QWidget *parent = nullptr);
    ~MainWindow() override;

    /// Adds \a room, which the window owns from now on, at the end of the rail. The first one is open.
    void addRoom(Room *room);
    void openRoom(RoomName name);
    [[nodiscard]] Room *openedRoom() const { return m_open; }
    void showStatus(const ConnectionStatus &status);
    /// Replica or ledger have changed: every room looks again.
    void dataChanged();
    /// A scan from another door than the keyboard: a serial or network scanner.
    void takeScan(const QString &text);

Q_SIGNALS:
    /// Some room wrote to the ledger.
    void ledgerGrew();

private:
    void open(Room *room);

    std::map<RoomName, Room *> m_rooms;
    std::map<Room *, RailButton *> m_buttons;
    Room *m_open = nullptr;
    QVBoxLayout *m_rail;
    QStackedWidget *m_pages;
    FootBar *m_footBar;
    ScanListener *m_listener;
    ScanRouter *m_router;
};

} // namespace evertill

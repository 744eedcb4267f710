#pragma once

#include "ui/shell/room.h"

#include <QMainWindow>

#include <functional>
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

    /// Adds a room at the end of the rail. The first one is made and opened at once; any other is made by
    /// \a make, which hands it over to the window, when it is first asked for.
    void addRoom(const RailEntry &entry, std::function<Room *()> make);
    /// Makes the rooms that nobody has asked for yet, one a turn of the event loop, so that a key pressed
    /// meanwhile waits for one room at most.
    void makeRooms();
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
    struct Place {
        std::function<Room *()> make;
        RailButton *button = nullptr;
        Room *room = nullptr; ///< nothing until it is made
    };

    [[nodiscard]] Place *nextUnmade();
    [[nodiscard]] Room *made(Place &place);
    void open(Room *room);
    void tellOthers(const Room *writer);

    std::map<RoomName, Place> m_places;
    Room *m_open = nullptr;
    QVBoxLayout *m_rail;
    QStackedWidget *m_pages;
    FootBar *m_footBar;
    ScanListener *m_listener;
    ScanRouter *m_router;
};

} // namespace evertill

#include "ui/shell/main_window.h"

#include "ui/shell/foot_bar.h"
#include "ui/shell/keyboard_dock.h"
#include "ui/shell/rail_button.h"
#include "ui/shell/scan_listener.h"
#include "ui/shell/scan_router.h"

#include <QHBoxLayout>
#include <QShortcut>
#include <QStackedWidget>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>

namespace evertill {

using namespace Qt::StringLiterals;

MainWindow::MainWindow(const Clock &clock, const TillConfig &config, QWidget *parent)
    : QMainWindow(parent), m_rail(new QVBoxLayout), m_pages(new QStackedWidget(this)),
      m_footBar(new FootBar(clock, config, this)), m_listener(new ScanListener(this)),
      m_router(new ScanRouter(this))
{
    setObjectName(u"mainWindow"_s);
    setWindowTitle(tr("Evertill"));
    m_pages->setObjectName(u"pages"_s);

    auto *rail = new QFrame(this);
    rail->setObjectName(u"rail"_s);
    rail->setLayout(m_rail);
    m_rail->setContentsMargins(6, 8, 6, 8);
    m_rail->setSpacing(6);
    m_rail->addStretch(1);

    auto *middle = new QHBoxLayout;
    middle->setSpacing(0);
    middle->addWidget(rail);
    middle->addWidget(m_pages, 1);
    auto *all = new QWidget(this);
    auto *column = new QVBoxLayout(all);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(middle, 1);
    column->addWidget(m_footBar);
    setCentralWidget(all);
    new KeyboardDock(m_pages);

    connect(m_listener, &ScanListener::scanned, this, &MainWindow::takeScan);
    connect(m_router, &ScanRouter::roomTookScan, this, &MainWindow::open);
    auto *back = new QShortcut(QKeySequence(Qt::Key_Escape), this);
    connect(back, &QShortcut::activated, this, [this] {
        if (m_open && !m_open->isBusy())
            (void)m_open->goBack();
    });
}

MainWindow::~MainWindow() = default;

void MainWindow::addRoom(const RailEntry &entry, std::function<Room *()> make)
{
    auto *button =
        new RailButton(entry.title, entry.key.toString(QKeySequence::NativeText), entry.icon, this);
    button->setObjectName(u"rail"_s + entry.icon);
    button->setAccessibleName(entry.title);
    m_rail->insertWidget(m_rail->count() - 1, button);
    m_places[entry.name] = {std::move(make), button, nullptr};

    const auto go = [this, name = entry.name] { openRoom(name); };
    connect(button, &RailButton::clicked, this, go);
    auto *shortcut = new QShortcut(entry.key, this);
    shortcut->setAutoRepeat(false);
    connect(shortcut, &QShortcut::activated, this, go);
    if (!m_open)
        openRoom(entry.name);
}

void MainWindow::makeRooms()
{
    Place *next = nextUnmade();
    if (!next)
        return;
    (void)made(*next);
    QTimer::singleShot(0, this, &MainWindow::makeRooms);
}

MainWindow::Place *MainWindow::nextUnmade()
{
    const auto found =
        std::find_if(m_places.begin(), m_places.end(), [](const auto &place) { return !place.second.room; });
    return found == m_places.end() ? nullptr : &found->second;
}

Room *MainWindow::made(Place &place)
{
    if (place.room)
        return place.room;
    Room *room = place.room = place.make();
    m_pages->addWidget(room);
    m_router->addRoom(room);
    place.button->setBadge(room->badge());
    connect(room, &Room::badgeChanged, place.button, &RailButton::setBadge);
    connect(room, &Room::roomRequested, this, &MainWindow::openRoom);
    connect(room, &Room::thingRequested, this, [this](RoomName name, const QString &thing) {
        openRoom(name);
        if (m_open->name() == name)
            m_open->showThing(thing);
    });
    connect(room, &Room::ledgerGrew, this, [this, room] { tellOthers(room); });
    return room;
}

void MainWindow::tellOthers(const Room *writer)
{
    for (const auto &[name, place] : m_places) {
        if (place.room && place.room != writer)
            place.room->dataChanged();
    }
    Q_EMIT ledgerGrew();
}

void MainWindow::openRoom(RoomName name)
{
    const auto found = m_places.find(name);
    if (found != m_places.end())
        open(made(found->second));
}

void MainWindow::open(Room *room)
{
    m_open = room;
    m_places.at(room->name()).button->setChecked(true);
    m_pages->setCurrentWidget(room);
    room->entered();
    m_router->setOpenRoom(room);
}

void MainWindow::showStatus(const ConnectionStatus &status) { m_footBar->showStatus(status); }

void MainWindow::dataChanged()
{
    for (const auto &[name, place] : m_places) {
        if (place.room)
            place.room->dataChanged();
    }
}

/// What is scanned may be any room's, so all of them are asked.
void MainWindow::takeScan(const QString &text)
{
    while (Place *next = nextUnmade())
        (void)made(*next);
    m_router->take(text);
}

} // namespace evertill

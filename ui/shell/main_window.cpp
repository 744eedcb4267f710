#include "ui/shell/main_window.h"

#include "ui/shell/foot_bar.h"
#include "ui/shell/rail_button.h"
#include "ui/shell/scan_listener.h"
#include "ui/shell/scan_router.h"

#include <QHBoxLayout>
#include <QShortcut>
#include <QStackedWidget>
#include <QVBoxLayout>

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

    connect(m_listener, &ScanListener::scanned, m_router, &ScanRouter::take);
    connect(m_router, &ScanRouter::roomTookScan, this, &MainWindow::open);
    auto *back = new QShortcut(QKeySequence(Qt::Key_Escape), this);
    connect(back, &QShortcut::activated, this, [this] {
        if (m_open && !m_open->isBusy())
            (void)m_open->goBack();
    });
}

MainWindow::~MainWindow() = default;

void MainWindow::addRoom(Room *room)
{
    auto *button =
        new RailButton(room->title(), room->key().toString(QKeySequence::NativeText), room->icon(), this);
    button->setObjectName(u"rail"_s + room->icon());
    button->setAccessibleName(room->title());
    m_rail->insertWidget(m_rail->count() - 1, button);
    m_pages->addWidget(room);
    m_rooms[room->name()] = room;
    m_buttons[room] = button;
    m_router->addRoom(room);

    connect(button, &RailButton::clicked, this, [this, room] { open(room); });
    auto *shortcut = new QShortcut(room->key(), this);
    shortcut->setAutoRepeat(false);
    connect(shortcut, &QShortcut::activated, this, [this, room] { open(room); });
    connect(room, &Room::badgeChanged, button, &RailButton::setBadge);
    connect(room, &Room::roomRequested, this, &MainWindow::openRoom);
    connect(room, &Room::ledgerGrew, this, [this, room] {
        for (const auto &[name, other] : m_rooms) {
            if (other != room)
                other->dataChanged();
        }
        Q_EMIT ledgerGrew();
    });
    if (!m_open)
        open(room);
}

void MainWindow::openRoom(RoomName name)
{
    const auto found = m_rooms.find(name);
    if (found != m_rooms.end())
        open(found->second);
}

void MainWindow::open(Room *room)
{
    m_open = room;
    m_buttons.at(room)->setChecked(true);
    m_pages->setCurrentWidget(room);
    room->entered();
    m_router->setOpenRoom(room);
}

void MainWindow::showStatus(const ConnectionStatus &status) { m_footBar->showStatus(status); }

void MainWindow::dataChanged()
{
    for (const auto &[name, room] : m_rooms)
        room->dataChanged();
}

void MainWindow::takeScan(const QString &text) { m_router->take(text); }

} // namespace evertill

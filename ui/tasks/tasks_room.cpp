#include "ui/tasks/tasks_room.h"

#include "ui/tasks/task_pane.h"
#include "ui/tasks/tasks_model.h"
#include "ui/theme/spaces.h"
#include "ui/widgets/scroll_page.h"

#include <QHBoxLayout>
#include <QHideEvent>
#include <QListView>

using namespace Qt::StringLiterals;

namespace evertill {
namespace {

constexpr int kListWidth = 360;

} // namespace

RailEntry TasksRoom::railEntry()
{
    return {RoomName::Tasks, tr("Tasks"), QKeySequence(Qt::Key_F8), u"tasks"_s};
}

TasksRoom::TasksRoom(const TillServices &services, const Theme &theme, QWidget *parent)
    : Room(railEntry(), parent), m_presenter(services), m_model(new TasksModel(services.clock, this)),
      m_list(new QListView(this)), m_task(new TaskPane(m_presenter, services.clock, this))
{
    m_list->setObjectName(u"taskList"_s);
    m_list->setAccessibleName(tr("What needs you"));
    m_list->setModel(m_model);
    m_list->setItemDelegate(new EntryDelegate(theme, this));
    m_list->setFixedWidth(kListWidth);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setEditTriggers(QListView::NoEditTriggers);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(kWideSpace, kWideSpace, kWideSpace, kWideSpace);
    row->setSpacing(kWideSpace);
    row->addWidget(m_list);
    row->addWidget(new ScrollPage(m_task, this), 1);

    connect(m_list, &QListView::clicked, this, &TasksRoom::openAt);
    connect(m_list, &QListView::activated, this, &TasksRoom::openAt);
    connect(&m_presenter, &TasksPresenter::viewChanged, this, &TasksRoom::render);
    connect(&m_presenter, &TasksPresenter::ledgerGrew, this, &TasksRoom::ledgerGrew);
    connect(&m_presenter, &TasksPresenter::orderRequested, this,
        [this](const QString &order) { Q_EMIT thingRequested(RoomName::Pickups, order); });
    connect(&m_presenter, &TasksPresenter::saleRequested, this,
        [this](const QString &attempt) { Q_EMIT thingRequested(RoomName::Sell, attempt); });
    render();
}

void TasksRoom::render()
{
    const TasksView &view = m_presenter.view();
    setBusy(view.busy);
    setBadge(view.waiting);
    const QModelIndex before = m_list->currentIndex();
    const QString id = view.open ? idOf(*view.open) : before.data(TasksModel::IdRole).toString();
    const int row = before.row();
    m_model->setItems(view);
    const QModelIndex same = m_model->indexOf(id);
    m_list->setCurrentIndex(same.isValid() || id.isEmpty() ? same : m_model->nearest(row));
    m_list->setVisible(!view.items.empty());
    m_task->render(view);
    // What was open is done with: the next thing is chosen from the list.
    if (std::exchange(m_wasOpen, view.open.has_value()) && !view.open && isVisible())
        m_list->setFocus();
}

void TasksRoom::openAt(const QModelIndex &index)
{
    m_presenter.open(index.data(TasksModel::IdRole).toString());
}

bool TasksRoom::takeScan(const QString &) { return false; }

void TasksRoom::refuseScan(const QString &text) { m_presenter.refuseScan(text); }

bool TasksRoom::goBack() { return m_presenter.goBack(); }

void TasksRoom::entered()
{
    m_presenter.watch(true);
    m_list->setFocus();
}

void TasksRoom::dataChanged() { m_presenter.refresh(); }

void TasksRoom::hideEvent(QHideEvent *event)
{
    // A window put away for a moment is still the same look at the room.
    if (!event->spontaneous())
        m_presenter.watch(false);
    Room::hideEvent(event);
}

} // namespace evertill

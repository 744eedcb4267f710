#include "ui/pickups/pickups_room.h"

#include "ui/pickups/order_pane.h"
#include "ui/pickups/queue_model.h"
#include "ui/theme/spaces.h"
#include "ui/widgets/scroll_page.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QListView>

using namespace Qt::StringLiterals;

namespace evertill {
namespace {

constexpr int kQueueWidth = 320;
constexpr int kBlinkMs = 3000;

} // namespace

RailEntry PickupsRoom::railEntry()
{
    return {RoomName::Pickups, tr("Pickups"), QKeySequence(Qt::Key_F2), u"pickups"_s};
}

PickupsRoom::PickupsRoom(const TillServices &services, const Theme &theme, QWidget *parent)
    : Room(railEntry(), parent), m_presenter(services), m_model(new QueueModel(services.clock, this)),
      m_queue(new QListView(this)), m_order(new OrderPane(m_presenter, services.clock, this))
{
    m_queue->setObjectName(u"pickupQueue"_s);
    m_queue->setAccessibleName(tr("Orders"));
    m_queue->setModel(m_model);
    m_queue->setItemDelegate(new EntryDelegate(theme, this));
    m_queue->setFixedWidth(kQueueWidth);
    m_queue->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_queue->setEditTriggers(QListView::NoEditTriggers);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(kWideSpace, kWideSpace, kWideSpace, kWideSpace);
    row->setSpacing(kWideSpace);
    row->addWidget(m_queue);
    row->addWidget(new ScrollPage(m_order, this), 1);

    connect(m_queue->selectionModel(), &QItemSelectionModel::currentChanged, this,
        [this](const QModelIndex &current) {
            if (!m_rendering)
                openOrderAt(current);
        });
    connect(m_queue, &QListView::clicked, this, &PickupsRoom::openOrderAt);
    connect(m_queue, &QListView::activated, this, &PickupsRoom::openOrderAt);
    connect(&m_presenter, &PickupsPresenter::viewChanged, this, &PickupsRoom::render);
    connect(&m_presenter, &PickupsPresenter::ledgerGrew, this, &PickupsRoom::ledgerGrew);
    connect(&m_presenter, &PickupsPresenter::orderArrived, this, &PickupsRoom::announce);
    render();
}

void PickupsRoom::render()
{
    const PickupsView &view = m_presenter.view();
    setBusy(view.busy);
    setBadge(view.waiting);
    m_rendering = true;
    m_model->setQueue(view.queue);
    m_queue->setCurrentIndex(view.open ? m_model->indexOf(view.open->card.order) : QModelIndex());
    m_rendering = false;
    m_order->render(view);
}

void PickupsRoom::openOrderAt(const QModelIndex &index)
{
    const QString order = index.data(QueueModel::OrderRole).toString();
    if (!order.isEmpty())
        m_presenter.open(order);
}

void PickupsRoom::announce()
{
    QApplication::beep();
    QApplication::alert(window(), kBlinkMs);
}

bool PickupsRoom::takeScan(const QString &text) { return m_presenter.takeScan(text); }

void PickupsRoom::refuseScan(const QString &text) { m_presenter.refuseScan(text); }

bool PickupsRoom::goBack() { return m_presenter.goBack(); }

void PickupsRoom::entered()
{
    m_presenter.refresh();
    m_queue->setFocus();
}

void PickupsRoom::showThing(const QString &thing) { m_presenter.open(thing); }

void PickupsRoom::dataChanged() { m_presenter.refresh(); }

} // namespace evertill

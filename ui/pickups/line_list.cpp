#include "ui/pickups/line_list.h"

#include "ui/pickups/pick_line_row.h"

#include <QKeyEvent>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace evertill {

LineList::LineList(QWidget *parent)
    : QScrollArea(parent), m_page(new QWidget), m_column(new QVBoxLayout(m_page))
{
    setObjectName(u"orderLines"_s);
    setAccessibleName(tr("Lines of the order"));
    setWidgetResizable(true);
    setFocusPolicy(Qt::StrongFocus);
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->addStretch();
    setWidget(m_page);
}

void LineList::render(const PickupDetail &order, std::size_t current)
{
    while (m_rows.size() > order.lines.size()) {
        delete m_rows.back();
        m_rows.pop_back();
    }
    while (m_rows.size() < order.lines.size()) {
        auto *row = new PickLineRow(m_rows.size(), m_page);
        connect(row, &PickLineRow::countRequested, this, &LineList::countRequested);
        connect(row, &PickLineRow::notAvailableRequested, this, &LineList::notAvailableRequested);
        m_column->insertWidget(m_column->count() - 1, row);
        row->show();
        m_rows.push_back(row);
    }
    for (std::size_t at = 0; at < m_rows.size(); ++at)
        m_rows[at]->render(order.lines[at], order.canPick, at == current);
    if (current != m_current && current < m_rows.size())
        ensureWidgetVisible(m_rows[current]);
    m_current = current;
}

void LineList::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Up:
        if (m_current > 0)
            Q_EMIT lineChosen(m_current - 1);
        return;
    case Qt::Key_Down:
        Q_EMIT lineChosen(m_current + 1);
        return;
    case Qt::Key_Plus:
        Q_EMIT countRequested(m_current, 1);
        return;
    case Qt::Key_Minus:
        Q_EMIT countRequested(m_current, -1);
        return;
    case Qt::Key_N:
        if (event->modifiers() == Qt::ControlModifier)
            return Q_EMIT notAvailableRequested(m_current);
        break;
    default:
        break;
    }
    QScrollArea::keyPressEvent(event);
}

} // namespace evertill

#pragma once

#include "tests/ui/counter/counter.h"
#include "ui/pickups/queue_model.h"

#include <QListView>

using namespace Qt::StringLiterals;

namespace evertill {

/// A counter with one order: two teas and one honey.
struct Web : Counter {
    Goods tea = stock({u"T"_s, u"Green tea"_s, u"4006381333931"_s, 350});
    Goods honey = stock({u"H"_s, u"Acacia honey"_s, u"5901234123457"_s, 795});
    Goods soap = stock({u"S"_s, u"Soap"_s, u"9780201379624"_s, 199});
    QString first = order(u"W-1001"_s, u"Ada Lovelace"_s, u"K7QX9P"_s,
        {{tea, Quantity::pieces(2)}, {honey, Quantity::pieces(1)}});
};

/// What the rows of the queue say.
inline QStringList queue(QWidget &room)
{
    QStringList rows;
    const auto *list = part<QListView>(room, u"pickupQueue"_s);
    for (int row = 0; row < list->model()->rowCount(); ++row)
        rows += list->model()->index(row, 0).data().toString();
    return rows;
}

inline void openOrder(QWidget &room, const QString &order)
{
    auto *list = part<QListView>(room, u"pickupQueue"_s);
    list->setCurrentIndex(qobject_cast<QueueModel *>(list->model())->indexOf(order));
}

} // namespace evertill

#pragma once

#include "tests/ui/counter/counter.h"
#include "ui/tasks/tasks_model.h"

#include <QJsonDocument>
#include <QListView>
#include <QTest>

namespace evertill {

/// A counter whose OMS reports a clash: W-1001 was handed over here after its shopper had cancelled it.
struct Clashes : Counter {
    static constexpr char kCancelled[] =
        R"({"at":1795257300000000,"currency":"EUR","customer":"Ada Lovelace","kind":"pickup.handed_over",)"
        R"("number":"W-1001","order":"o","state":"cancelled","steps":[{"epoch":1,"kind":"pickup.handed_over",)"
        R"("lines":[{"line":1,"name":"Green tea","quantity":2000,"sku":"T"}],"seq":2}],)"
        R"("till":"BER1T1","total":700})";

    /// The OMS reports \a facts as a task, the \a minute-th minute of the day; its id.
    QString report(const QString &code, const QByteArray &facts, int minute = 0, bool settled = false)
    {
        const QString task = QStringLiteral("BER1T1:1:%1:%2").arg(minute + 2).arg(code);
        tell(task, Entity::Task,
            TaskRow{task, code, clock.now() + std::chrono::minutes(minute), settled, facts});
        return task;
    }
    QString cancelledOrder() { return report(QStringLiteral("order_not_open"), kCancelled); }
    /// Goods of which the OMS counts \a onHand pieces.
    void level(const Goods &goods, int onHand)
    {
        tell(goods.sku, Entity::Stock, StockRow{goods.sku, Quantity::pieces(onHand), {}});
    }
};

/// What the rows of the list say.
inline QStringList listed(QWidget &room)
{
    QStringList rows;
    const auto *list = room.findChild<QListView *>(QStringLiteral("taskList"));
    for (int row = 0; row < list->model()->rowCount(); ++row)
        rows += list->model()->index(row, 0).data().toString();
    return rows;
}

/// A finger on the \a row-th row, headings counted.
inline void touch(QWidget &room, int row)
{
    auto *list = part<QListView>(room, QStringLiteral("taskList"));
    const QPoint at = list->visualRect(list->model()->index(row, 0)).center();
    QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, at);
}

} // namespace evertill

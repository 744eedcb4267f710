#pragma once

#include "tests/sandbox/booking/fact.h"
#include "tests/sandbox/store/work_unit.h"

#include <QStringList>

namespace evertill::sandbox {

/// The commercial clashes that facts raised, each open until a till settles it.
class TaskBook final {
public:
    explicit TaskBook(WorkUnit &work) : m_work(work) { }

    /// Opens the task (till, epoch, seq, \a code) of this fact.
    void open(const Fact &fact, const QString &code, const QJsonObject &facts, const QString &order = {});
    /// Opens order_not_open, or adds this step to the one that is open already for this till and order: a
    /// till that picked, readied and handed over one closed order made one mistake, not three.
    void openForClosedOrder(
        const Fact &fact, const QString &order, const QString &state, const QJsonObject &step);
    /// Opens unknown_product where one of \a skus is not in the catalogue; says whether it did.
    bool askAboutUnknownProducts(const Fact &fact, QStringList skus);

    /// task.settled
    Outcome bookSettled(const Fact &fact);

private:
    WorkUnit &m_work;
};

} // namespace evertill::sandbox

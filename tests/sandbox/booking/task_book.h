#pragma once

#include "tests/sandbox/booking/fact.h"
#include "tests/sandbox/store/work_unit.h"

namespace evertill::sandbox {

/// The commercial clashes that facts raised, each open until a till settles it. The facts of each task name
/// the till, the kind and the instant of the event that raised it; the contract's TaskRow says the rest.
class TaskBook final {
public:
    explicit TaskBook(WorkUnit &work) : m_work(work) { }

    /// Opens the task (till, epoch, seq, \a code) of this fact.
    void open(const Fact &fact, const QString &code, QJsonObject facts, const QString &order = {});
    /// Opens order_not_open with \a about and this step, or adds the step to the one that is open already for
    /// this till and order: a till that picked, readied and handed over one closed order made one mistake,
    /// not three.
    void openForClosedOrder(
        const Fact &fact, const QString &order, const QJsonObject &about, const QJsonObject &step);
    /// Opens unknown_product where a product that the fact or one of its lines names is not in the catalogue;
    /// says whether it did.
    bool askAboutUnknownProducts(const Fact &fact);
    /// Opens stock_negative, one per fact, where this fact took the level of \a sku from \a before, zero or
    /// more, to \a after, below zero. A level that was below zero already is an old question: it is asked
    /// again only once the product has been counted. Nothing for a product that the catalogue doesn't know.
    void askAboutShortStock(const Fact &fact, const QString &sku, qint64 before, qint64 after);
    /// Whether \a fact raised a task of its own.
    [[nodiscard]] bool isRaisedBy(const Fact &fact);

    /// task.settled: the first one's note stands.
    Outcome bookSettled(const Fact &fact);

    /// As the catalogue has it; the sku itself where it doesn't.
    [[nodiscard]] QString nameOf(const QString &sku);

private:
    [[nodiscard]] bool isKnown(const QString &sku);
    [[nodiscard]] QJsonObject factsOf(const QString &task);
    void setFacts(const QString &task, const QJsonObject &facts);

    WorkUnit &m_work;
};

} // namespace evertill::sandbox

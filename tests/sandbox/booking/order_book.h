#pragma once

#include "tests/sandbox/booking/fact.h"
#include "tests/sandbox/store/work_unit.h"

#include <optional>

namespace evertill::sandbox {

/// Pickup orders and their reservations: new → picking → ready → handed_over, or rejected by the store, or
/// cancelled by the shopper. A step on an order that is closed already changes no state, moves the goods as
/// they moved, and opens a task.
class OrderBook final {
public:
    explicit OrderBook(WorkUnit &work) : m_work(work) { }

    /// One of the pickup.* kinds.
    Outcome bookStep(const Fact &fact);
    /// The shopper changed their mind. False where the order is unknown or closed.
    bool cancel(const QString &order);

    [[nodiscard]] std::optional<QString> state(const QString &order);
    [[nodiscard]] static bool isOpen(const QString &state);

private:
    /// A step may say nothing of the goods that it moves or releases (pickup.rejected): the order does.
    void touchGoods(const QString &order);
    void takeStep(const Fact &fact, const QString &order, const QString &state);
    void rejectItem(const Fact &fact, const QString &order);
    /// The goods that left, whatever the order's state says.
    void moveGoods(const Fact &fact, const QString &order);
    void releaseAll(const QString &order, const QString &reason, const Fact *cause);
    void setState(const QString &order, const QString &state);
    /// The order ends in \a state by this till's fact.
    void close(const Fact &fact, const QString &order, const QString &state);
    /// What a person has to know of an order that is closed.
    [[nodiscard]] QJsonObject about(const QString &order);
    /// What the till did with it.
    [[nodiscard]] QJsonObject stepOf(const Fact &fact);

    WorkUnit &m_work;
};

} // namespace evertill::sandbox

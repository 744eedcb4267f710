#pragma once

#include "tests/sandbox/booking/fact.h"
#include "tests/sandbox/store/work_unit.h"

#include <optional>

namespace evertill::sandbox {

/// Stock on hand and reserved, in thousandths. A level changes by a movement only, so that the movements of a
/// product always add up to its level. A level may go below zero: the goods did leave; the fact that took it
/// there raises stock_negative.
class StockBook final {
public:
    explicit StockBook(WorkUnit &work) : m_work(work) { }

    struct Movement {
        QString sku;
        qint64 onHand = 0;
        qint64 reserved = 0;
        QString reason;
        QString reference;
    };
    /// \a cause is the till's event, or null for what the shop or a shopper did.
    void move(const Movement &movement, const Fact *cause = nullptr);
    /// Books the movement that brings the level to \a wanted; false where it is there already.
    bool setOnHand(const QString &sku, qint64 wanted);
    /// Nothing where the shop never told of a level and nothing moved.
    [[nodiscard]] std::optional<qint64> onHand(const QString &sku);

    /// stock.adjusted
    Outcome bookAdjusted(const Fact &fact);

private:
    WorkUnit &m_work;
};

} // namespace evertill::sandbox

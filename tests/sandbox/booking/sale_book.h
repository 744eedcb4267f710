#pragma once

#include "tests/sandbox/booking/fact.h"
#include "tests/sandbox/store/work_unit.h"

#include <QJsonArray>

namespace evertill::sandbox {

/// sale.completed: the sale with its lines, tenders and taxes; the goods leave the store; the receipt joins
/// the feed.
class SaleBook final {
public:
    explicit SaleBook(WorkUnit &work) : m_work(work) { }

    Outcome book(const Fact &fact);

private:
    /// Books the lines; returns their gross sum.
    qint64 bookLines(const Fact &fact, const QJsonArray &lines, const QString &sale);
    void bookHead(const Fact &fact);
    void bookDiscounts(const Fact &fact, const QJsonArray &discounts, const QJsonArray &lines);
    void countUse(const QString &promotion, qint64 amount);
    void checkLine(const Fact &fact, const QJsonValue &line);

    WorkUnit &m_work;
};

} // namespace evertill::sandbox

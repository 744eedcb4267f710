#pragma once

#include "tests/sandbox/booking/fact.h"
#include "tests/sandbox/store/work_unit.h"

#include <QJsonArray>

namespace evertill::sandbox {

/// Tenders and taxes of sales and returns, and the findings of the OMS's own arithmetic.
class MoneyBook final {
public:
    explicit MoneyBook(WorkUnit &work) : m_work(work) { }

    /// \a direction is `sale` or `return`. Returns the sum of the tenders.
    qint64 bookTenders(const Fact &fact, const QString &direction, const QJsonArray &tenders);
    void bookTaxes(const Fact &fact, const QString &direction, const QJsonArray &taxes);
    /// Σ tax of them.
    [[nodiscard]] static qint64 taxIn(const QJsonArray &taxes);
    /// Writes down that a fact's sums do not hold. The fact is booked as it was stated all the same.
    void find(const Fact &fact, const QString &finding);

private:
    WorkUnit &m_work;
};

} // namespace evertill::sandbox

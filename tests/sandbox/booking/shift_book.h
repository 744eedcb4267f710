#pragma once

#include "tests/sandbox/booking/fact.h"
#include "tests/sandbox/store/work_unit.h"

#include <map>

namespace evertill::sandbox {

/// Shifts, cash movements and card attempts.
class ShiftBook final {
public:
    explicit ShiftBook(WorkUnit &work) : m_work(work) { }

    Outcome bookOpened(const Fact &fact);
    Outcome bookCashMoved(const Fact &fact);
    /// Also finds where the drawer's expected cash differs from what the booked sales, returns and movements
    /// give.
    Outcome bookClosed(const Fact &fact);
    /// One of the payment.* kinds.
    Outcome bookPayment(const Fact &fact);

private:
    /// float + cash kept of sales − cash of returns + pay-ins − pay-outs − drops; the shift's booked counts
    /// beside it.
    void checkAgainstBooks(const Fact &fact);
    /// By currency.
    [[nodiscard]] std::map<QString, qint64> notesInBooks(const QString &shift);
    [[nodiscard]] qint64 one(const char *sql, const QString &shift);
    [[nodiscard]] qint64 one(const char *sql, const QString &shift, const QString &kind);

    WorkUnit &m_work;
};

} // namespace evertill::sandbox

#pragma once

#include "tests/sandbox/booking/fact.h"
#include "tests/sandbox/store/work_unit.h"

#include <QJsonArray>
#include <optional>
#include <set>

namespace evertill::sandbox {

/// return.completed: what came back, the money that went out, and whether it was more than was left on the
/// receipt. What was returned of a receipt is always the sum of the booked lines, so a return that overtook
/// its sale still counts.
class ReturnBook final {
public:
    explicit ReturnBook(WorkUnit &work) : m_work(work) { }

    Outcome book(const Fact &fact);

private:
    struct Receipt {
        QString number;
        Position sale;
        QString till;
    };
    [[nodiscard]] std::optional<Receipt> receiptOf(const Fact &fact);
    void bookHead(
        const Fact &fact, const std::optional<QString> &ofReceipt, const std::optional<QString> &ofSale);
    qint64 bookLines(const Fact &fact, const std::optional<QString> &ofReceipt, std::set<qint64> &ofLines);
    /// The lines of which more came back, or more was refunded, than was left before this return.
    [[nodiscard]] QJsonArray excesses(
        const Fact &fact, const Receipt &receipt, const std::set<qint64> &ofLines);
    /// `{till, receipt}` of each other return that took from one of these lines.
    [[nodiscard]] QJsonArray others(
        const Fact &fact, const QString &receipt, const std::set<qint64> &ofLines);
    bool judge(const Fact &fact, const std::set<qint64> &ofLines);

    WorkUnit &m_work;
};

} // namespace evertill::sandbox

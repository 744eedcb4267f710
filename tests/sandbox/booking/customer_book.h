#pragma once

#include "tests/sandbox/booking/fact.h"
#include "tests/sandbox/store/refusal.h"
#include "tests/sandbox/store/work_unit.h"

#include <QJsonArray>

namespace evertill::sandbox {

/// Customers: who they are, their points, and what they owe. Both sums are those of their movements and stand
/// nowhere else; what is free is that less the holds that have not ended. A customer is known by the SHA-256
/// of their card's number.
class CustomerBook final {
public:
    explicit CustomerBook(WorkUnit &work) : m_work(work) { }

    /// Fifteen minutes.
    static constexpr qint64 holdLength = 15 * 60'000'000LL;
    enum class Purse { Points, Account };

    /// What a sale does: its tenders in points and on account take, each ends its hold; then it earns. What
    /// goes beyond what was there is one points_overdrawn, one account_overdrawn per fact.
    void bookSale(const Fact &fact);
    /// What a return does: its tenders give back; then earned points are taken back, down to none.
    void bookReturn(const Fact &fact);

    /// A Customer, for a till whose events are counted up to \a through. Refuses `unknown_customer` (404).
    [[nodiscard]] Result<QJsonObject> look(const QString &card, const QString &currency, Position through);
    /// Keeps up to what is wished under the till's own id; the same again, the same answer. Refuses
    /// `bad_request`, `unknown_customer` (404), `nothing_left`, `hold_used` (409).
    [[nodiscard]] Result<QJsonObject> hold(
        Purse purse, const QString &till, const QString &card, const QJsonObject &wish);
    void release(const QString &card, const QString &hold);
    /// The office says who has the card with \a number: name, groups, points, account_limit (null: pays at
    /// once); what is left out stays. \a id: of a customer who is new.
    [[nodiscard]] Result<QJsonObject> put(const QString &number, const QJsonObject &wish, const QString &id);

private:
    struct Taken {
        QJsonArray cards;
        qint64 missing = 0;
    };
    [[nodiscard]] bool isKnown(const QString &card);
    [[nodiscard]] qint64 sum(const char *sql, const QString &card);
    /// What is there, holds not counted.
    [[nodiscard]] qint64 balance(Purse purse, const QString &card);
    [[nodiscard]] qint64 held(Purse purse, const QString &card);
    void move(Purse purse, const QString &card, qint64 amount, const QString &reason, const Fact *fact);
    [[nodiscard]] Taken bookTenders(const Fact &fact, Purse purse, bool isSale);
    void askForTheRest(const Fact &fact, const QString &code, const Taken &taken);

    WorkUnit &m_work;
};

} // namespace evertill::sandbox

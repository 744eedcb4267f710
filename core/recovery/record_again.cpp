#include "core/recovery/record_again.h"

#include "core/audit/replay.h"
#include "core/journal/epoch.h"

#include <sqlite3.h>

using namespace Qt::StringLiterals;

namespace evertill {
namespace {

/// Undone when it goes out of scope, unless keep() was called.
class Savepoint final {
public:
    explicit Savepoint(Database &database) : m_database(database)
    {
        m_database.statement("SAVEPOINT fact").run();
    }
    ~Savepoint()
    {
        if (!m_isKept)
            m_database.statement("ROLLBACK TO fact").run();
        m_database.statement("RELEASE fact").run();
    }
    Savepoint(const Savepoint &) = delete;
    Savepoint &operator=(const Savepoint &) = delete;
    void keep() { m_isKept = true; }

private:
    Database &m_database;
    bool m_isKept = false;
};

} // namespace

Result<bool> appendAndProject(
    Ledger::Transaction &tx, const Event &fact, const std::optional<Position> &origin)
{
    Event event = fact;
    event.origin = origin;
    // As the journal will have it; its hash means nothing to a table.
    event.position = {tx.epoch(), tx.head().position.seq + 1};
    {
        Savepoint savepoint(tx.database());
        try {
            if (auto projected = replay(event, tx.database()); !projected)
                return tl::unexpected(projected.error());
        } catch (const SQLite::Exception &error) {
            if (error.getErrorCode() != SQLITE_CONSTRAINT)
                throw;
            return false;
        }
        savepoint.keep();
    }
    tx.appendAgain(fact, origin);
    return true;
}

Result<RecordAgain::Report> RecordAgain::run(std::span<const Event> facts, bool isLast)
{
    return m_ledger.transact([&](Ledger::Transaction &tx) -> Result<Report> {
        Journal journal(tx.database());
        Report report;
        for (const Event &fact : facts) {
            const Position origin = fact.countsAt();
            if (fact.position.epoch >= tx.epoch())
                return refuse(Code::BadAnswer,
                    {{u"problem"_s,
                        u"%1-%2 is of no epoch before this one"_s.arg(fact.position.epoch)
                            .arg(fact.position.seq)}});
            if (isOfJournal(fact.kind) || journal.holds(origin)) {
                ++report.known;
                continue;
            }
            const auto taken = appendAndProject(tx, fact, origin);
            if (!taken)
                return tl::unexpected(taken.error());
            ++(*taken ? report.recorded : report.left);
        }
        if (isLast)
            EpochMarks(tx.database()).setRecoveryDue(false);
        return report;
    });
}

} // namespace evertill

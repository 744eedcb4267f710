#include "core/recovery/ledger_builder.h"

#include "core/audit/replay.h"
#include "core/journal/epoch.h"
#include "core/recovery/record_again.h"
#include "core/sale/cart_store.h"

#include <sqlite3.h>

using namespace Qt::StringLiterals;

namespace evertill {
namespace {

tl::unexpected<Refusal> broken(Position at, const QString &problem)
{
    return refuse(
        Code::BadAnswer, {{u"problem"_s, u"event %1-%2: %3"_s.arg(at.epoch).arg(at.seq).arg(problem)}});
}

} // namespace

LedgerBuilder::LedgerBuilder(const QString &path)
    : m_database(std::make_unique<Database>(path, Database::Kind::Copy))
{
    if (!migrate(*m_database, u"ledger"_s))
        qFatal("an empty ledger is newer than this program");
}

Result<> LedgerBuilder::add(std::span<const Event> events)
{
    WriteTransaction transaction(*m_database);
    Journal journal(*m_database);
    Head head = m_head;
    for (Event event : events) {
        if (event.position <= head.position)
            return broken(event.position, u"out of order"_s);
        event.previous = head.hash;
        if (chained(head.hash, event.envelope()) != event.hash)
            return broken(event.position, u"hash differs"_s);
        try {
            journal.insert(event);
            if (const auto projected = replay(event, *m_database); !projected)
                return projected;
        } catch (const SQLite::Exception &error) {
            if (error.getErrorCode() != SQLITE_CONSTRAINT)
                throw;
            return broken(event.position, QString::fromUtf8(error.what()));
        }
        head = {event.position, event.hash};
    }
    transaction.commit();
    m_head = head;
    return {};
}

Result<Head> LedgerBuilder::finish(const TillConfig &config, std::int64_t epoch)
{
    Journal journal(*m_database);
    if (const auto fault = findChainFault(journal))
        return broken(fault->position, fault->problem);
    saveTillConfig(*m_database, config);
    EpochMarks(*m_database).setCopyBeyond(epoch);
    m_database.reset();
    return m_head;
}

Result<int> carryFacts(Ledger &ledger, Database &source, Position common)
{
    return ledger.transact([&](Ledger::Transaction &tx) -> Result<int> {
        int carried = 0;
        std::optional<Refusal> refusal;
        Journal(source).each(common, [&](const Event &event) {
            if (isOfJournal(event.kind))
                return true;
            const auto taken = appendAndProject(tx, event, event.origin);
            if (!taken)
                refusal = taken.error();
            else if (!*taken)
                refusal = Refusal{Code::DamagedFile,
                    {{u"problem"_s,
                        u"event %1-%2 contradicts what lies before it"_s.arg(event.position.epoch)
                            .arg(event.position.seq)}}};
            ++carried;
            return !refusal;
        });
        if (refusal)
            return tl::unexpected(*refusal);
        carryOpenCart(source, tx.database());
        return carried;
    });
}

} // namespace evertill

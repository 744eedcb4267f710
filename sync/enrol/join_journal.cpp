#include "sync/enrol/join_journal.h"

#include "core/journal/journal_index.h"
#include "core/journal/ledger.h"
#include "core/journal/ledger_files.h"
#include "core/journal/seal.h"
#include "core/recovery/ledger_builder.h"
#include "core/replica/files/replica_files.h"
#include "core/store/machine_failure.h"

using namespace Qt::StringLiterals;

namespace evertill {
namespace {

constexpr int kPiece = 500;

tl::unexpected<Refusal> ownFacts(const QString &till)
{
    return refuse(Code::BadInput,
        {{u"problem"_s,
            u"%1 has a journal at the OMS, and this folder has facts that are not in it: enrol it in an empty folder"_s
                .arg(till)}});
}

/// The ledger in a folder, where there is one.
struct OwnLedger {
    std::unique_ptr<Database> database;
    QString till; ///< empty where it was never enrolled
    bool hasFacts = false;
};

Result<OwnLedger> ownLedgerIn(const DataFolder &folder)
{
    const LedgerFiles files(folder);
    if (auto finished = files.finish(); !finished)
        return tl::unexpected(finished.error());
    if (!folder.files->exists(files.path()))
        return OwnLedger();
    OwnLedger own;
    own.database = std::make_unique<Database>(files.path(), Database::Kind::Ledger);
    if (auto migrated = migrate(*own.database, u"ledger"_s); !migrated)
        return tl::unexpected(migrated.error());
    own.hasFacts = JournalIndex(*own.database).hasFacts();
    const auto config = loadTillConfig(*own.database);
    if (!config && config.error().code != Code::NotEnrolled)
        return tl::unexpected(config.error());
    // A till that stood alone takes its facts along under its first name.
    if (config && config->till != bareTill(config->currency).till)
        own.till = config->till;
    return own;
}

Result<> checkFits(const OwnLedger &own, const QString &till, Position accepted)
{
    if (own.hasFacts && own.till != till && accepted != Position())
        return ownFacts(till);
    return {};
}

class Joining final {
public:
    Joining(const DataFolder &folder, const TillConfig &config, const JournalAtOms &oms,
        const JournalAtOms *former, const Clock &clock, Random &random)
        : m_folder(folder), m_files(folder), m_config(config), m_oms(oms), m_former(former), m_clock(clock),
          m_random(random)
    {
    }

    [[nodiscard]] Result<Joined> run();

private:
    [[nodiscard]] Result<Joined> joinOwn(const Accepted &accepted);
    [[nodiscard]] Result<Joined> keep(Joined joined);
    [[nodiscard]] Result<Joined> rebuild(const Accepted &accepted);
    [[nodiscard]] Result<Joined> rebase(const Head &common, std::int64_t beyond);
    [[nodiscard]] Result<Joined> move();
    /// The last event of the folder's journal that \a chain holds.
    [[nodiscard]] Result<Head> commonHead(const JournalAtOms &chain);
    /// Makes the file at \a part a ledger in a new epoch, with the folder's facts beyond \a common.
    [[nodiscard]] Result<int> carry(const QString &part, Position common);

    DataFolder m_folder;
    LedgerFiles m_files;
    const TillConfig &m_config;
    const JournalAtOms &m_oms;
    const JournalAtOms *m_former;
    const Clock &m_clock;
    Random &m_random;
    OwnLedger m_own;
};

Result<Joined> Joining::run()
{
    const auto accepted = m_oms.position();
    if (!accepted)
        return tl::unexpected(accepted.error());
    auto own = ownLedgerIn(m_folder);
    if (!own)
        return tl::unexpected(own.error());
    m_own = std::move(*own);
    if (auto fits = checkFits(m_own, m_config.till, accepted->position); !fits)
        return tl::unexpected(fits.error());
    const bool isOwn = m_own.till == m_config.till;
    if (accepted->position == Position())
        return isOwn || m_own.till.isEmpty() || !m_own.hasFacts ? keep({}) : move();
    return isOwn ? joinOwn(*accepted) : rebuild(*accepted);
}

Result<Joined> Joining::joinOwn(const Accepted &accepted)
{
    Journal journal(*m_own.database);
    const auto event = journal.at(accepted.position);
    if (event && event->hash == accepted.hash)
        return keep({Joined::GoesOn, {accepted.position, accepted.hash}, 0});
    const auto common = commonHead(m_oms);
    if (!common)
        return tl::unexpected(common.error());
    if (common->position == Position())
        return m_own.hasFacts ? ownFacts(m_config.till) : rebuild(accepted);
    // Where all that the folder has beyond is an epoch that it opened after a restore, the OMS will take it.
    const auto next = journal.after(common->position, 1);
    if (!next.empty() && next.front().position.seq == 1
        && next.front().position.epoch > accepted.position.epoch)
        return keep({Joined::GoesOn, *common, 0});
    return rebase(*common, std::max(accepted.position.epoch, journal.head().position.epoch));
}

Result<Joined> Joining::keep(Joined joined)
{
    m_own.database.reset();
    const auto ledger = Ledger::open(m_folder, m_clock, m_random);
    if (!ledger)
        return tl::unexpected(ledger.error());
    saveTillConfig((*ledger)->database(), m_config);
    return joined;
}

Result<Joined> Joining::rebuild(const Accepted &accepted)
{
    LedgerBuilder builder(m_files.freshPart());
    Position after;
    for (bool more = true; more;) {
        const auto piece = m_oms.after(after, kPiece);
        if (!piece)
            return tl::unexpected(piece.error());
        if (auto added = builder.add(piece->events); !added)
            return tl::unexpected(added.error());
        if (!piece->events.empty())
            after = piece->events.back().position;
        more = piece->more;
    }
    const auto head = builder.finish(m_config, accepted.position.epoch);
    if (!head)
        return tl::unexpected(head.error());
    m_own.database.reset();
    if (auto replaced = m_files.replaceByPart(); !replaced)
        return tl::unexpected(replaced.error());
    return keep({Joined::Rebuilt, *head, 0});
}

Result<Joined> Joining::rebase(const Head &common, std::int64_t beyond)
{
    const QString part = m_files.freshPart();
    {
        LedgerBuilder builder(part);
        Journal journal(*m_own.database);
        for (Position after; after < common.position;) {
            auto events = journal.after(after, kPiece);
            std::erase_if(events, [&](const Event &event) { return event.position > common.position; });
            if (auto added = builder.add(events); !added)
                return tl::unexpected(added.error());
            after = events.back().position;
        }
        if (const auto head = builder.finish(m_config, beyond); !head)
            return tl::unexpected(head.error());
    }
    const auto carried = carry(part, common.position);
    if (!carried)
        return tl::unexpected(carried.error());
    return keep({Joined::Rebased, common, *carried});
}

Result<Joined> Joining::move()
{
    const auto common = m_former ? commonHead(*m_former) : Result<Head>(Head{});
    if (!common)
        return tl::unexpected(common.error());
    const std::int64_t beyond = Journal(*m_own.database).head().position.epoch;
    const QString part = m_files.freshPart();
    if (const auto head = LedgerBuilder(part).finish(m_config, beyond); !head)
        return tl::unexpected(head.error());
    const auto carried = carry(part, common->position);
    if (!carried)
        return tl::unexpected(carried.error());
    const ReplicaFiles replica(m_folder);
    replica.removePointer();
    replica.removeAllBut(0);
    return keep({Joined::Moved, *common, *carried});
}

Result<int> Joining::carry(const QString &part, Position common)
{
    auto key = SealKey::keptAt(m_folder.file(u"seal.key"_s), m_random, *m_folder.files);
    if (!key)
        return tl::unexpected(key.error());
    int carried = 0;
    {
        auto ledger = Ledger::openAt(part, std::move(*key), m_clock, m_random);
        if (!ledger)
            return tl::unexpected(ledger.error());
        const auto done = carryFacts(**ledger, *m_own.database, common);
        if (!done)
            return tl::unexpected(done.error());
        carried = *done;
    }
    m_own.database.reset();
    if (auto replaced = m_files.replaceByPart(); !replaced)
        return tl::unexpected(replaced.error());
    return carried;
}

Result<Head> Joining::commonHead(const JournalAtOms &chain)
{
    // Hashes are chained: where one event is the same, so is all before it.
    JournalIndex own(*m_own.database);
    std::int64_t same = 0;
    std::int64_t end = Journal(*m_own.database).countAfter({}) + 1;
    while (end - same > 1) {
        const std::int64_t middle = same + (end - same) / 2;
        const auto holds = chain.holds(own.nth(middle - 1));
        if (!holds)
            return tl::unexpected(holds.error());
        (*holds ? same : end) = middle;
    }
    return same > 0 ? own.nth(same - 1) : Head{};
}

} // namespace

Result<> checkMayJoin(const DataFolder &folder, const QString &till, Position accepted)
{
    return refusingFailures(LedgerFiles(folder).path(), [&]() -> Result<> {
        const auto own = ownLedgerIn(folder);
        return own ? checkFits(*own, till, accepted) : tl::unexpected(own.error());
    });
}

Result<Joined> joinJournal(const DataFolder &folder, const TillConfig &config, const JournalAtOms &oms,
    const JournalAtOms *former, const Clock &clock, Random &random)
{
    const LedgerFiles files(folder);
    auto joined = refusingFailures(
        files.path(), [&] { return Joining(folder, config, oms, former, clock, random).run(); });
    if (!joined)
        files.dropPart(); // a full disk needs the room
    return joined;
}

} // namespace evertill

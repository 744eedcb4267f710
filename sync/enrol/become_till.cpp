#include "sync/enrol/become_till.h"

#include "core/journal/epoch.h"
#include "core/journal/ledger_files.h"
#include "core/journal/seal.h"
#include "core/store/machine_failure.h"
#include "sync/enrol/journal_over_https.h"

using namespace Qt::StringLiterals;

namespace evertill {
namespace {

Result<SealKey> sealKeyIn(const DataFolder &folder, Random &random)
{
    const QString path = folder.file(u"seal.key"_s);
    const LedgerFiles ledger(folder);
    if (auto finished = ledger.finish(); !finished)
        return tl::unexpected(finished.error());
    if (!folder.files->exists(path) && folder.files->exists(ledger.path())) {
        Database database(ledger.path(), Database::Kind::Ledger);
        if (auto migrated = migrate(database, u"ledger"_s); !migrated)
            return tl::unexpected(migrated.error());
        EpochMarks marks(database);
        marks.setCopyBeyond(marks.copyBeyond().value_or(0));
    }
    return SealKey::keptAt(path, random, *folder.files);
}

/// The journal of the till that the folder is enrolled as, asked with the certificate that it has.
std::optional<JournalOverHttps> formerJournal(const DataFolder &folder)
{
    const QString path = LedgerFiles(folder).path();
    const auto identity = loadOmsIdentity(folder.path);
    if (!identity || !folder.files->exists(path))
        return std::nullopt;
    Database ledger(path, Database::Kind::Reader);
    const auto config = loadTillConfig(ledger);
    return config ? std::optional(JournalOverHttps(config->till, *identity)) : std::nullopt;
}

Result<BecameTill> become(const BecomeTill &wish, const Clock &clock, Random &random)
{
    const auto preview = previewEnrolment(wish.oms, wish.ca, wish.code);
    if (!preview)
        return tl::unexpected(preview.error());
    if (auto fits = checkMayJoin(wish.folder, preview->till, preview->accepted.position); !fits)
        return tl::unexpected(fits.error());
    const auto key = sealKeyIn(wish.folder, random);
    if (!key)
        return tl::unexpected(key.error());
    const auto former = formerJournal(wish.folder);
    auto enrolled = enrol({wish.oms, wish.ca, wish.code, wish.folder, key->publicKey()});
    if (!enrolled)
        return tl::unexpected(enrolled.error());
    const JournalOverHttps journal(enrolled->config.till, enrolled->identity);
    const auto joined =
        joinJournal(wish.folder, enrolled->config, journal, former ? &*former : nullptr, clock, random);
    if (!joined)
        return tl::unexpected(joined.error());
    if (auto kept = saveOmsIdentity(wish.folder, enrolled->identity); !kept)
        return tl::unexpected(kept.error());
    return BecameTill{std::move(enrolled->config), *joined};
}

} // namespace

Result<BecameTill> becomeTill(const BecomeTill &wish, const Clock &clock, Random &random)
{
    return refusingFailures(LedgerFiles(wish.folder).path(), [&] { return become(wish, clock, random); });
}

} // namespace evertill

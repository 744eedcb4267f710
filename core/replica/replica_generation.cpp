#include "core/replica/replica_generation.h"

#include "core/replica/feed_tables.h"
#include "core/replica/product_table.h"
#include "core/replica/replica_meta.h"
#include "core/replica/replica_writer.h"
#include "core/replica/tax_table.h"

#include <sqlite3.h>

using namespace Qt::StringLiterals;

namespace evertill {
namespace {

// Until finish() nobody reads the file, and a power cut just leaves one to be deleted: no log, no flush.
// Sorting goes to disk, so that a catalogue of any size is loaded in bounded memory.
constexpr const char *kWhileLoading =
    "PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; PRAGMA temp_store=FILE;"
    "PRAGMA locking_mode=EXCLUSIVE;";
constexpr const char *kWhenLoaded =
    "PRAGMA locking_mode=NORMAL; PRAGMA synchronous=FULL; PRAGMA journal_mode=WAL;";

constexpr int kStepsBetweenLooks = 50'000; // of SQLite's machine: some milliseconds

constexpr const char *kIndexNames =
    "SELECT name FROM sqlite_schema WHERE type='index' AND sql IS NOT NULL AND tbl_name='product'";
constexpr const char *kIndexes =
    "SELECT sql FROM sqlite_schema WHERE type='index' AND sql IS NOT NULL AND tbl_name='product'";

QByteArrayList column(Database &database, const char *sql)
{
    QByteArrayList values;
    auto row = database.statement(sql);
    while (row.next())
        values.append(row.bytes(0));
    return values;
}

} // namespace

ReplicaGeneration::ReplicaGeneration(
    ReplicaWriter &writer, std::int64_t number, std::function<bool()> isUnwanted)
    : m_writer(writer), m_number(number), m_isUnwanted(std::move(isUnwanted))
{
    m_database = std::make_unique<Database>(writer.m_files.path(number), Database::Kind::Replica);
    if (const auto migrated = migrate(*m_database, u"replica"_s); !migrated)
        qFatal("an empty replica is newer than this program");
    m_database->exec(kWhileLoading);
    dropIndexes();
    m_transaction = std::make_unique<WriteTransaction>(*m_database);
    if (m_isUnwanted)
        sqlite3_progress_handler(m_database->handle().getHandle(), kStepsBetweenLooks, &breaksOff, this);
}

int ReplicaGeneration::breaksOff(void *generation)
{
    return static_cast<ReplicaGeneration *>(generation)->m_isUnwanted() ? 1 : 0;
}

ReplicaGeneration::~ReplicaGeneration()
{
    if (!m_database)
        return;
    sqlite3_progress_handler(m_database->handle().getHandle(), 0, nullptr, nullptr);
    m_transaction.reset();
    m_database.reset();
    m_writer.m_files.remove(m_number);
}

Result<> ReplicaGeneration::add(std::span<const FeedChange> changes)
{
    for (const FeedChange &change : changes) {
        if (change.op == FeedChange::Drop)
            return refuse(
                Code::BadInput, {{u"problem"_s, u"a snapshot drops nothing: %1"_s.arg(change.id.left(60))}});
        if (auto checked = checkChange(change); !checked)
            return checked;
        const auto *product = std::get_if<ProductRow>(&*change.row);
        if (auto added = product ? add(*product) : applyChange(*m_database, change); !added)
            return added;
    }
    return {};
}

Result<> ReplicaGeneration::add(const ProductRow &product)
{
    return ProductTable(*m_database).append(product);
}

Result<> ReplicaGeneration::add(const TaxRow &tax)
{
    TaxTable(*m_database).put(tax);
    return {};
}

Result<> ReplicaGeneration::finish(const QByteArray &cursor, Position included)
{
    ReplicaMeta meta(*m_database);
    meta.setFeed(cursor, included);
    meta.setAccepted(m_writer.accepted());
    try {
        buildIndexes();
    } catch (const SQLite::Exception &error) {
        if (error.getErrorCode() != SQLITE_CONSTRAINT)
            throw;
        return refuse(Code::BadInput, {{u"problem"_s, u"a product came twice"_s}});
    }
    m_transaction->commit();
    m_transaction.reset();
    m_database->exec(kWhenLoaded);
    m_database.reset();
    try {
        m_writer.m_files.makeCurrent(m_number);
    } catch (...) {
        // Named, but perhaps not for good: readers follow the pointer already, and after a power cut it may
        // name the old file again. Both stay.
        if (m_writer.m_files.current() == m_number)
            m_writer.moveTo(m_number, ReplicaWriter::Others::Stay);
        else
            m_writer.m_files.remove(m_number);
        throw;
    }
    m_writer.moveTo(m_number);
    return {};
}

void ReplicaGeneration::dropIndexes()
{
    m_indexes = column(*m_database, kIndexes);
    for (const QByteArray &name : column(*m_database, kIndexNames))
        m_database->exec("DROP INDEX " + name);
}

void ReplicaGeneration::buildIndexes()
{
    for (const QByteArray &index : m_indexes)
        m_database->exec(index);
    m_database->exec("INSERT INTO product_trigram(product_trigram) VALUES('rebuild')");
    m_database->exec("INSERT INTO product_prefix(product_prefix) VALUES('rebuild')");
}

} // namespace evertill

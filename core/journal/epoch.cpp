#include "core/journal/epoch.h"

#include "core/base/json_fields.h"
#include "core/base/json_writer.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace evertill {
namespace {

constexpr std::int64_t kLongestLeap = 16384;

constexpr char kRead[] = "SELECT CAST(value AS INTEGER) FROM setting WHERE name=?";
constexpr char kWrite[] =
    "INSERT INTO setting(name,value) VALUES(?,?) ON CONFLICT(name) DO UPDATE SET value=excluded.value";
constexpr char kRemove[] = "DELETE FROM setting WHERE name=?";
constexpr char kCopy[] = "copy_beyond_epoch";
constexpr char kRecovery[] = "recovery_due";

} // namespace

QByteArray EpochOpened::payload() const
{
    JsonWriter json;
    json.beginObject();
    if (predecessor.position != Position())
        json.key("predecessor")
            .beginObject()
            .field("epoch", predecessor.position.epoch)
            .key("hash")
            .utf8(toHex(predecessor.hash))
            .field("seq", predecessor.position.seq)
            .endObject();
    return json.endObject().take();
}

std::optional<EpochOpened> EpochOpened::fromPayload(const QByteArray &payload)
{
    JsonFields fields(QJsonDocument::fromJson(payload).object());
    if (!fields.has("predecessor"_L1))
        return EpochOpened{};
    JsonFields named(fields.object("predecessor"_L1));
    EpochOpened opened;
    opened.predecessor = {
        {named.integer("epoch"_L1, 1), named.integer("seq"_L1, 1)}, hashFromBytes(named.hex("hash"_L1, 32))};
    return fields.ok() && named.ok() ? std::optional(opened) : std::nullopt;
}

Result<std::int64_t> epochBeyond(std::int64_t highest, Random &random)
{
    const std::int64_t left = Position::kLargestEpoch - highest;
    if (left < 1)
        return refuse(Code::BadInput, {{u"problem"_s, u"every epoch of this till is used up"_s}});
    const auto leap = std::min(kLongestLeap, (left + 1) / 2);
    return highest + 1 + std::int64_t(random.next64() % std::uint64_t(leap));
}

std::optional<std::int64_t> EpochMarks::copyBeyond()
{
    auto query = m_database.statement(kRead);
    query.with(kCopy);
    return query.next() ? std::optional(query.integer(0)) : std::nullopt;
}

void EpochMarks::setCopyBeyond(std::int64_t epoch)
{
    m_database.statement(kWrite).with(kCopy, QString::number(epoch)).run();
}

void EpochMarks::clearCopy() { m_database.statement(kRemove).with(kCopy).run(); }

bool EpochMarks::isRecoveryDue()
{
    auto query = m_database.statement(kRead);
    query.with(kRecovery);
    return query.next();
}

void EpochMarks::setRecoveryDue(bool due)
{
    due ? m_database.statement(kWrite).with(kRecovery, QString::number(1)).run()
        : m_database.statement(kRemove).with(kRecovery).run();
}

} // namespace evertill

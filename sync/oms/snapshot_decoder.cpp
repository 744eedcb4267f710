#include "sync/oms/snapshot_decoder.h"

#include "sync/oms/feed_change.h"
#include "sync/oms/feed_page.h"
#include "sync/oms/json_body.h"

using namespace Qt::StringLiterals;

namespace evertill {
namespace {

constexpr std::size_t kBatch = 500;
constexpr qsizetype kBatchBytes = 4 << 20;
constexpr qsizetype kLongestLine = 32 << 20; // a price list is one row, as in a page

} // namespace

SnapshotDecoder::SnapshotDecoder(Sink sink) : m_sink(std::move(sink)) { m_batch.reserve(kBatch); }

Result<> SnapshotDecoder::feed(QByteArrayView bytes)
{
    while (!bytes.isEmpty()) {
        const qsizetype end = bytes.indexOf('\n');
        const QByteArrayView part = end < 0 ? bytes : bytes.first(end);
        if (m_partial.size() + part.size() > kLongestLine)
            return badAnswer(u"line %1: too long"_s.arg(m_count + 1));
        m_partial.append(part);
        if (end < 0)
            return {};
        bytes = bytes.sliced(end + 1);
        if (auto taken = takeLine(m_partial); !taken)
            return taken;
        m_partial.resize(0);
    }
    return {};
}

Result<> SnapshotDecoder::takeLine(const QByteArray &line)
{
    if (m_end)
        return badAnswer(u"lines after the closing line"_s);
    const auto object = objectOf(line);
    if (!object)
        return badAnswer(
            u"line %1: %2"_s.arg(m_count + 1).arg(object.error().facts.value(u"problem"_s).toString()));
    if (object->contains("end"_L1))
        return takeEnd(*object);
    auto change = decodeChange(*object);
    if (!change)
        return badAnswer(
            u"line %1: %2"_s.arg(m_count + 1).arg(change.error().facts.value(u"problem"_s).toString()));
    if (*change && (*change)->op != FeedChange::Put)
        return badAnswer(u"line %1: op: a snapshot only puts"_s.arg(m_count + 1));
    m_sha256.addData(line);
    m_sha256.addData(QByteArrayView("\n", 1));
    ++m_count;
    if (*change) {
        m_batch.push_back(std::move(**change));
        m_batchBytes += line.size();
    }
    return m_batch.size() < kBatch && m_batchBytes < kBatchBytes ? Result<>() : flush();
}

Result<> SnapshotDecoder::takeEnd(const QJsonObject &line)
{
    JsonFields fields(line, u"closing line"_s);
    SnapshotEnd end;
    const bool isEnd = fields.boolean("end"_L1);
    const std::int64_t count = fields.integer("count"_L1, 0);
    const QByteArray sha256 = fields.hex("sha256"_L1, 32);
    end.cursor = fields.text("cursor"_L1).toUtf8();
    JsonFields included(fields.object("included"_L1), u"closing line.included"_s);
    end.included = positionIn(included);
    if (!included.ok())
        return badAnswer(included.problem());
    if (!isEnd)
        fields.fail(u"end: not true"_s);
    if (!isCursor(end.cursor))
        fields.fail(u"cursor: not 1 to 200 plain characters"_s);
    if (count != m_count)
        fields.fail(u"count: %1, but %2 lines came"_s.arg(count).arg(m_count));
    if (sha256 != m_sha256.result())
        fields.fail(u"sha256: not of the lines that came"_s);
    if (!fields.ok())
        return badAnswer(fields.problem());
    m_end = end;
    return flush();
}

Result<> SnapshotDecoder::flush()
{
    if (m_batch.empty())
        return {};
    auto taken = m_sink(m_batch);
    m_batch.clear();
    m_batchBytes = 0;
    return taken;
}

Result<SnapshotEnd> SnapshotDecoder::finish()
{
    if (!m_partial.isEmpty())
        return badAnswer(u"the snapshot breaks off within line %1"_s.arg(m_count + 1));
    if (!m_end)
        return badAnswer(u"the snapshot has no closing line"_s);
    return *m_end;
}

} // namespace evertill

#include "tests/sandbox/logic/snapshot.h"

#include "tests/sandbox/logic/feed.h"
#include "tests/sandbox/logic/intake.h"
#include "tests/sandbox/logic/rows.h"

namespace evertill::sandbox {

namespace {

constexpr qsizetype pieceBytes = 64 << 10;
constexpr int entityCount = 9;

constexpr const char *idsOf[entityCount] = {"SELECT code FROM tax WHERE dropped=0 ORDER BY code",
    "SELECT sku FROM product WHERE dropped=0 ORDER BY sku", "SELECT sku FROM stock ORDER BY sku",
    "SELECT order_id FROM pickup_order ORDER BY placed_at", "SELECT receipt FROM receipt ORDER BY rowid",
    "SELECT task FROM task ORDER BY rowid",
    "SELECT promotion FROM promotion WHERE dropped=0 ORDER BY promotion",
    "SELECT price_list FROM price_list WHERE dropped=0 ORDER BY price_list",
    "SELECT exchange_rate FROM exchange_rate WHERE dropped=0 ORDER BY exchange_rate"};

} // namespace

Snapshot::Snapshot(Store &store, const QString &till)
    : m_store(store), m_transaction(store.database()), m_till(till)
{
}

bool Snapshot::openNext()
{
    if (m_nextEntity == entityCount)
        return false;
    m_ids.reset();
    m_entity = static_cast<Entity>(m_nextEntity);
    m_ids.reset(new Rows(m_store.query(idsOf[m_nextEntity])));
    ++m_nextEntity;
    return true;
}

std::optional<QByteArray> Snapshot::next()
{
    if (m_ended)
        return std::nullopt;
    RowWriter writer(m_store);
    QByteArray piece;
    piece.reserve(pieceBytes + 4096);
    while (piece.size() < pieceBytes) {
        if (!m_ids || !m_ids->next()) {
            if (openNext())
                continue;
            m_hash.add(piece);
            m_ids.reset();
            m_ended = true;
            return piece + endLine();
        }
        piece += writer.put(m_till, m_entity, m_ids->text(0));
        piece += '\n';
        ++m_count;
    }
    m_hash.add(piece);
    return piece;
}

QByteArray Snapshot::endLine()
{
    const Position included = Intake(m_store).accepted(m_till).position;
    return "{\"end\":true,\"count\":" + QByteArray::number(m_count) + ",\"sha256\":\""
        + m_hash.result().toHex() + "\",\"cursor\":\"" + Feed(m_store).endCursor(included)
        + "\",\"included\":{\"epoch\":" + QByteArray::number(included.epoch)
        + ",\"seq\":" + QByteArray::number(included.seq) + "}}\n";
}

} // namespace evertill::sandbox

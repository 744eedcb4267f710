#include "tests/sandbox/logic/feed.h"

#include "tests/sandbox/logic/intake.h"
#include "tests/sandbox/logic/rows.h"

#include <array>

using namespace Qt::StringLiterals;

namespace evertill::sandbox {

namespace {

constexpr qsizetype pageBytes = 1 << 20;

constexpr const char *headOf = "SELECT head FROM feed";
constexpr const char *markAt = "SELECT mark FROM feed_mark WHERE head>=? ORDER BY head LIMIT 1";
// Each arm walks its own index on `changed`; SQLite merges them and stops at the limit. The number is
// Entity's.
constexpr const char *changesAfter =
    "SELECT changed,0,code,dropped FROM tax WHERE changed>?1 "
    "UNION ALL SELECT changed,1,sku,dropped FROM product WHERE changed>?1 "
    "UNION ALL SELECT changed,2,sku,0 FROM stock WHERE changed>?1 "
    "UNION ALL SELECT changed,3,order_id,0 FROM pickup_order WHERE changed>?1 "
    "UNION ALL SELECT changed,4,receipt,0 FROM receipt WHERE changed>?1 "
    "UNION ALL SELECT changed,5,task,0 FROM task WHERE changed>?1 "
    "UNION ALL SELECT changed,6,promotion,dropped FROM promotion WHERE changed>?1 "
    "UNION ALL SELECT changed,7,price_list,dropped FROM price_list WHERE changed>?1 "
    "UNION ALL SELECT changed,8,exchange_rate,dropped FROM exchange_rate WHERE changed>?1 "
    "ORDER BY 1 LIMIT ?2";

} // namespace

QByteArray Page::json() const
{
    return "{\"changes\":[" + changes.join(',') + "],\"cursor\":\"" + cursor
        + "\",\"included\":{\"epoch\":" + QByteArray::number(included.epoch)
        + ",\"seq\":" + QByteArray::number(included.seq) + "},\"more\":" + (more ? "true" : "false") + '}';
}

qint64 Feed::head()
{
    Rows rows = m_store.query(headOf);
    return rows.next() ? rows.number(0) : 0;
}

QByteArray Feed::markOf(qint64 change)
{
    if (change == 0)
        return "0";
    Rows rows = m_store.query(markAt, change);
    return rows.next() ? rows.bytes(0) : QByteArray();
}

QByteArray Feed::cursorAt(const Place &place)
{
    return markOf(place.readAt) + '.' + QByteArray::number(place.readAt) + '.'
        + QByteArray::number(place.change) + '.' + QByteArray::number(place.included.epoch) + '.'
        + QByteArray::number(place.included.seq);
}

QByteArray Feed::endCursor(Position included) { return cursorAt({head(), included, head()}); }

Result<Feed::Place> Feed::placeOf(const QString &till, const QByteArray &cursor)
{
    if (cursor.isEmpty())
        return Place{};
    const QByteArrayList parts = cursor.split('.');
    const auto gone = [] { return refuse(410, u"cursor_gone"_s, u"not a cursor of this feed"_s); };
    if (parts.size() != 5)
        return gone();
    std::array<bool, 4> read{};
    const Place place{parts[2].toLongLong(&read[1]),
        {parts[3].toLongLong(&read[2]), parts[4].toLongLong(&read[3])}, parts[1].toLongLong(&read[0])};
    if (!read[0] || !read[1] || !read[2] || !read[3] || place.change < 0 || place.change > place.readAt
        || cursor != cursorAt(place))
        return gone();
    if (place.readAt > head() || Intake(m_store).accepted(till).position < place.included)
        return gone();
    return place;
}

Result<Page> Feed::page(const QString &till, const QByteArray &cursor, int limit)
{
    SQLite::Transaction oneMoment(m_store.database());
    Result<Place> place = placeOf(till, cursor);
    if (!place)
        return tl::unexpected(place.error());
    Page page;
    const Position before = place->included;
    fill(page, *place, till, limit);
    place->readAt = head();
    if (!page.more)
        *place = {head(), Intake(m_store).accepted(till).position, head()};
    page.included = place->included;
    page.isNews = !page.changes.isEmpty() || before < page.included;
    page.cursor = cursorAt(*place);
    return page;
}

void Feed::fill(Page &page, Place &place, const QString &till, int limit)
{
    RowWriter writer(m_store);
    qsizetype bytes = 0;
    Rows rows = m_store.query(changesAfter, place.change, limit + 1);
    while (rows.next()) {
        if (page.changes.size() == limit || bytes > pageBytes) {
            page.more = true;
            return;
        }
        const auto entity = static_cast<Entity>(rows.number(1));
        const QString id = rows.text(2);
        page.changes.append(rows.number(3) != 0 ? RowWriter::drop(entity, id) : writer.put(till, entity, id));
        bytes += page.changes.last().size();
        place.change = rows.number(0);
    }
}

} // namespace evertill::sandbox

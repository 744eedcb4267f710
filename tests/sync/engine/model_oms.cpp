#include "tests/sync/engine/model_oms.h"

#include "sync/oms/feed_page.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QUrl>
#include <QUrlQuery>

using namespace Qt::StringLiterals;

namespace evertill::test {
namespace {

constexpr std::size_t kPage = 3; // small, so that most reads take several

HttpAnswer json(int status, const QJsonObject &object)
{
    return {status, "1", {}, std::nullopt, QJsonDocument(object).toJson(QJsonDocument::Compact)};
}

} // namespace

QJsonObject positionJson(Position position)
{
    return {{u"epoch"_s, qint64(position.epoch)}, {u"seq"_s, qint64(position.seq)}};
}

HttpAnswer ModelOms::answer(const HttpRequest &request)
{
    if (request.path.endsWith(u"/position"_s))
        return position();
    return request.method == "POST" ? take(request.body) : page(request.path);
}

HttpAnswer ModelOms::position(int status, const QByteArray &error) const
{
    const Hash hash = m_events.empty() ? Hash() : m_events.back().hash;
    QJsonObject object = {{u"epoch"_s, qint64(accepted().epoch)},
        {u"accepted_through"_s, qint64(accepted().seq)}, {u"hash"_s, QString::fromLatin1(toHex(hash))}};
    if (!error.isEmpty())
        object.insert(u"error"_s, QString::fromLatin1(error));
    return json(status, object);
}

HttpAnswer ModelOms::take(const QByteArray &body)
{
    const QJsonObject batch = QJsonDocument::fromJson(body).object();
    QJsonArray outcomes;
    Hash previous = hashFromBytes(QByteArray::fromHex(batch.value("prev_hash"_L1).toString().toLatin1()));
    std::vector<WireEvent> fresh;
    const QJsonArray sent = batch.value("events"_L1).toArray();
    for (const QJsonValue &one : sent) {
        WireEvent event;
        event.envelope = one.toObject().value("envelope"_L1).toString().toUtf8();
        const QJsonObject envelope = QJsonDocument::fromJson(event.envelope).object();
        event.position = {envelope.value("epoch"_L1).toInteger(), envelope.value("seq"_L1).toInteger()};
        event.previous = previous;
        event.hash = previous = chained(previous, event.envelope);
        if (toHex(event.hash) != one.toObject().value("hash"_L1).toString().toLatin1())
            return json(400, {{u"error"_s, u"bad_hash"_s}});
        const auto known = std::find_if(m_events.begin(), m_events.end(),
            [&](const WireEvent &had) { return had.position == event.position; });
        if (known != m_events.end() && known->hash != event.hash)
            return position(409, "fork");
        if (known == m_events.end() && fresh.empty() && event.position.seq != accepted().seq + 1)
            return position(409, "gap");
        if (known == m_events.end())
            fresh.push_back(event);
        outcomes.append(
            QJsonObject{{u"epoch"_s, qint64(event.position.epoch)}, {u"seq"_s, qint64(event.position.seq)},
                {u"outcome"_s, known == m_events.end() ? u"applied"_s : u"repeat"_s}});
    }
    for (const WireEvent &event : fresh)
        book(event);
    HttpAnswer answer = position();
    QJsonObject object = QJsonDocument::fromJson(answer.body).object();
    object.insert(u"outcomes"_s, outcomes);
    return json(200, object);
}

void ModelOms::book(const WireEvent &event)
{
    m_events.push_back(event);
    const Movement movement = movementIn(event.envelope);
    Stock &stock = m_stock[movement.sku];
    stock.own += movement.quantity;
    stock.through = event.position;
    changed(movement.sku);
}

void ModelOms::moveByOthers(const QString &sku, std::int64_t quantity)
{
    m_stock[sku].others += quantity;
    changed(sku);
}

void ModelOms::goBack(int events)
{
    const std::vector<WireEvent> kept(
        m_events.begin(), m_events.end() - std::min<int>(events, int(m_events.size())));
    m_events.clear();
    for (auto &[sku, stock] : m_stock)
        stock = {0, stock.others, {}};
    m_log.clear();
    for (const auto &[sku, stock] : m_stock)
        changed(sku);
    for (const WireEvent &event : kept)
        book(event);
    ++m_identity;
}

QByteArray ModelOms::cursorAt(std::size_t place) const
{
    return QByteArray::number(m_identity) + '/' + QByteArray::number(place) + '/'
        + QByteArray::number(accepted().packed());
}

QJsonObject ModelOms::change(const QString &sku) const
{
    const Stock &stock = m_stock.at(sku);
    const QJsonObject row = {{u"sku"_s, sku}, {u"on_hand"_s, qint64(stock.own + stock.others)},
        {u"reserved"_s, qint64(stock.others)}};
    return {{u"op"_s, u"put"_s}, {u"entity"_s, u"stock"_s}, {u"id"_s, sku}, {u"row"_s, row},
        {u"through"_s, positionJson(stock.through)}};
}

HttpAnswer ModelOms::page(const QString &path) const
{
    const QByteArray cursor =
        QUrlQuery(QUrl(path)).queryItemValue(u"cursor"_s, QUrl::FullyDecoded).toLatin1();
    const QByteArrayList parts = cursor.split('/');
    if (parts.size() != 3 || parts.at(0).toInt() != m_identity)
        return json(410, {{u"error"_s, u"cursor_gone"_s}});
    const auto from = parts.at(1).toULongLong();
    const std::size_t end = std::min<std::size_t>(from + kPage, m_log.size());
    QJsonArray changes;
    for (std::size_t at = from; at < end; ++at)
        changes.append(change(m_log.at(at)));
    const bool more = end < m_log.size();
    // Only the end of the feed counts every event; before it the old included stands.
    const Position included = more ? Position::fromPacked(parts.at(2).toLongLong()) : accepted();
    const QByteArray next = QByteArray::number(m_identity) + '/' + QByteArray::number(end) + '/'
        + QByteArray::number(included.packed());
    return json(200,
        {{u"changes"_s, changes}, {u"cursor"_s, QString::fromLatin1(next)},
            {u"included"_s, positionJson(included)}, {u"more"_s, more}});
}

FeedPage ModelOms::snapshot() const
{
    FeedPage all;
    all.cursor = cursorAt(m_log.size());
    all.included = accepted();
    for (const auto &[sku, stock] : m_stock) {
        const StockRow row = {
            sku, Quantity::thousandths(stock.own + stock.others), Quantity::thousandths(stock.others)};
        all.changes.push_back({FeedChange::Put, Entity::Stock, sku, stock.through, row});
    }
    return all;
}

} // namespace evertill::test

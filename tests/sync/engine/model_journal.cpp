#include "tests/sync/engine/model_journal.h"

#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace evertill::test {

void ModelJournal::appendAt(Position position, const QByteArray &envelope)
{
    const Hash previous = m_events.empty() ? Hash() : m_events.back().hash;
    m_events.push_back({position, envelope, previous, chained(previous, envelope)});
}

void ModelJournal::append(const QString &sku, std::int64_t quantity)
{
    const Position next = {std::max<std::int64_t>(head().epoch, 1), head().seq + 1};
    const QJsonObject envelope = {{u"epoch"_s, qint64(next.epoch)}, {u"quantity"_s, qint64(quantity)},
        {u"seq"_s, qint64(next.seq)}, {u"sku"_s, sku}};
    appendAt(next, QJsonDocument(envelope).toJson(QJsonDocument::Compact));
}

void ModelJournal::openEpoch()
{
    const Position next = {head().epoch + 1, 1};
    const QJsonObject envelope = {{u"epoch"_s, qint64(next.epoch)}, {u"seq"_s, 1}};
    appendAt(next, QJsonDocument(envelope).toJson(QJsonDocument::Compact));
}

std::vector<WireEvent> ModelJournal::after(Position position, int limit) const
{
    std::vector<WireEvent> found;
    for (const WireEvent &event : m_events) {
        if (event.position > position && int(found.size()) < limit)
            found.push_back(event);
    }
    return found;
}

std::optional<Hash> ModelJournal::hashAt(Position position) const
{
    for (const WireEvent &event : m_events) {
        if (event.position == position)
            return event.hash;
    }
    return std::nullopt;
}

std::int64_t ModelJournal::movedAfter(Position position, const QString &sku) const
{
    std::int64_t sum = 0;
    for (const WireEvent &event : m_events) {
        const Movement movement = movementIn(event.envelope);
        if (event.position > position && movement.sku == sku)
            sum += movement.quantity;
    }
    return sum;
}

Movement movementIn(const QByteArray &envelope)
{
    const QJsonObject object = QJsonDocument::fromJson(envelope).object();
    return {object.value("sku"_L1).toString(), object.value("quantity"_L1).toInteger()};
}

} // namespace evertill::test

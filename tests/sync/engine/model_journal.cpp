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
    auto &sums = m_sums[sku];
    const std::int64_t before = sums.empty() ? 0 : sums.rbegin()->second;
    sums[next] = before + quantity;
}

void ModelJournal::openEpoch()
{
    const Position next = {head().epoch + 1, 1};
    const QJsonObject envelope = {{u"epoch"_s, qint64(next.epoch)}, {u"seq"_s, 1}};
    appendAt(next, QJsonDocument(envelope).toJson(QJsonDocument::Compact));
}

std::vector<WireEvent>::const_iterator ModelJournal::firstAfter(Position position) const
{
    return std::upper_bound(m_events.begin(), m_events.end(), position,
        [](Position one, const WireEvent &event) { return one < event.position; });
}

std::vector<WireEvent> ModelJournal::after(Position position, int limit) const
{
    const auto first = firstAfter(position);
    return {first, first + std::min<std::ptrdiff_t>(limit, m_events.end() - first)};
}

std::optional<Hash> ModelJournal::hashAt(Position position) const
{
    const auto next = firstAfter(position);
    const bool isThere = next != m_events.begin() && std::prev(next)->position == position;
    return isThere ? std::optional(std::prev(next)->hash) : std::nullopt;
}

std::int64_t ModelJournal::movedAfter(Position position, const QString &sku) const
{
    const auto found = m_sums.find(sku);
    if (found == m_sums.end())
        return 0;
    const auto next = found->second.upper_bound(position);
    const std::int64_t before = next == found->second.begin() ? 0 : std::prev(next)->second;
    return found->second.rbegin()->second - before;
}

Movement movementIn(const QByteArray &envelope)
{
    const QJsonObject object = QJsonDocument::fromJson(envelope).object();
    return {object.value("sku"_L1).toString(), object.value("quantity"_L1).toInteger()};
}

} // namespace evertill::test

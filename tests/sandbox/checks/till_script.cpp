#include "tests/sandbox/checks/till_script.h"

#include "tests/sandbox/store/json_text.h"
#include "tests/sandbox/store/sha256.h"

using namespace Qt::StringLiterals;

namespace evertill::sandbox {

namespace {

constexpr qint64 firstInstant = 1'800'000'000'000'000;

QJsonObject line(const QString &sku, qint64 quantity, qint64 net, qint64 tax, qint64 gross)
{
    return {{u"line"_s, 1}, {u"sku"_s, sku}, {u"name"_s, sku}, {u"unit"_s, u"ea"_s},
        {u"quantity"_s, quantity}, {u"net"_s, net}, {u"tax"_s, tax}, {u"gross"_s, gross},
        {u"tax_code"_s, u"standard"_s}, {u"tax_rate"_s, 190'000}};
}

QJsonArray oneTax(qint64 net, qint64 tax)
{
    return {QJsonObject{{u"code"_s, u"standard"_s}, {u"rate"_s, 190'000}, {u"net"_s, net}, {u"tax"_s, tax}}};
}

QJsonArray cash(qint64 amount) { return {QJsonObject{{u"kind"_s, u"cash"_s}, {u"amount"_s, amount}}}; }

} // namespace

TillScript::TillScript(QString till) : m_till(std::move(till))
{
    append({1, 1}, u"epoch.opened"_s, {}, u"1"_s, 1);
}

void TillScript::append(
    Position position, const QString &kind, const QJsonObject &payload, const QString &subject, int version)
{
    const QString id =
        u"01900000-0000-7000-8%1-%2%3"_s.arg(qChecksum(m_till.toLatin1()) & 0xfff, 3, 16, QLatin1Char('0'))
            .arg(position.epoch, 4, 16, QLatin1Char('0'))
            .arg(position.seq, 8, 16, QLatin1Char('0'));
    append(position,
        QJsonObject{{u"actor"_s, u"cashier-1"_s}, {u"at"_s, firstInstant + position.seq},
            {u"business_date"_s, u"2027-01-15"_s}, {u"epoch"_s, position.epoch}, {u"id"_s, id},
            {u"kind"_s, kind}, {u"payload"_s, payload}, {u"seq"_s, position.seq}, {u"subject"_s, subject},
            {u"utc_offset_min"_s, 60}, {u"version"_s, version}});
}

void TillScript::append(Position position, const QJsonObject &said)
{
    const QByteArray envelope = jsonText(said);
    const QByteArray previous =
        m_events.empty() ? QByteArray(32, '\0') : QByteArray::fromHex(m_events.back().hash.toLatin1());
    m_events.push_back({position, envelope, QString::fromLatin1(Sha256::of(previous, envelope).toHex())});
}

Position TillScript::recordAgain(const TillScript &lost, int index)
{
    const Event &event = lost.m_events[static_cast<std::size_t>(index)];
    QJsonObject said = jsonObject(event.envelope);
    said[u"origin"_s] = QJsonObject{{u"epoch"_s, event.position.epoch}, {u"seq"_s, event.position.seq}};
    const Position position{head().epoch, head().seq + 1};
    said[u"epoch"_s] = position.epoch;
    said[u"seq"_s] = position.seq;
    append(position, said);
    return position;
}

Position TillScript::add(const QString &kind, const QJsonObject &payload, const QString &subject, int version)
{
    append({head().epoch, head().seq + 1}, kind, payload, subject, version);
    return head();
}

Position TillScript::sell(const QString &sku, qint64 quantity, qint64 price)
{
    const qint64 gross = price * quantity / 1000;
    const qint64 net = gross * 100 / 119;
    const QString sale = u"sale-%1-%2-%3"_s.arg(m_till).arg(head().epoch).arg(head().seq);
    m_lastReceipt = u"%1-%2-%3"_s.arg(m_till).arg(head().epoch).arg(head().seq);
    QJsonObject sold = line(sku, quantity, net, gross - net, gross);
    sold[u"price"_s] = price;
    sold[u"discount"_s] = 0;
    return add(u"sale.completed"_s,
        {{u"sale"_s, sale}, {u"receipt"_s, m_lastReceipt}, {u"shift"_s, u"shift-1"_s},
            {u"currency"_s, u"EUR"_s}, {u"tax_mode"_s, u"inclusive"_s}, {u"lines"_s, QJsonArray{sold}},
            {u"taxes"_s, oneTax(net, gross - net)}, {u"total"_s, gross}, {u"rounding"_s, 0},
            {u"tenders"_s, cash(gross + 100)}, {u"change"_s, 100}},
        sale);
}

Position TillScript::takeBack(
    const QString &ofReceipt, const QString &sku, qint64 quantity, qint64 gross, const QString &disposition)
{
    const qint64 net = gross * 100 / 119;
    const QString id = u"return-%1-%2"_s.arg(m_till).arg(head().seq);
    QJsonObject back = line(sku, quantity, net, gross - net, gross);
    back[u"reason"_s] = u"unwanted"_s;
    back[u"disposition"_s] = disposition;
    QJsonObject payload{{u"return"_s, id},
        {u"receipt"_s, u"%1-%2-%3"_s.arg(m_till).arg(head().epoch).arg(head().seq)},
        {u"shift"_s, u"shift-1"_s}, {u"currency"_s, u"EUR"_s}, {u"taxes"_s, oneTax(net, gross - net)},
        {u"total"_s, gross}, {u"rounding"_s, 0}, {u"tenders"_s, cash(gross)}};
    if (!ofReceipt.isEmpty()) {
        payload[u"of"_s] = QJsonObject{{u"receipt"_s, ofReceipt}, {u"sale"_s, u"sale-"_s + ofReceipt}};
        back[u"of_line"_s] = 1;
    }
    payload[u"lines"_s] = QJsonArray{back};
    return add(u"return.completed"_s, payload, id);
}

Position TillScript::handOver(const QString &order, const QString &sku, qint64 quantity)
{
    const QJsonObject item{{u"line"_s, 1}, {u"sku"_s, sku}, {u"quantity"_s, quantity}};
    return add(u"pickup.handed_over"_s,
        {{u"order"_s, order}, {u"proof"_s, u"code"_s}, {u"lines"_s, QJsonArray{item}}}, order);
}

TillScript TillScript::restoredAt(int events, int ahead) const
{
    TillScript restored = *this;
    restored.m_events.resize(static_cast<std::size_t>(events), Event{});
    const Event &last = restored.m_events.back();
    const QJsonObject predecessor{
        {u"epoch"_s, last.position.epoch}, {u"seq"_s, last.position.seq}, {u"hash"_s, last.hash}};
    restored.append(
        {last.position.epoch + ahead, 1}, u"epoch.opened"_s, {{u"predecessor"_s, predecessor}}, u"1"_s, 1);
    return restored;
}

QJsonObject TillScript::batch(int from, int count) const
{
    const int end = count < 0 ? size() : from + count;
    QJsonArray events;
    for (int i = from; i < end; ++i) {
        const Event &event = m_events[static_cast<std::size_t>(i)];
        events.append(
            QJsonObject{{u"envelope"_s, QString::fromUtf8(event.envelope)}, {u"hash"_s, event.hash}});
    }
    return {{u"prev_hash"_s, from == 0 ? QString(64, u'0') : hashAt(from - 1)}, {u"events"_s, events}};
}

} // namespace evertill::sandbox

#include "tests/sandbox/logic/envelope.h"

#include "tests/sandbox/booking/payload.h"
#include "tests/sandbox/store/sha256.h"

#include <QJsonDocument>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace evertill::sandbox {

namespace {

constexpr qsizetype mostEvents = 500;

bool isHash(const QString &text)
{
    return text.size() == 64 && std::all_of(text.begin(), text.end(), [](QChar c) {
        return (c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'f');
    });
}

Fact readFact(const QString &till, const QByteArray &envelope)
{
    const QJsonDocument document = QJsonDocument::fromJson(envelope);
    if (!document.isObject())
        throw PayloadError("envelope is no JSON object");
    const Payload fields(document.object());
    Fact fact;
    fact.till = till;
    fact.position = {fields.number(u"epoch"_s), fields.number(u"seq"_s)};
    fact.id = fields.text(u"id"_s);
    fact.kind = fields.text(u"kind"_s);
    fact.version = fields.number(u"version"_s);
    fact.subject = fields.text(u"subject"_s);
    fact.at = fields.number(u"at"_s);
    fact.businessDate = fields.text(u"business_date"_s);
    fact.actor = fields.text(u"actor"_s);
    static_cast<void>(fields.number(u"utc_offset_min"_s));
    if (!document.object().value(u"payload"_s).isObject())
        throw PayloadError("payload key payload");
    fact.payload = document.object().value(u"payload"_s).toObject();
    if (fact.position.epoch < 1 || fact.position.seq < 1)
        throw PayloadError("positions begin at 1");
    return fact;
}

bool follows(Position before, Position next)
{
    return (next.epoch == before.epoch && next.seq == before.seq + 1)
        || (next.epoch > before.epoch && next.seq == 1);
}

} // namespace

Result<std::vector<WireEvent>> readBatch(const QString &till, const QJsonObject &batch)
{
    QString previous = batch.value(u"prev_hash"_s).toString();
    const QJsonValue events = batch.value(u"events"_s);
    if (!isHash(previous) || !events.isArray())
        return refuse(400, u"bad_request"_s, u"prev_hash or events"_s);
    const QJsonArray list = events.toArray();
    if (list.size() > mostEvents)
        return refuse(413, u"too_large"_s, u"more than 500 events"_s);
    std::vector<WireEvent> read;
    read.reserve(static_cast<std::size_t>(list.size()));
    for (const QJsonValue &value : list) {
        const QString place = u"event %1 of the batch: "_s.arg(read.size());
        try {
            const Payload wire = Payload::item(value);
            WireEvent event;
            event.envelope = wire.text(u"envelope"_s).toUtf8();
            event.hash = wire.text(u"hash"_s);
            event.previousHash = previous;
            const QByteArray own = Sha256::of(QByteArray::fromHex(previous.toLatin1()), event.envelope);
            if (QString::fromLatin1(own.toHex()) != event.hash)
                return refuse(400, u"bad_hash"_s,
                    place + u"the envelope hashes to "_s + QString::fromLatin1(own.toHex()));
            event.fact = readFact(till, event.envelope);
            if (!read.empty() && !follows(read.back().fact.position, event.fact.position))
                return refuse(400, u"bad_request"_s, place + u"does not follow the one before it"_s);
            previous = event.hash;
            read.push_back(std::move(event));
        } catch (const PayloadError &error) {
            return refuse(400, u"bad_request"_s, place + QString::fromUtf8(error.what()));
        }
    }
    return read;
}

} // namespace evertill::sandbox

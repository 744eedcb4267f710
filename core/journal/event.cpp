#include "core/journal/event.h"

#include "core/base/json_fields.h"
#include "core/base/json_writer.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace evertill {

QByteArray Event::envelope() const
{
    JsonWriter json;
    json.beginObject()
        .field("actor", actor)
        .field("at", at.us)
        .field("business_date", businessDate)
        .field("epoch", position.epoch)
        .field("id", id)
        .key("kind")
        .utf8(kind);
    if (origin)
        json.key("origin").beginObject().field("epoch", origin->epoch).field("seq", origin->seq).endObject();
    return json.key("payload")
        .raw(payload)
        .field("seq", position.seq)
        .key("subject")
        .utf8(subject)
        .field("utc_offset_min", utcOffsetMin)
        .field("version", version)
        .endObject()
        .take();
}

std::optional<Event> Event::fromEnvelope(QByteArrayView envelope)
{
    const QByteArray bytes = envelope.toByteArray();
    JsonFields fields(QJsonDocument::fromJson(bytes).object());
    Event event;
    event.actor = fields.text("actor"_L1);
    event.at = {fields.integer("at"_L1)};
    event.businessDate = QDate::fromString(fields.text("business_date"_L1), Qt::ISODate);
    if (!event.businessDate.isValid())
        fields.fail(u"business_date: no day"_s);
    event.position = {fields.integer("epoch"_L1, 0), fields.integer("seq"_L1, 0)};
    event.id = EventId(fields.uuid("id"_L1));
    event.kind = fields.text("kind"_L1).toUtf8();
    if (fields.has("origin"_L1)) {
        JsonFields origin(fields.object("origin"_L1));
        event.origin = {origin.integer("epoch"_L1, 1), origin.integer("seq"_L1, 1)};
        if (!origin.ok() || *event.origin >= event.position || !event.origin->isPackable())
            fields.fail(u"origin: not before the event"_s);
    }
    if (!event.position.isPackable())
        fields.fail(u"seq: larger than a journal can be"_s);
    const QJsonObject payload = fields.object("payload"_L1);
    event.subject = fields.text("subject"_L1).toUtf8();
    event.utcOffsetMin = int(fields.integer("utc_offset_min"_L1));
    event.version = int(fields.integer("version"_L1));
    // QJsonObject keeps its keys sorted and writes compactly; whether that is the very text is proved by
    // writing the whole again.
    event.payload = QJsonDocument(payload).toJson(QJsonDocument::Compact);
    if (!fields.ok() || event.envelope() != bytes)
        return std::nullopt;
    return event;
}

} // namespace evertill

#include "sync/oms/event_batch.h"

#include "core/base/json_writer.h"

namespace evertill {

WireEvent WireEvent::of(const Event &event)
{
    return {event.position, event.envelope(), event.previous, event.hash};
}

QByteArray encodeBatch(std::span<const WireEvent> events)
{
    Q_ASSERT(!events.empty());
    JsonWriter json;
    json.beginObject().key("events").beginArray();
    for (const WireEvent &event : events) {
        json.beginObject().key("envelope").utf8(event.envelope);
        json.key("hash").utf8(toHex(event.hash)).endObject();
    }
    return json.endArray().key("prev_hash").utf8(toHex(events.front().previous)).endObject().take();
}

} // namespace evertill

#include "sync/oms/journal_piece.h"

#include "core/base/json_fields.h"
#include "sync/oms/json_body.h"

using namespace Qt::StringLiterals;

namespace evertill {
namespace {

Result<Event> eventFrom(const QJsonObject &object, PieceOf what, Position after)
{
    JsonFields fields(object);
    const QByteArray envelope = fields.text("envelope"_L1).toUtf8();
    const Hash hash = hashFromBytes(fields.hex("hash"_L1, 32));
    const bool isDiverged = what == PieceOf::Diverged;
    const Hash previous = isDiverged ? hashFromBytes(fields.hex("prev_hash"_L1, 32)) : Hash{};
    if (!fields.ok())
        return badAnswer(fields.problem());
    auto event = Event::fromEnvelope(envelope);
    if (!event)
        return badAnswer(u"envelope: not one"_s);
    if (event->position <= after)
        return badAnswer(u"not in the order of the journal"_s);
    if (isDiverged && chained(previous, envelope) != hash)
        return badAnswer(u"hash: not that of the envelope"_s);
    event->previous = previous;
    event->hash = hash;
    return std::move(*event);
}

} // namespace

Result<JournalPiece> decodeJournalPiece(const QByteArray &body, PieceOf what, Position after)
{
    const auto object = objectOf(body);
    if (!object)
        return tl::unexpected(object.error());
    JsonFields fields(*object);
    JournalPiece piece;
    piece.more = fields.boolean("more"_L1);
    const QJsonArray events = fields.array("events"_L1);
    // Or it would go on for ever.
    if (piece.more && events.isEmpty())
        fields.fail(u"more: there is more, but nothing in this piece"_s);
    if (!fields.ok())
        return badAnswer(fields.problem());
    piece.events.reserve(std::size_t(events.size()));
    for (const QJsonValue &value : events) {
        auto event = eventFrom(value.toObject(), what, after);
        if (!event)
            return badAnswer(u"events[%1]: %2"_s.arg(piece.events.size())
                                 .arg(event.error().facts.value(u"problem"_s).toString()));
        after = event->position;
        piece.events.push_back(std::move(*event));
    }
    return piece;
}

} // namespace evertill

#include "sync/oms/answers.h"

#include "core/base/json_fields.h"
#include "sync/oms/json_body.h"

using namespace Qt::StringLiterals;

namespace evertill {
namespace {

Accepted acceptedIn(JsonFields &fields)
{
    const Position position = {epochIn(fields, "epoch"_L1), seqIn(fields, "accepted_through"_L1)};
    return {position, hashFromBytes(fields.hex("hash"_L1, 32))};
}

std::optional<EventOutcome::Kind> outcomeKind(const QString &name)
{
    if (name == "applied"_L1)
        return EventOutcome::Applied;
    if (name == "repeat"_L1)
        return EventOutcome::Repeat;
    if (name == "task"_L1)
        return EventOutcome::Task;
    if (name == "not_understood"_L1)
        return EventOutcome::NotUnderstood;
    return std::nullopt;
}

} // namespace

Result<Accepted> decodeAccepted(const QByteArray &body)
{
    const auto object = objectOf(body);
    if (!object)
        return tl::unexpected(object.error());
    JsonFields fields(*object);
    const Accepted accepted = acceptedIn(fields);
    if (!fields.ok())
        return badAnswer(fields.problem());
    return accepted;
}

Result<BatchOutcome> decodeBatchOutcome(const QByteArray &body)
{
    const auto object = objectOf(body);
    if (!object)
        return tl::unexpected(object.error());
    JsonFields fields(*object);
    BatchOutcome outcome = {acceptedIn(fields), {}};
    const QJsonArray list = fields.array("outcomes"_L1);
    for (const QJsonValue &value : list) {
        JsonFields one(value.toObject(), u"outcomes[%1]"_s.arg(outcome.outcomes.size()));
        const Position position = positionIn(one);
        const QString name = one.text("outcome"_L1);
        const auto kind = outcomeKind(name);
        if (one.ok() && !kind)
            one.fail(u"outcome: no such outcome as %1"_s.arg(name.left(40)));
        if (!one.ok())
            return badAnswer(one.problem());
        outcome.outcomes.push_back({position, *kind});
    }
    if (!fields.ok())
        return badAnswer(fields.problem());
    return outcome;
}

Result<Conflict> decodeConflict(const QByteArray &body)
{
    const auto object = objectOf(body);
    if (!object)
        return tl::unexpected(object.error());
    JsonFields fields(*object);
    Conflict conflict = {acceptedIn(fields), Conflict::Gap};
    const QString error = fields.text("error"_L1);
    if (error == "fork"_L1)
        conflict.kind = Conflict::Fork;
    else if (error != "gap"_L1)
        fields.fail(u"error: no such conflict as %1"_s.arg(error.left(40)));
    if (!fields.ok())
        return badAnswer(fields.problem());
    return conflict;
}

} // namespace evertill

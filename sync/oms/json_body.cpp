#include "sync/oms/json_body.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace evertill {
namespace {

std::int64_t boundedIn(JsonFields &fields, QLatin1StringView name, std::int64_t most)
{
    const std::int64_t number = fields.integer(name, 0);
    if (number <= most)
        return number;
    fields.fail(QString(name) + u": larger than a journal can be"_s);
    return 0;
}

} // namespace

tl::unexpected<Refusal> badAnswer(const QString &problem)
{
    return refuse(Code::BadAnswer, {{u"problem"_s, problem}});
}

Result<QJsonObject> objectOf(const QByteArray &body)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(body, &error);
    if (error.error != QJsonParseError::NoError)
        return badAnswer(u"not JSON: %1 at byte %2"_s.arg(error.errorString()).arg(error.offset));
    if (!document.isObject())
        return badAnswer(u"not a JSON object"_s);
    return document.object();
}

std::int64_t epochIn(JsonFields &fields, QLatin1StringView name)
{
    return boundedIn(fields, name, Position::kLargestEpoch);
}

std::int64_t seqIn(JsonFields &fields, QLatin1StringView name)
{
    return boundedIn(fields, name, Position::kLargestSeq);
}

Position positionIn(JsonFields &fields) { return {epochIn(fields, "epoch"_L1), seqIn(fields, "seq"_L1)}; }

} // namespace evertill

#include "sync/oms/verdict.h"

#include "core/base/json_fields.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace evertill {
namespace {

/// Retry-After is a number of seconds, or a moment by the server's own clock.
std::optional<std::chrono::seconds> pauseAskedFor(const HttpAnswer &answer, Instant now)
{
    const QByteArray text = answer.retryAfter.trimmed();
    bool isNumber = false;
    const qlonglong seconds = text.toLongLong(&isNumber);
    if (isNumber)
        return seconds >= 0 ? std::optional(std::chrono::seconds(seconds)) : std::nullopt;
    const auto until = httpDate(text);
    if (!until)
        return std::nullopt;
    const auto pause = std::chrono::duration_cast<std::chrono::seconds>(*until - answer.date.value_or(now));
    return std::max(pause, std::chrono::seconds(0));
}

Verdict denial(const HttpAnswer &answer)
{
    JsonFields fields(QJsonDocument::fromJson(answer.body).object());
    const QString error = fields.text("error"_L1);
    if (!fields.ok() || error.isEmpty())
        return {Verdict::Bad, u"status %1 without an error code"_s.arg(answer.status), answer.status, {}};
    return {Verdict::Denied, error, answer.status, {}};
}

} // namespace

Verdict judge(const HttpAnswer &answer, Instant now)
{
    const int status = answer.status;
    if (answer.api.trimmed() != "1")
        return {Verdict::Away, u"status %1 from something that is not the OMS"_s.arg(status), status, {}};
    if (status >= 200 && status < 300)
        return {Verdict::Good, {}, status, {}};
    if (status == 429 || status >= 500)
        return {Verdict::Later, u"status %1"_s.arg(status), status, pauseAskedFor(answer, now)};
    if (status >= 400)
        return denial(answer);
    return {Verdict::Bad, u"status %1"_s.arg(status), status, {}};
}

Verdict judge(const HttpFailure &failure)
{
    switch (failure.kind) {
    case HttpFailure::Untrusted:
        return {Verdict::Untrusted, failure.problem, 0, {}};
    case HttpFailure::BadAnswer:
        return {Verdict::Bad, failure.problem, 0, {}};
    case HttpFailure::Unreachable:
        break;
    }
    return {Verdict::Away, failure.problem, 0, {}};
}

Refusal refusalOf(const Verdict &verdict)
{
    switch (verdict.kind) {
    case Verdict::Untrusted:
        return {Code::Untrusted, {{u"problem"_s, verdict.detail}}};
    case Verdict::Denied:
        return {Code::Denied, {{u"error"_s, verdict.detail}}};
    case Verdict::Bad:
        return {Code::BadAnswer, {{u"problem"_s, verdict.detail}}};
    default:
        return {Code::Unreachable, {{u"problem"_s, verdict.detail}}};
    }
}

} // namespace evertill

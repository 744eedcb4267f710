#include "sync/enrol/journal_over_https.h"

#include "sync/http/oms_client.h"
#include "sync/oms/answers.h"
#include "sync/oms/verdict.h"

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace evertill {

Result<QByteArray> JournalOverHttps::ask(const QString &path, std::int64_t limit) const
{
    const auto tls = tlsFor(m_identity);
    if (!tls)
        return tl::unexpected(tls.error());
    const HttpRequest request{"GET", u"/v1/tills/"_s + m_till + path, {}, 60s, limit};
    const OmsAnswer answer = askAndWait(m_identity.oms, *tls, request);
    const auto *failure = std::get_if<HttpFailure>(&answer);
    const Verdict verdict = failure ? judge(*failure) : judge(std::get<HttpAnswer>(answer), {});
    if (verdict.kind != Verdict::Good)
        return tl::unexpected(refusalOf(verdict));
    return std::get<HttpAnswer>(answer).body;
}

Result<Accepted> JournalOverHttps::position() const
{
    const auto body = ask(u"/position"_s, 64 << 10);
    if (!body)
        return tl::unexpected(body.error());
    return decodeAccepted(*body);
}

Result<JournalPiece> JournalOverHttps::after(Position after, int limit) const
{
    const auto body =
        ask(u"/events?epoch=%1&seq=%2&limit=%3"_s.arg(after.epoch).arg(after.seq).arg(limit), 32 << 20);
    if (!body)
        return tl::unexpected(body.error());
    return decodeJournalPiece(*body, PieceOf::Chain, after);
}

} // namespace evertill

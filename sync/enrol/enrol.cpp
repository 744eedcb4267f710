#include "sync/enrol/enrol.h"

#include "sync/http/oms_client.h"
#include "sync/oms/enrolment.h"
#include "sync/oms/verdict.h"
#include "sync/trust/till_key.h"

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace evertill {
namespace {

Result<QByteArray> bodyOf(const OmsAnswer &answer)
{
    const auto *failure = std::get_if<HttpFailure>(&answer);
    // The moment matters only to a Retry-After that names one, and nothing is tried again here.
    const Verdict verdict = failure ? judge(*failure) : judge(std::get<HttpAnswer>(answer), {});
    if (verdict.kind != Verdict::Good)
        return tl::unexpected(refusalOf(verdict));
    return std::get<HttpAnswer>(answer).body;
}

} // namespace

Result<TillConfig> enrol(const EnrolRequest &request)
{
    const auto oms = omsUrl(request.oms.toString());
    if (!oms)
        return tl::unexpected(oms.error());
    const auto tls = tlsFor({*oms, request.ca, {}, {}});
    if (!tls)
        return refuse(Code::BadInput, {{u"problem"_s, u"the CA's file holds no certificate"_s}});
    const auto key = TillKey::keptAt(tillKeyPath(request.folder));
    if (!key)
        return tl::unexpected(key.error());
    const QByteArray asked = encodeEnrolmentRequest(request.code, key->signingRequest(), request.sealKey);
    const auto body = bodyOf(askAndWait(*oms, *tls, {"POST", u"/v1/enrolments"_s, asked, 30s, 1 << 20}));
    if (!body)
        return tl::unexpected(body.error());
    auto enrolment = decodeEnrolment(*body);
    if (!enrolment)
        return tl::unexpected(enrolment.error());
    if (!key->isIn(enrolment->certificate))
        return refuse(Code::BadAnswer, {{u"problem"_s, u"certificate: not of this till's key"_s}});
    if (auto kept = saveOmsIdentity(request.folder, {*oms, request.ca, enrolment->certificate, {}}); !kept)
        return tl::unexpected(kept.error());
    return std::move(enrolment->config);
}

} // namespace evertill

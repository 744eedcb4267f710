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

struct Server {
    QUrl oms;
    QSslConfiguration tls;
};

Result<Server> serverAt(const QUrl &url, const QByteArray &ca)
{
    const auto oms = omsUrl(url.toString());
    if (!oms)
        return tl::unexpected(oms.error());
    const auto tls = tlsFor({*oms, ca, {}, {}});
    if (!tls)
        return refuse(Code::BadInput, {{u"problem"_s, u"the CA's file holds no certificate"_s}});
    return Server{*oms, *tls};
}

Result<QByteArray> askedOf(const Server &server, const QString &path, const QByteArray &question)
{
    return bodyOf(askAndWait(server.oms, server.tls, {"POST", path, question, 30s, 1 << 20}));
}

} // namespace

Result<EnrolmentPreview> previewEnrolment(const QUrl &oms, const QByteArray &ca, const QString &code)
{
    const auto server = serverAt(oms, ca);
    if (!server)
        return tl::unexpected(server.error());
    const auto body = askedOf(*server, u"/v1/enrolments/preview"_s, encodeEnrolmentPreviewRequest(code));
    if (!body)
        return tl::unexpected(body.error());
    return decodeEnrolmentPreview(*body);
}

Result<Enrolled> enrol(const EnrolRequest &request)
{
    const auto server = serverAt(request.oms, request.ca);
    if (!server)
        return tl::unexpected(server.error());
    const auto key = TillKey::keptAt(tillKeyPath(request.folder));
    if (!key)
        return tl::unexpected(key.error());
    const auto body = askedOf(*server, u"/v1/enrolments"_s,
        encodeEnrolmentRequest(request.code, key->signingRequest(), request.sealKey));
    if (!body)
        return tl::unexpected(body.error());
    auto enrolment = decodeEnrolment(*body);
    if (!enrolment)
        return tl::unexpected(enrolment.error());
    if (!key->isIn(enrolment->certificate))
        return refuse(Code::BadAnswer, {{u"problem"_s, u"certificate: not of this till's key"_s}});
    return Enrolled{
        std::move(enrolment->config), {server->oms, request.ca, enrolment->certificate, key->privatePem()}};
}

} // namespace evertill

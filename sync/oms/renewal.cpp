#include "sync/oms/renewal.h"

#include "core/base/json_writer.h"
#include "sync/oms/json_body.h"

namespace evertill {

QByteArray encodeRenewalRequest(const QByteArray &csr)
{
    return JsonWriter().beginObject().key("csr").utf8(csr).endObject().take();
}

Result<QByteArray> decodeRenewal(const QByteArray &body)
{
    const auto object = objectOf(body);
    if (!object)
        return tl::unexpected(object.error());
    JsonFields fields(*object);
    const QByteArray certificate = fields.text(QLatin1StringView("certificate")).toUtf8();
    if (!fields.ok())
        return badAnswer(fields.problem());
    return certificate;
}

} // namespace evertill

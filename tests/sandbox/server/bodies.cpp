#include "tests/sandbox/server/bodies.h"

#include "tests/sandbox/store/json_text.h"

#include <QJsonDocument>
#include <QString>
#include <chrono>
#include <memory>
#include <zstd.h>

using namespace Qt::StringLiterals;

namespace evertill::sandbox {

namespace {

// A content type that httplib itself does not take for compressible: its Brotli is slow, and the contract
// says zstd.
constexpr const char *jsonType = "application/json; charset=utf-8";
constexpr qsizetype worthCompressing = 2048;

Result<QByteArray> unpacked(const std::string &packed, qsizetype limit)
{
    const std::unique_ptr<ZSTD_DCtx, decltype(&ZSTD_freeDCtx)> context(ZSTD_createDCtx(), &ZSTD_freeDCtx);
    QByteArray piece(static_cast<qsizetype>(ZSTD_DStreamOutSize()), Qt::Uninitialized);
    QByteArray body;
    ZSTD_inBuffer in{packed.data(), packed.size(), 0};
    std::size_t left = 1;
    while (in.pos < in.size) {
        ZSTD_outBuffer out{piece.data(), static_cast<std::size_t>(piece.size()), 0};
        left = ZSTD_decompressStream(context.get(), &out, &in);
        if (ZSTD_isError(left))
            return refuse(400, u"bad_request"_s, u"the body is no zstd"_s);
        body.append(piece.constData(), static_cast<qsizetype>(out.pos));
        if (body.size() > limit)
            return refuse(413, u"too_large"_s, u"the unpacked body"_s);
        if (out.pos == 0 && in.pos == in.size)
            break;
    }
    if (left != 0)
        return refuse(400, u"bad_request"_s, u"the zstd body is torn"_s);
    return body;
}

} // namespace

QString named(const httplib::Request &request) { return QString::fromStdString(request.matches[1].str()); }

bool takesZstd(const httplib::Request &request)
{
    return request.get_header_value("Accept-Encoding").find("zstd") != std::string::npos;
}

Result<QByteArray> bodyOf(const httplib::Request &request, qsizetype limit)
{
    if (request.get_header_value("Content-Encoding") == "zstd")
        return unpacked(request.body, limit);
    if (request.body.size() > static_cast<std::size_t>(limit))
        return refuse(413, u"too_large"_s, u"the body"_s);
    return QByteArray::fromStdString(request.body);
}

Result<QJsonObject> objectIn(const httplib::Request &request, qsizetype limit)
{
    const Result<QByteArray> body = bodyOf(request, limit);
    if (!body)
        return tl::unexpected(body.error());
    const QJsonDocument document = QJsonDocument::fromJson(*body);
    return document.isObject() ? Result<QJsonObject>(document.object())
                               : refuse(400, u"bad_request"_s, u"the body is no JSON object"_s);
}

Result<QJsonArray> arrayIn(const httplib::Request &request, qsizetype limit)
{
    const Result<QByteArray> body = bodyOf(request, limit);
    if (!body)
        return tl::unexpected(body.error());
    const QJsonDocument document = QJsonDocument::fromJson(*body);
    return document.isArray() ? Result<QJsonArray>(document.array())
                              : refuse(400, u"bad_request"_s, u"the body is no JSON array"_s);
}

Result<qint64> numberIn(const httplib::Request &request, const char *name, qint64 otherwise, qint64 most)
{
    if (!request.has_param(name))
        return otherwise;
    bool good = false;
    const qint64 value = QByteArray::fromStdString(request.get_param_value(name)).toLongLong(&good);
    if (!good || value < 0)
        return refuse(400, u"bad_request"_s, QString::fromLatin1(name));
    return qMin(value, most);
}

void answer(const httplib::Request &request, httplib::Response &response, const QByteArray &json)
{
    if (response.status < 0)
        response.status = 200;
    if (json.size() < worthCompressing || !takesZstd(request)) {
        response.set_content(json.constData(), static_cast<std::size_t>(json.size()), jsonType);
        return;
    }
    std::string packed(ZSTD_compressBound(static_cast<std::size_t>(json.size())), '\0');
    packed.resize(ZSTD_compress(
        packed.data(), packed.size(), json.constData(), static_cast<std::size_t>(json.size()), 1));
    response.set_header("Content-Encoding", "zstd");
    response.set_content(packed, jsonType);
}

void answer(const httplib::Request &request, httplib::Response &response, const QJsonObject &json)
{
    answer(request, response, jsonText(json));
}

void answer(const httplib::Request &request, httplib::Response &response, const Refusal &refusal)
{
    QJsonObject body = refusal.fields;
    body[u"error"_s] = refusal.error;
    body[u"message"_s] = refusal.message;
    response.status = refusal.status;
    answer(request, response, jsonText(body));
}

qint64 systemNow()
{
    using namespace std::chrono;
    return duration_cast<microseconds>(system_clock::now().time_since_epoch()).count();
}

} // namespace evertill::sandbox

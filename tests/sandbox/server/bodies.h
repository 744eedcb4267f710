#pragma once

#include "tests/sandbox/store/refusal.h"

#include <QByteArray>
#include <QJsonArray>
#include <httplib.h>

namespace evertill::sandbox {

/// Reading requests and writing answers: JSON, plain or zstd either way.
/// The body after decompression; refuses `too_large` (413) beyond \a limit bytes and `bad_request` for torn
/// zstd.
[[nodiscard]] Result<QByteArray> bodyOf(const httplib::Request &request, qsizetype limit);
[[nodiscard]] Result<QJsonObject> objectIn(const httplib::Request &request, qsizetype limit);
[[nodiscard]] Result<QJsonArray> arrayIn(const httplib::Request &request, qsizetype limit);
/// A whole number of the query within [0, most]; \a otherwise where it is missing, a refusal where it is
/// none.
[[nodiscard]] Result<qint64> numberIn(
    const httplib::Request &request, const char *name, qint64 otherwise, qint64 most);

void answer(const httplib::Request &request, httplib::Response &response, const QByteArray &json);
void answer(const httplib::Request &request, httplib::Response &response, const QJsonObject &json);
void answer(const httplib::Request &request, httplib::Response &response, const Refusal &refusal);
template <typename T>
void answer(const httplib::Request &request, httplib::Response &response, const Result<T> &result)
{
    if (result)
        answer(request, response, *result);
    else
        answer(request, response, result.error());
}
/// What the first group of the route's path matched.
[[nodiscard]] QString named(const httplib::Request &request);
[[nodiscard]] bool takesZstd(const httplib::Request &request);

/// Now, in microseconds since 1970.
[[nodiscard]] qint64 systemNow();

} // namespace evertill::sandbox

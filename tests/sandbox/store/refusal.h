#pragma once

#include <QJsonObject>
#include <QString>
#include <tl/expected.hpp>

namespace evertill::sandbox {

/// Why the OMS did not do what was asked: an HTTP status, the contract's error code, a text for a log, and
/// further fields that the answer carries (those of Accepted on `fork` and `gap`).
struct Refusal {
    int status = 400;
    QString error;
    QString message;
    QJsonObject fields;
};

template <typename T> using Result = tl::expected<T, Refusal>;

inline tl::unexpected<Refusal> refuse(int status, const QString &error, const QString &message)
{
    return tl::unexpected(Refusal{status, error, message, {}});
}

} // namespace evertill::sandbox

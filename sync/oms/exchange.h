#pragma once

#include "core/base/clock.h"

#include <QByteArray>
#include <QString>

#include <chrono>
#include <cstdint>
#include <optional>

namespace evertill {

/// Something to ask the OMS over HTTPS.
struct HttpRequest {
    QByteArray method; ///< GET or POST
    QString path; ///< from the host on, with its query, already percent-encoded
    QByteArray body; ///< JSON; empty with GET
    std::chrono::milliseconds timeout{20'000}; ///< for the whole of it, from asking to the answer's last byte
    std::int64_t answerLimit = 4 << 20; ///< bytes of the answer after decompression; a longer one is refused

    friend bool operator==(const HttpRequest &, const HttpRequest &) = default;
};

/// What came back, whoever it was that answered; judge() says what it is worth.
struct HttpAnswer {
    int status = 0;
    QByteArray api; ///< the header Evertill-Api: "1" where it is the OMS's
    QByteArray retryAfter; ///< the header Retry-After
    std::optional<Instant> date; ///< the header Date: the server's clock, in whole seconds
    QByteArray body; ///< decompressed
};

/// No answer, or none that can be used.
struct HttpFailure {
    enum Kind {
        Unreachable, ///< no connection, broken off, or too late
        Untrusted, ///< a certificate of another CA, or not for this host
        BadAnswer, ///< too long, or not what its headers say
    };
    Kind kind = Unreachable;
    QString problem; ///< for a log
};

/// An HTTP date ("Sun, 06 Nov 1994 08:49:37 GMT", RFC 9110); nothing for any other text.
[[nodiscard]] std::optional<Instant> httpDate(const QByteArray &text);

} // namespace evertill

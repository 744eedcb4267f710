#pragma once

#include "core/base/result.h"
#include "sync/oms/exchange.h"

#include <variant>

namespace evertill {

/// What an exchange came to, before anybody reads the body of a good answer.
struct Verdict {
    enum Kind {
        Good, ///< the OMS answered with 2xx
        Away, ///< nobody answered, or somebody else did: no Evertill-Api, as a captive portal's page has none
        Untrusted, ///< a certificate of another CA, or not for this host
        Later, ///< the OMS can't just now: 429 or 5xx
        Denied, ///< the OMS said no: 4xx with its error code
        Bad, ///< the OMS's answer breaks the contract
    };
    Kind kind = Good;
    QString detail; ///< Denied: the OMS's error code; else what is wrong, for a log
    int status = 0; ///< of the answer; 0 without one
    std::optional<std::chrono::seconds> retryAfter; ///< how long the server asks to be left alone
};

[[nodiscard]] Verdict judge(const HttpAnswer &answer, Instant now);
[[nodiscard]] Verdict judge(const HttpFailure &failure);

/// The same as a refusal: Unreachable, Untrusted, Denied or BadAnswer. Not for Good.
[[nodiscard]] Refusal refusalOf(const Verdict &verdict);

} // namespace evertill

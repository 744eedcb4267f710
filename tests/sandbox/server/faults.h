#pragma once

#include "tests/sandbox/store/refusal.h"

#include <httplib.h>
#include <mutex>
#include <optional>

namespace evertill::sandbox {

/// How the next calls under /v1 are to go wrong, so that a till's patience can be tried. Any thread may call.
struct Fault {
    int slowMs = 0; ///< the answer begins this much later
    int failStatus = 0; ///< this status, nothing done
    int retryAfter = 0; ///< seconds, said with failStatus
    bool garbage = false; ///< bytes that are no JSON, nothing done
    bool html = false; ///< a captive portal's page without the OMS's header, nothing done
    bool cut = false; ///< everything is done, and the answer breaks off in its middle
};

class Faults final {
public:
    /// {"slow_ms", "fail_status", "retry_after", "garbage", "html", "cut", "times"}: what the next `times`
    /// calls (default 1) suffer; 0 times ends it. Refuses `bad_request`.
    [[nodiscard]] Result<void> set(const QJsonObject &wish);
    /// The fault of the call that begins now on this thread, if any; ofThisCall() gives it again until the
    /// next take or forget.
    std::optional<Fault> take();
    [[nodiscard]] static const std::optional<Fault> &ofThisCall();
    static void forget();

    /// True where the fault is the whole answer and the call must not be looked at.
    [[nodiscard]] static bool replaces(const Fault &fault, httplib::Response &response);
    /// Has the finished answer break off, and its connection close.
    static void cutShort(httplib::Response &response);

private:
    std::mutex m_mutex;
    Fault m_fault;
    int m_times = 0;
};

} // namespace evertill::sandbox

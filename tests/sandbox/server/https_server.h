#pragma once

#include "tests/sandbox/server/authority.h"
#include "tests/sandbox/server/change_bell.h"
#include "tests/sandbox/server/faults.h"
#include "tests/sandbox/server/oms_pool.h"
#include "tests/sandbox/server/sandbox_routes.h"
#include "tests/sandbox/server/till_routes.h"

#include <atomic>
#include <set>

namespace evertill::sandbox {

/// The HTTPS server on 127.0.0.1: TLS 1.2 or newer, a client certificate asked for and not required
/// (enrolment has none). A connection holds a thread while it lives, so there are many threads and few of
/// them ever run.
class HttpsServer final {
public:
    struct Wish {
        QByteArray adminToken;
        bool allowSql = false;
        std::function<void()> stopRequested; ///< called on a server thread when somebody asks over HTTPS
    };
    HttpsServer(OmsPool &pool, const Authority &authority, Wish wish);

    /// Binds; 0 means any port. Returns the port, or 0 where it is taken.
    [[nodiscard]] int bind(int port);
    /// Serves until stop().
    void run();
    /// From any thread, once somebody runs it: ends held feeds, lets running answers finish, closes what is
    /// left.
    void stop();

private:
    [[nodiscard]] bool setUpTls(SSL_CTX &context);
    void setUpAnswers();
    void remember(const httplib::Request &request);

    const Authority &m_authority;
    ChangeBell m_bell;
    Faults m_faults;
    httplib::SSLServer m_server;
    TillRoutes m_tillRoutes;
    SandboxRoutes m_sandboxRoutes;
    std::atomic<bool> m_hasEnded = false;
    std::mutex m_mutex;
    std::set<int> m_sockets;
};

} // namespace evertill::sandbox

#pragma once

#include "tests/sandbox/server/authority.h"
#include "tests/sandbox/server/change_bell.h"
#include "tests/sandbox/server/oms_pool.h"

#include <httplib.h>

namespace evertill::sandbox {

/// The contract's calls, /v1/…: who asks is the subject of the client certificate.
class TillRoutes final {
public:
    /// All outlive it.
    TillRoutes(OmsPool &pool, const Authority &authority, ChangeBell &bell)
        : m_pool(pool), m_authority(authority), m_bell(bell)
    {
    }
    void addTo(httplib::Server &server);

private:
    using Call = void (TillRoutes::*)(const QString &till, const httplib::Request &, httplib::Response &);
    /// The call, for the till that the path names and the certificate proves; `wrong_till` otherwise.
    [[nodiscard]] httplib::Server::Handler own(Call call);
    /// The till that the client certificate proves, if it is one of today's.
    [[nodiscard]] Result<QString> asker(const httplib::Request &request);

    void enrol(const httplib::Request &request, httplib::Response &response);
    void previewEnrolment(const httplib::Request &request, httplib::Response &response);
    void renew(const QString &till, const httplib::Request &request, httplib::Response &response);
    void position(const QString &till, const httplib::Request &request, httplib::Response &response);
    void push(const QString &till, const httplib::Request &request, httplib::Response &response);
    void journal(const QString &till, const httplib::Request &request, httplib::Response &response);
    void changes(const QString &till, const httplib::Request &request, httplib::Response &response);
    void snapshot(const QString &till, const httplib::Request &request, httplib::Response &response);
    void stock(const httplib::Request &request, httplib::Response &response);
    void order(const httplib::Request &request, httplib::Response &response);
    void giftCard(const httplib::Request &request, httplib::Response &response);
    void holdGiftCard(const httplib::Request &request, httplib::Response &response);
    void releaseGiftCard(const httplib::Request &request, httplib::Response &response);
    void customer(const httplib::Request &request, httplib::Response &response);
    [[nodiscard]] httplib::Server::Handler holding(CustomerBook::Purse purse);
    void releaseForCustomer(const httplib::Request &request, httplib::Response &response);
    [[nodiscard]] Result<Page> waitForPage(
        const QString &till, const QByteArray &cursor, int limit, qint64 seconds);

    OmsPool &m_pool;
    const Authority &m_authority;
    ChangeBell &m_bell;
};

} // namespace evertill::sandbox

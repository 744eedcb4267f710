#pragma once

#include "tests/sandbox/server/faults.h"
#include "tests/sandbox/server/oms_pool.h"

#include <functional>
#include <httplib.h>

namespace evertill::sandbox {

/// What tests, the tour and whoever plays the shopper or the office ask, /sandbox/…, with the admin token. No
/// part of the contract.
class SandboxRoutes final {
public:
    /// \a stop begins the shutdown. All outlive it.
    SandboxRoutes(
        OmsPool &pool, Faults &faults, QByteArray adminToken, bool allowSql, std::function<void()> stop);
    void addTo(httplib::Server &server);

private:
    using Call = void (SandboxRoutes::*)(const httplib::Request &, httplib::Response &);
    [[nodiscard]] httplib::Server::Handler admin(Call call);

    void createCode(const httplib::Request &request, httplib::Response &response);
    void placeOrder(const httplib::Request &request, httplib::Response &response);
    void cancelOrder(const httplib::Request &request, httplib::Response &response);
    void putProducts(const httplib::Request &request, httplib::Response &response);
    void putPrice(const httplib::Request &request, httplib::Response &response);
    void putRecall(const httplib::Request &request, httplib::Response &response);
    void dropProduct(const httplib::Request &request, httplib::Response &response);
    void putStock(const httplib::Request &request, httplib::Response &response);
    void putGiftCard(const httplib::Request &request, httplib::Response &response);
    void putCustomer(const httplib::Request &request, httplib::Response &response);
    void putTaxes(const httplib::Request &request, httplib::Response &response);
    void putPromotion(const httplib::Request &request, httplib::Response &response);
    void putPriceList(const httplib::Request &request, httplib::Response &response);
    void putExchangeRate(const httplib::Request &request, httplib::Response &response);
    void dropExchangeRate(const httplib::Request &request, httplib::Response &response);
    void dropPriceList(const httplib::Request &request, httplib::Response &response);
    void dropPromotion(const httplib::Request &request, httplib::Response &response);
    void revoke(const httplib::Request &request, httplib::Response &response);
    void setFaults(const httplib::Request &request, httplib::Response &response);
    void table(const httplib::Request &request, httplib::Response &response);
    void runSql(const httplib::Request &request, httplib::Response &response);
    void stop(const httplib::Request &request, httplib::Response &response);

    OmsPool &m_pool;
    Faults &m_faults;
    const std::string m_authorization;
    const bool m_allowSql;
    const std::function<void()> m_stop;
};

} // namespace evertill::sandbox

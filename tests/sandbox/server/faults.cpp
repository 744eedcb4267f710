#include "tests/sandbox/server/faults.h"

#include <QStringList>
#include <chrono>
#include <memory>
#include <thread>

using namespace Qt::StringLiterals;

namespace evertill::sandbox {

namespace {

// A call is answered on one thread from its first byte to its last.
thread_local std::optional<Fault> faultOfThisCall;

} // namespace

const std::optional<Fault> &Faults::ofThisCall() { return faultOfThisCall; }

void Faults::forget() { faultOfThisCall.reset(); }

Result<void> Faults::set(const QJsonObject &wish)
{
    static const QStringList keys{
        u"slow_ms"_s, u"fail_status"_s, u"retry_after"_s, u"garbage"_s, u"html"_s, u"cut"_s, u"times"_s};
    for (auto field = wish.begin(); field != wish.end(); ++field) {
        if (!keys.contains(field.key()))
            return refuse(400, u"bad_request"_s, u"fault "_s + field.key());
    }
    const std::lock_guard lock(m_mutex);
    m_fault = {wish.value(u"slow_ms"_s).toInt(), wish.value(u"fail_status"_s).toInt(),
        wish.value(u"retry_after"_s).toInt(), wish.value(u"garbage"_s).toBool(),
        wish.value(u"html"_s).toBool(), wish.value(u"cut"_s).toBool()};
    m_times = wish.value(u"times"_s).toInt(1);
    return {};
}

std::optional<Fault> Faults::take()
{
    const std::lock_guard lock(m_mutex);
    faultOfThisCall.reset();
    if (m_times > 0) {
        --m_times;
        faultOfThisCall = m_fault;
    }
    return faultOfThisCall;
}

bool Faults::replaces(const Fault &fault, httplib::Response &response)
{
    std::this_thread::sleep_for(std::chrono::milliseconds(fault.slowMs));
    if (fault.html) {
        response.status = 200;
        response.set_content("<html><body>Welcome to the airport's free Wi-Fi</body></html>", "text/html");
    } else if (fault.garbage) {
        response.status = 200;
        response.set_content(
            std::string("\x00\xff{\"changes\":[[[\xc3\x28", 19), "application/json; charset=utf-8");
    } else if (fault.failStatus != 0) {
        response.status = fault.failStatus;
        response.set_content(
            "{\"error\":\"fault\",\"message\":\"asked for\"}", "application/json; charset=utf-8");
        if (fault.retryAfter > 0)
            response.set_header("Retry-After", std::to_string(fault.retryAfter));
    } else {
        return false;
    }
    // The request's body was not read: nothing else can follow on this connection.
    response.set_header("Connection", "close");
    return true;
}

void Faults::cutShort(httplib::Response &response)
{
    if (response.body.empty())
        return;
    const auto body = std::make_shared<std::string>(std::move(response.body));
    response.body.clear();
    const std::string type = response.get_header_value("Content-Type");
    response.headers.erase("Content-Type");
    response.set_content_provider(
        body->size(), type, [body](std::size_t, std::size_t length, httplib::DataSink &sink) {
            sink.write(body->data(), length / 2);
            return false;
        });
}

} // namespace evertill::sandbox

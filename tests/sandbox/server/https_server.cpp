#include "tests/sandbox/server/https_server.h"

#include "tests/sandbox/server/bodies.h"

#include <chrono>
#include <openssl/ssl.h>
#include <sys/socket.h>
#include <thread>

using namespace Qt::StringLiterals;

namespace evertill::sandbox {

namespace {

constexpr int threads = 96;
constexpr std::size_t requestBytes = std::size_t{256} << 20;
constexpr int idleSeconds = 75;
constexpr auto grace = std::chrono::milliseconds(300);

/// A POST that names no length has no body (RFC 9112, 6.3); httplib would read on until the connection times
/// out. The request is httplib's own object on its stack, const only to handlers.
void nameMissingLength(const httplib::Request &request)
{
    if (request.method != "GET" && !request.has_header("Content-Length")
        && !request.has_header("Transfer-Encoding"))
        const_cast<httplib::Request &>(request).set_header("Content-Length", "0");
}

bool isContract(const httplib::Request &request) { return request.path.rfind("/v1/", 0) == 0; }

} // namespace

HttpsServer::HttpsServer(OmsPool &pool, const Authority &authority, Wish wish)
    : m_authority(authority), m_server([this](SSL_CTX &context) { return setUpTls(context); }),
      m_tillRoutes(pool, authority, m_bell),
      m_sandboxRoutes(pool, m_faults, wish.adminToken, wish.allowSql, std::move(wish.stopRequested))
{
    m_server.new_task_queue = [] { return new httplib::ThreadPool(threads); };
    m_server.set_keep_alive_max_count(1'000'000);
    m_server.set_keep_alive_timeout(idleSeconds);
    m_server.set_read_timeout(idleSeconds);
    m_server.set_write_timeout(idleSeconds);
    m_server.set_payload_max_length(requestBytes);
    m_server.set_tcp_nodelay(true);
    // Without SO_REUSEPORT, httplib's default: two servers must not share one port by mistake.
    m_server.set_socket_options([](socket_t socket) {
        const int yes = 1;
        setsockopt(socket, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
    });
    setUpAnswers();
    m_tillRoutes.addTo(m_server);
    m_sandboxRoutes.addTo(m_server);
}

bool HttpsServer::setUpTls(SSL_CTX &context)
{
    static constexpr unsigned char session[] = "evertill";
    X509_STORE *trusted = X509_STORE_new();
    SSL_CTX_set_cert_store(&context, trusted);
    SSL_CTX_set_verify(&context, SSL_VERIFY_PEER, nullptr);
    return X509_STORE_add_cert(trusted, m_authority.caCertificate()) == 1
        && SSL_CTX_set_min_proto_version(&context, TLS1_2_VERSION) == 1
        && SSL_CTX_use_certificate(&context, m_authority.serverCertificate()) == 1
        && SSL_CTX_use_PrivateKey(&context, m_authority.serverKey()) == 1
        && SSL_CTX_set_session_id_context(&context, session, sizeof session - 1) == 1
        && SSL_CTX_add_client_CA(&context, m_authority.caCertificate()) == 1;
}

void HttpsServer::setUpAnswers()
{
    m_server.set_pre_routing_handler([this](const httplib::Request &request, httplib::Response &response) {
        remember(request);
        nameMissingLength(request);
        Faults::forget();
        const bool faulty =
            isContract(request) && m_faults.take() && Faults::replaces(*Faults::ofThisCall(), response);
        return faulty ? httplib::Server::HandlerResponse::Handled
                      : httplib::Server::HandlerResponse::Unhandled;
    });
    m_server.set_post_routing_handler([this](const httplib::Request &request, httplib::Response &response) {
        const std::optional<Fault> fault = Faults::ofThisCall();
        if (!fault || !fault->html)
            response.set_header("Evertill-Api", "1");
        if (fault && fault->cut)
            Faults::cutShort(response);
        if (request.method != "GET" && response.status < 300)
            m_bell.ring();
    });
    m_server.set_exception_handler(
        [](const httplib::Request &request, httplib::Response &response, std::exception_ptr error) {
            try {
                std::rethrow_exception(error);
            } catch (const std::exception &what) {
                answer(request, response, Refusal{500, u"internal"_s, QString::fromUtf8(what.what()), {}});
            }
        });
    m_server.set_error_handler([](const httplib::Request &request, httplib::Response &response) {
        if (response.body.empty())
            answer(request, response,
                Refusal{response.status, u"not_found"_s, QString::fromStdString(request.path), {}});
    });
}

void HttpsServer::remember(const httplib::Request &request)
{
    const std::lock_guard lock(m_mutex);
    m_sockets.insert(SSL_get_fd(request.ssl));
}

int HttpsServer::bind(int port)
{
    if (port == 0)
        return qMax(0, m_server.bind_to_any_port("127.0.0.1"));
    return m_server.bind_to_port("127.0.0.1", port) ? port : 0;
}

void HttpsServer::run()
{
    m_server.listen_after_bind();
    m_hasEnded = true;
}

void HttpsServer::stop()
{
    // A server that is asked to stop before its loop has begun would not hear of it, and run for ever.
    while (!m_server.is_running() && !m_hasEnded)
        std::this_thread::sleep_for(std::chrono::milliseconds(1));
    m_server.stop();
    m_bell.close();
    std::this_thread::sleep_for(grace);
    // Idle connections would hold their threads until they time out. A number that is no socket any more is
    // left alone by shutdown().
    const std::lock_guard lock(m_mutex);
    for (const int socket : m_sockets)
        shutdown(socket, SHUT_RDWR);
}

} // namespace evertill::sandbox

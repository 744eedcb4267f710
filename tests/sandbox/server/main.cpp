#include "tests/sandbox/server/bodies.h"
#include "tests/sandbox/server/https_server.h"
#include "tests/sandbox/server/options.h"
#include "tests/sandbox/server/private_file.h"
#include "tests/sandbox/store/json_text.h"

#include <QCoreApplication>
#include <QDir>
#include <csignal>
#include <cstdio>
#include <openssl/rand.h>
#include <stdexcept>
#include <sys/stat.h>
#include <thread>
#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace evertill::sandbox;

namespace {

constexpr int defaultPort = 8443;

sigset_t stopSignals()
{
    sigset_t set;
    sigemptyset(&set);
    sigaddset(&set, SIGTERM);
    sigaddset(&set, SIGINT);
    return set;
}

/// Returns when the process is told to stop, or its parent is gone and that was to end it.
void waitForTheEnd(bool withParent, pid_t parent)
{
    const sigset_t signals = stopSignals();
    const timespec often{0, 200'000'000};
    while (sigtimedwait(&signals, nullptr, &often) < 0) {
        if (withParent && getppid() != parent)
            return;
    }
}

QByteArray adminToken(const QString &folder)
{
    const QString path = folder + u"/admin-token"_s;
    QByteArray token = readFile(path).trimmed();
    if (token.isEmpty()) {
        QByteArray bytes(32, '\0');
        if (RAND_bytes(reinterpret_cast<unsigned char *>(bytes.data()), 32) != 1)
            throw std::runtime_error("no random bytes");
        token = bytes.toHex();
        writePrivateFile(path, token + '\n');
    }
    return token;
}

/// A new data folder gets the demo shop; one that was used keeps what it holds.
void loadDemo(OmsPool &pool, const QStringList &files)
{
    const OmsPool::Lease oms = pool.lease();
    if (!oms->isNew())
        return;
    DemoCatalog all;
    for (const QString &file : files) {
        const QByteArray text = readFile(file);
        if (text.isEmpty())
            throw std::runtime_error(file.toStdString() + " can't be read");
        const Result<DemoCatalog> read =
            file.endsWith(u".json"_s) ? DemoCatalog::readJson(text) : DemoCatalog::read(text);
        if (!read)
            throw std::runtime_error(file.toStdString() + ": " + read.error().message.toStdString());
        all.add(*read);
    }
    if (const Result<void> loaded = oms->load(all, systemNow()); !loaded)
        throw std::runtime_error("demo: " + loaded.error().message.toStdString());
}

/// An enrolled till knows the port, so the last start's must be had again; a new data folder takes another
/// where its first choice is busy.
int bindPort(HttpsServer &server, const Options &options)
{
    const int last = readFile(options.folder + u"/port"_s).trimmed().toInt();
    const int wanted = options.port ? *options.port : last > 0 ? last : defaultPort;
    int port = server.bind(wanted);
    if (port == 0 && !options.port && last == 0)
        port = server.bind(0);
    if (port == 0)
        throw std::runtime_error("port " + std::to_string(wanted) + " is taken; --port 0 takes any");
    return port;
}

void sayReady(const Options &options, int port)
{
    writeFile(options.folder + u"/port"_s, QByteArray::number(port) + '\n');
    const QByteArray line = jsonText(QJsonObject{{u"ready"_s, true}, {u"port"_s, port},
        {u"url"_s, u"https://localhost:%1"_s.arg(port)}, {u"ca"_s, options.folder + u"/ca.pem"_s},
        {u"admin_token_file"_s, options.folder + u"/admin-token"_s}});
    std::printf("%s\n", line.constData());
    std::fflush(stdout);
}

int serve(const Options &options, pid_t parent)
{
    if (!QDir().mkpath(options.folder))
        throw std::runtime_error(options.folder.toStdString() + " can't be made");
    OmsPool pool(options.folder + u"/oms.db"_s, options.store);
    loadDemo(pool, options.demoFiles);
    const Authority authority(options.folder, options.tillCertificateSeconds);
    HttpsServer server(
        pool, authority, {adminToken(options.folder), options.allowSql, [] { kill(getpid(), SIGTERM); }});
    const int port = bindPort(server, options);
    std::thread running([&server] { server.run(); });
    sayReady(options, port);
    waitForTheEnd(options.withParent, parent);
    server.stop();
    running.join();
    return 0;
}

} // namespace

int main(int argc, char *argv[])
{
    const pid_t parent = getppid();
    // Before the first thread, so that every thread leaves these to waitForTheEnd().
    const sigset_t signals = stopSignals();
    pthread_sigmask(SIG_BLOCK, &signals, nullptr);
    std::signal(SIGPIPE, SIG_IGN);
    umask(077);
    const QCoreApplication app(argc, argv);
    Options options = Options::fromArguments(QCoreApplication::arguments());
    options.folder = QDir(options.folder).absolutePath();
    try {
        return serve(options, parent);
    } catch (const std::exception &error) {
        std::fprintf(stderr, "evertill-sandbox-oms: %s\n", error.what());
        return 1;
    }
}

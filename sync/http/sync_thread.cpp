#include "sync/http/sync_thread.h"

#include <future>

using namespace Qt::StringLiterals;

namespace evertill {
namespace {

void run(QThread &thread, SyncDriver *driver)
{
    thread.setObjectName(u"sync"_s);
    driver->moveToThread(&thread);
    QObject::connect(&thread, &QThread::started, driver, &SyncDriver::start);
    QObject::connect(&thread, &QThread::finished, driver, &QObject::deleteLater);
    thread.start();
}

void end(QThread &thread)
{
    // A snapshot that is being finished does not hold the till open.
    thread.requestInterruption();
    thread.quit();
    thread.wait();
}

class NoObserver final : public ConnectionObserver {
public:
    void connectionChanged(const ConnectionStatus &) override { }
    void replicaChanged() override { }
};

} // namespace

SyncThread::SyncThread(
    const SyncSettings &settings, const Clock &clock, Random &random, ConnectionObserver &observer)
    : m_driver(new SyncDriver(settings, SyncMode::Steady, clock, random, observer))
{
    run(m_thread, m_driver);
}

SyncThread::~SyncThread() { end(m_thread); }

void SyncThread::ledgerGrew()
{
    QMetaObject::invokeMethod(m_driver, &SyncDriver::ledgerGrew, Qt::QueuedConnection);
}

void SyncThread::ask(const HttpRequest &request, OmsExchange::Done done)
{
    QMetaObject::invokeMethod(
        m_driver, [driver = m_driver, request, done = std::move(done)] { driver->askBeside(request, done); },
        Qt::QueuedConnection);
}

Result<SyncReport> syncOnce(const SyncSettings &settings, const Clock &clock, Random &random)
{
    std::promise<Result<SyncReport>> promise;
    auto report = promise.get_future();
    NoObserver observer;
    QThread thread;
    run(thread,
        new SyncDriver(settings, SyncMode::Once, clock, random, observer,
            [&promise](const Result<SyncReport> &what) { promise.set_value(what); }));
    Result<SyncReport> what = report.get();
    end(thread);
    return what;
}

} // namespace evertill

#include "sync/http/sync_driver.h"

#include "core/store/files.h"
#include "core/till/connection_record.h"
#include "sync/local/snapshot_download.h"
#include "sync/oms/renewal.h"

#include <QLoggingCategory>
#include <QThread>

#include <exception>

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace evertill {
namespace {

Q_LOGGING_CATEGORY(syncLog, "evertill.sync", QtWarningMsg)

// Of a detail that may quote the OMS: one line in a log, and no book.
constexpr qsizetype kLoggedDetail = 300;

} // namespace

SyncDriver::SyncDriver(SyncSettings settings, SyncMode mode, const Clock &clock, Random &random,
    ConnectionObserver &observer, Finished finished)
    : m_settings(std::move(settings)), m_mode(mode), m_clock(clock), m_random(random), m_observer(observer),
      m_finished(std::move(finished)), m_certificate(m_settings.folder, m_settings.identity)
{
}

SyncDriver::~SyncDriver()
{
    {
        const std::lock_guard lock(m_address->mutex);
        m_address->driver = nullptr;
    }
    // Exchanges hold what is below them; they go first.
    m_client.reset();
    m_trial.reset();
    m_retired.clear();
}

void SyncDriver::start()
{
    const auto opened = open();
    if (opened)
        return step();
    const QString problem = opened.error().facts.value(u"problem"_s).toString();
    tell({ConnectionStatus::Refused, m_clock.now(), 0, codeName(opened.error().code) + u": "_s + problem,
        ConnectionStatus::Disk});
    if (m_finished)
        std::exchange(m_finished, {})(tl::unexpected(opened.error()));
}

Result<> SyncDriver::open()
{
    const auto tls = tlsFor(m_settings.identity);
    if (!tls)
        return tl::unexpected(tls.error());
    SyncStart begin;
    try {
        m_files = std::make_unique<TillFiles>(m_settings.folder);
        begin = m_files->start(m_settings.till, m_mode);
    } catch (const std::exception &failure) {
        return refuseDamaged(m_settings.folder, QString::fromUtf8(failure.what()));
    }
    m_client = std::make_unique<OmsClient>(m_settings.identity.oms, *tls);
    if (!m_settings.recorder)
        begin.recoverInto.reset();
    m_address->driver = this;
    begin.certificate = m_certificate.life();
    begin.hasNextCertificate = m_certificate.hasNext();
    m_engine = std::make_unique<SyncEngine>(begin, m_random);
    m_timer = std::make_unique<QTimer>();
    m_timer->setSingleShot(true);
    connect(m_timer.get(), &QTimer::timeout, this, &SyncDriver::step);
    return {};
}

void SyncDriver::ledgerGrew()
{
    if (!m_engine)
        return;
    m_engine->ledgerGrew();
    step();
}

void SyncDriver::askBeside(const HttpRequest &request, OmsExchange::Done done)
{
    if (!m_client)
        return done(HttpFailure{HttpFailure::Unreachable, u"sync did not start"_s});
    m_client->ask(request, std::move(done));
}

void SyncDriver::step()
{
    for (;;) {
        const auto actions = m_engine->next(m_clock.now());
        if (actions.empty())
            break;
        for (const Action &action : actions)
            perform(action);
    }
    tell(m_engine->status());
    finishIfDone();
    const auto wakeAt = m_engine->wakeAt();
    if (!wakeAt)
        return m_timer->stop();
    const auto pause = std::chrono::duration_cast<std::chrono::milliseconds>(*wakeAt - m_clock.now());
    m_timer->start(std::clamp<std::chrono::milliseconds>(pause + 1ms, 1ms, 1h));
}

void SyncDriver::perform(const Action &action)
{
    const ActionId id = action.id;
    const auto &what = action.what;
    if (const auto *asked = std::get_if<AskOms>(&what))
        return ask(id, *asked);
    if (const auto *snapshot = std::get_if<TakeSnapshot>(&what))
        return takeSnapshot(id, *snapshot);
    if (const auto *drop = std::get_if<Drop>(&what)) {
        if (const auto found = m_underWay.find(drop->dropped); found != m_underWay.end()) {
            delete found->second;
            m_underWay.erase(found);
        }
        return;
    }
    if (const auto *tail = std::get_if<ReadTail>(&what))
        return answer(id, m_files->perform(*tail));
    if (const auto *count = std::get_if<CountTail>(&what))
        return answer(id, m_files->perform(*count));
    if (const auto *page = std::get_if<ApplyPage>(&what))
        return answer(id, apply(*page));
    if (const auto *facts = std::get_if<RecordFacts>(&what))
        return record(id, *facts);
    if (const auto *record = std::get_if<RecordAccepted>(&what))
        return answer(id, m_files->perform(*record));
    performRenewal(action);
}

void SyncDriver::performRenewal(const Action &action)
{
    const ActionId id = action.id;
    const auto &what = action.what;
    if (const auto *request = std::get_if<AskForCertificate>(&what))
        return askForCertificate(id, *request);
    if (const auto *trial = std::get_if<TryCertificate>(&what))
        return tryCertificate(id, *trial);
    if (const auto *kept = std::get_if<KeepCertificate>(&what))
        return answer(id, m_certificate.keep(*kept));
    answer(id, std::holds_alternative<AdoptCertificate>(what) ? adoptCertificate() : m_certificate.forget());
}

void SyncDriver::askForCertificate(ActionId id, const AskForCertificate &what)
{
    const auto csr = m_certificate.signingRequest();
    if (!csr)
        return answer(id, StoreFailure{csr.error().facts.value(u"problem"_s).toString()});
    HttpRequest request = what.request;
    request.body = encodeRenewalRequest(*csr);
    askWith(*m_client, id, request);
}

void SyncDriver::tryCertificate(ActionId id, const TryCertificate &what)
{
    const auto tls = m_certificate.nextTls();
    if (!tls)
        return answer(id, StoreFailure{tls.error().facts.value(u"problem"_s).toString()});
    m_trial = std::make_unique<OmsClient>(m_settings.identity.oms, *tls);
    askWith(*m_trial, id, what.request);
}

/// Connections are known by the certificate that they began with: what is asked from now on needs new ones.
Outcome SyncDriver::adoptCertificate()
{
    const Outcome outcome = m_certificate.adopt();
    if (std::holds_alternative<CertificateAdopted>(outcome)) {
        std::erase_if(m_retired, [](const auto &client) { return client->isIdle(); });
        m_retired.push_back(std::exchange(m_client, std::move(m_trial)));
    }
    return outcome;
}

void SyncDriver::answer(ActionId id, const Outcome &outcome) { m_engine->handle(id, outcome, m_clock.now()); }

Outcome SyncDriver::apply(const ApplyPage &what)
{
    const Outcome outcome = m_files->perform(what);
    if (std::holds_alternative<Done>(outcome) && !what.page.changes.empty())
        m_observer.replicaChanged();
    return outcome;
}

void SyncDriver::ask(ActionId id, const AskOms &what) { askWith(*m_client, id, what.request); }

void SyncDriver::askWith(OmsClient &client, ActionId id, const HttpRequest &request)
{
    m_underWay[id] = client.ask(request, [this, id](const OmsAnswer &ended) {
        m_underWay.erase(id);
        answer(id, std::visit([](const auto &one) { return Outcome(one); }, ended));
        step();
    });
}

void SyncDriver::takeSnapshot(ActionId id, const TakeSnapshot &what)
{
    const SnapshotHost host = {[folder = m_settings.folder] { return freeBytesAt(folder); },
        [] { return QThread::currentThread()->isInterruptionRequested(); }};
    const auto download = std::make_shared<SnapshotDownload>(m_files->replica(), host);
    m_underWay[id] = m_client->stream(
        what.request, [download](QByteArrayView bytes) { return download->feed(bytes); },
        [this, id, download](const OmsAnswer &ended) {
            m_underWay.erase(id);
            const Outcome outcome = download->finish(ended);
            if (std::holds_alternative<SnapshotTaken>(outcome))
                m_observer.replicaChanged();
            answer(id, outcome);
            step();
        });
}

void SyncDriver::record(ActionId id, const RecordFacts &what)
{
    m_settings.recorder->recordAgain(
        what.facts, what.isLast, [address = m_address, id](const Result<> &recorded) {
            const std::lock_guard lock(address->mutex);
            if (SyncDriver *driver = address->driver)
                QMetaObject::invokeMethod(
                    driver, [driver, id, recorded] { driver->takeRecorded(id, recorded); },
                    Qt::QueuedConnection);
        });
}

void SyncDriver::takeRecorded(ActionId id, const Result<> &recorded)
{
    if (recorded) {
        answer(id, Done{});
        m_observer.replicaChanged();
    } else {
        const QString problem = recorded.error().facts.value(u"problem"_s).toString();
        const Code code = recorded.error().code;
        const bool isTheirs = code == Code::BadAnswer || code == Code::BadInput;
        answer(id,
            isTheirs ? Outcome(HttpFailure{HttpFailure::BadAnswer, problem})
                     : Outcome(StoreFailure{problem}));
    }
    step();
}

void SyncDriver::tell(const ConnectionStatus &status)
{
    if (m_told == status)
        return;
    if (!status.detail.isEmpty() && (!m_told || m_told->detail != status.detail))
        qCWarning(syncLog, "%s", qPrintable(status.detail.simplified().left(kLoggedDetail)));
    m_told = status;
    saveConnection(m_settings.folder, status);
    m_observer.connectionChanged(status);
}

void SyncDriver::finishIfDone()
{
    if (!m_finished || !m_engine->isFinished())
        return;
    const auto refusal = m_engine->refusal();
    const ReplicaWriter &replica = m_files->replica();
    const SyncReport report = {replica.accepted(), m_engine->status().unsent, replica.cursor(),
        replica.included(), m_engine->serverAhead()};
    const auto finished = std::exchange(m_finished, {});
    finished(refusal ? Result<SyncReport>(tl::unexpected(*refusal)) : Result<SyncReport>(report));
}

} // namespace evertill

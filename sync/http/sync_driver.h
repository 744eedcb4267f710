#pragma once

#include "core/recovery/fact_recorder.h"
#include "sync/engine/sync_engine.h"
#include "sync/http/oms_client.h"
#include "sync/local/till_files.h"
#include "sync/trust/till_certificate.h"

#include <memory>
#include <mutex>
#include <unordered_map>

namespace evertill {

/// What sync needs to know of the till.
struct SyncSettings {
    QString folder; ///< the till's data folder: ledger.db is only read, the replica has no other writer
    QString till;
    OmsIdentity identity;
    /// Records again what the OMS has beyond a backup; outlives sync. Without one, that waits for a later
    /// start.
    FactRecorder *recorder = nullptr;
};

/// How a run in SyncMode::Once went.
struct SyncReport {
    Accepted accepted; ///< how far the OMS has the journal now
    std::int64_t unsent = 0;
    QByteArray cursor;
    Position included;
    std::optional<std::chrono::seconds> serverAhead; ///< how far the OMS's clock is ahead of this till's
};

/// Runs the engine's actions: the journal's tail, HTTPS, the replica. Made anywhere, then it lives on the
/// sync thread.
class SyncDriver final : public QObject {
    Q_OBJECT
public:
    /// Called once on the sync thread, in SyncMode::Once only.
    using Finished = std::function<void(const Result<SyncReport> &)>;

    SyncDriver(SyncSettings settings, SyncMode mode, const Clock &clock, Random &random,
        ConnectionObserver &observer, Finished finished = {});
    ~SyncDriver() override;

    /// Opens the files and begins. On the sync thread.
    void start();
    void ledgerGrew();
    /// A question beside the engine's, whose state it leaves alone. Unreachable where the till's own files
    /// could not be opened.
    void askBeside(const HttpRequest &request, OmsExchange::Done done);

private:
    [[nodiscard]] Result<> open();
    void step();
    void perform(const Action &action);
    void answer(ActionId id, const Outcome &outcome);
    void tell(const ConnectionStatus &status);
    void finishIfDone();

    [[nodiscard]] Outcome apply(const ApplyPage &what);
    void ask(ActionId id, const AskOms &what);
    void askWith(OmsClient &client, ActionId id, const HttpRequest &request);
    void takeSnapshot(ActionId id, const TakeSnapshot &what);
    void record(ActionId id, const RecordFacts &what);
    void takeRecorded(ActionId id, const Result<> &recorded);
    void performRenewal(const Action &action);
    void askForCertificate(ActionId id, const AskForCertificate &what);
    void tryCertificate(ActionId id, const TryCertificate &what);
    [[nodiscard]] Outcome adoptCertificate();

    SyncSettings m_settings;
    SyncMode m_mode;
    const Clock &m_clock;
    Random &m_random;
    ConnectionObserver &m_observer;
    Finished m_finished;

    /// The way back from the ledger's thread, which may be later than this driver's end.
    struct Address {
        std::mutex mutex;
        SyncDriver *driver = nullptr;
    };
    std::shared_ptr<Address> m_address = std::make_shared<Address>();

    std::unique_ptr<TillFiles> m_files;
    std::unique_ptr<SyncEngine> m_engine;
    TillCertificate m_certificate;
    std::unique_ptr<OmsClient> m_client;
    std::unique_ptr<OmsClient> m_trial; ///< shows the certificate that is not proved yet
    std::vector<std::unique_ptr<OmsClient>> m_retired; ///< with what was asked before a certificate changed
    std::unordered_map<ActionId, OmsExchange *> m_underWay;
    std::unique_ptr<QTimer> m_timer;
    std::optional<ConnectionStatus> m_told;
};

} // namespace evertill

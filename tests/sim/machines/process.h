#pragma once

#include "core/journal/ledger.h"
#include "core/offers/shop_offers.h"
#include "core/replica/replica_reader.h"
#include "core/sale/cart.h"
#include "core/till/till_config.h"
#include "sync/local/snapshot_download.h"
#include "sync/local/till_files.h"
#include "tests/sim/network/faults.h"
#include "tests/sim/oracle/knowledge.h"

#include "core/store/work_queue.h"

namespace evertill::sim {

/// A question to the OMS that waits for its answer.
struct Exchange {
    HttpRequest request;
    Doing doing = Doing::Position;
    std::optional<Fault> fault; ///< what becomes of it
    std::size_t journalWas = 0;
    oracle::Moment booksWere;
    std::unique_ptr<SnapshotDownload> download;
};

/// A running till: everything that a program of ours puts together, but for its window and its sockets.
struct Process {
    /// Throws where the machine fails.
    Process(std::unique_ptr<Ledger> opened, const DataFolder &folder, const TillConfig &config,
        const Clock &clock, Random &random)
        : ledger(std::move(opened)), counter(folder),
          screenLedger(folder.file(QStringLiteral("ledger.db")), Database::Kind::Reader), screen(folder),
          offers(screen, screenLedger, config, clock), files(folder),
          engine(files.start(config.till, SyncMode::Steady), random)
    {
    }

    std::unique_ptr<Ledger> ledger;
    InlineQueue ledgerThread;
    ReplicaReader counter; ///< the ledger thread's own
    Database screenLedger; ///< the window's
    ReplicaReader screen;
    ShopOffers offers; ///< the window's
    TillFiles files; ///< sync's
    SyncEngine engine;
    std::map<ActionId, Exchange> underWay;
    std::optional<oracle::Told> told; ///< the page that the engine is about to have applied
};

} // namespace evertill::sim

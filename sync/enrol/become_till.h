#pragma once

#include "sync/enrol/enrol.h"
#include "sync/enrol/join_journal.h"

namespace evertill {

/// What a person brings, as EnrolRequest, without the seal's key.
struct BecomeTill {
    QUrl oms;
    QByteArray ca;
    QString code;
    QString folder; ///< its lock is held, and its ledger is not open
};

struct BecameTill {
    TillConfig config;
    Joined joined;
};

/// Enrols the folder, as enrol() does, and brings its journal and the OMS's together, as joinJournal() does.
/// Where the folder's seals have lost their key a new one is made, and its seals begin with a new epoch.
/// After a crash or a refusal the same code may be used again.
[[nodiscard]] Result<BecameTill> becomeTill(const BecomeTill &wish, const Clock &clock, Random &random);

} // namespace evertill

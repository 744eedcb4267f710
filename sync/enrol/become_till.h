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
/// A folder that can't become the till that the code stands for is refused before the code is used: nobody's
/// certificate is replaced. Where the folder's seals have lost their key a new one is made, and its seals
/// begin with a new epoch. The new identity is kept in the folder last (saveOmsIdentity): all is durable when
/// this returns a value. Until then the folder is who it was, and after a crash or a refusal the same code
/// may be used again. Refuses what those two do.
[[nodiscard]] Result<BecameTill> becomeTill(const BecomeTill &wish, const Clock &clock, Random &random);

} // namespace evertill

#pragma once

#include <QString>

namespace evertill::bench {

/// A till's unsent sales go to the sandbox OMS over HTTPS, and into the sandbox's logic alone in this
/// process, in rounds in turn. Prints push.product and push.bare in events/s, and push.ledger_changes: how
/// many times the ledger's files were other after the OMS had them than before. \a folder is fresh and on a
/// disk.
void pushYardstick(const QString &folder, int events);

} // namespace evertill::bench

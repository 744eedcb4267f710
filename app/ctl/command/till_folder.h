#pragma once

#include "core/store/database.h"

#include <QCommandLineParser>

#include <memory>

namespace evertill {

/// Adds --data DIR to what a command takes.
void describeTillFolder(QCommandLineParser &parser);
/// The folder that --data names. Refuses BadInput where it is not given.
[[nodiscard]] Result<QString> tillFolder(const QCommandLineParser &arguments);
/// The ledger in that folder, to be read beside a running till. Refuses BadInput where there is none,
/// NewerFile.
[[nodiscard]] Result<std::unique_ptr<Database>> openLedgerToRead(const QCommandLineParser &arguments);

} // namespace evertill

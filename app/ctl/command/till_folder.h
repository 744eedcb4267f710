#pragma once

#include "core/store/database.h"

#include <QCommandLineParser>

#include <memory>

namespace evertill {

/// Adds --data DIR to what a command takes.
void describeTillFolder(QCommandLineParser &parser);
/// The folder that --data names. Refuses BadInput where it is not given.
[[nodiscard]] Result<QString> tillFolder(const QCommandLineParser &arguments);
/// The ledger in \a folder, to be read beside a running till. Refuses BadInput where there is none or the
/// file is no ledger, NewerFile, DamagedFile.
[[nodiscard]] Result<std::unique_ptr<Database>> readLedgerIn(const QString &folder);
/// Whether the till in \a folder belongs to an OMS; false where there is no till yet. Refuses as above.
[[nodiscard]] Result<bool> isEnrolled(const QString &folder);
/// The ledger in the folder that --data names, to be read beside a running till. Refuses as above.
[[nodiscard]] Result<std::unique_ptr<Database>> openLedgerToRead(const QCommandLineParser &arguments);

} // namespace evertill

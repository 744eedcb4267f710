#pragma once

#include "tests/sandbox/store/settings.h"

#include <QStringList>
#include <optional>

namespace evertill::sandbox {

/// The command line of evertill-sandbox-oms.
struct Options {
    QString folder;
    std::optional<int> port; ///< nothing: the last start's, else 8443; 0: any
    QStringList demoFiles;
    StoreSettings store;
    long tillCertificateSeconds = 0; ///< 0: two years
    bool allowSql = false;
    bool withParent = false;

    /// Prints help and exits 0 for --help; prints what is wrong and exits 2 for what it does not know.
    [[nodiscard]] static Options fromArguments(const QStringList &arguments);
};

} // namespace evertill::sandbox

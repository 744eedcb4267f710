#pragma once

#include "core/base/result.h"
#include "ui/theme/theme.h"

#include <QSize>
#include <QStringList>

#include <optional>

namespace evertill {

/// What the command line asks for.
struct TillOptions {
    QString folder; ///< the till's data
    QString backups; ///< where a copy of the ledger goes at each shift close; empty: backups in the folder
    QString omsUrl; ///< with caFile and code: to be enrolled first, where it is not yet
    QString caFile;
    QString code;
    Theme::Mode theme = Theme::Mode::Light;
    std::optional<QSize> window; ///< nothing: as large as the screen lets it
    bool fullScreen = false;

    [[nodiscard]] bool wantsEnrolment() const { return !omsUrl.isEmpty(); }
};

/// Refuses BadInput (problem). --help and --version print and end the program.
[[nodiscard]] Result<TillOptions> readOptions(const QStringList &arguments);

} // namespace evertill

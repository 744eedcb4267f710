#pragma once

#include "core/base/result.h"
#include "core/till/connection_status.h"

#include <optional>

namespace evertill {

/// Leaves \a status in \a folder (connection.json) for whoever asks beside the running till: evertillctl,
/// support. Replaced as a whole; nothing depends on it, so a folder that can't be written is no failure.
void saveConnection(const QString &folder, const ConnectionStatus &status);

/// As last left, by a till that may have ended since. Nothing where there is none that can be read.
[[nodiscard]] std::optional<ConnectionStatus> loadConnection(const QString &folder);

/// "online", "offline", "connecting", "refused", "bare".
[[nodiscard]] QString stateName(ConnectionStatus::State state);
/// "denied", "forked", "too_large", "untrusted", "unreadable", "expired", "disk"; empty for none.
[[nodiscard]] QString troubleName(ConnectionStatus::Trouble trouble);

} // namespace evertill

#pragma once

#include <QtGlobal>

#include <SQLiteCpp/Exception.h>

namespace evertill {

/// Whether \a error tells of a file whose content can't be trusted any more, rather than of a machine that
/// fails.
[[nodiscard]] bool isDamage(const SQLite::Exception &error);

} // namespace evertill

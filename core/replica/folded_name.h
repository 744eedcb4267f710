#pragma once

#include <QString>

namespace evertill {

/// \a name as search keeps and asks it: letters without their accents ("Crème" as "Creme"), ligatures and
/// stroked letters taken apart ("œ" as "oe", "ß" as "ss", "ø" as "o"). Capitals stay: the index folds them
/// itself.
[[nodiscard]] QString foldedName(const QString &name);

} // namespace evertill

#pragma once

#include <QByteArray>

namespace evertill::test {

/// The line that closes a snapshot of \a count changes, which are \a lines.
[[nodiscard]] QByteArray closing(int count, const QByteArray &lines);

} // namespace evertill::test

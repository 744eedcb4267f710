#pragma once

#include <QByteArray>

namespace evertill::test {

/// Whole snapshots as the OMS sends them, with the cursor c9 and everything up to 1-4 included.
[[nodiscard]] QByteArray emptySnapshot();
[[nodiscard]] QByteArray stockSnapshot(int rows);
[[nodiscard]] QByteArray productSnapshot(int rows);

} // namespace evertill::test

#pragma once

#include "tests/sync/e2e/sandbox_process.h"

#include <chrono>

namespace evertill::bench {

/// Sales and look-ups at the counter while something else works in the background, for \a time each: the
/// product while it sends \a unsent events, and while it takes the whole feed of \a oms; and bare SQLite
/// while a bare loader puts products by batches of 500 into another file. Prints beside.push.product,
/// beside.feed.product and beside.load.bare. \a folder is fresh and on a disk; \a products as stock() was
/// told.
void counterBeside(const QString &folder, test::SandboxProcess &oms, int unsent, std::uint64_t products,
    std::chrono::seconds time);

} // namespace evertill::bench

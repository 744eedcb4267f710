#pragma once

#include "tests/sync/e2e/sandbox_process.h"

#include <cstdint>

namespace evertill::bench {

/// A sandbox OMS that has \a products made-up products beside the demo shop's.
void stock(test::SandboxProcess &oms, std::uint64_t products);

/// A new till's first feed of everything that \a oms has, over HTTPS, beside the bare SQLite load of the same
/// rows. Prints feed.product and feed.bare in rows/s. \a folder is fresh and on a disk.
void feedYardstick(const QString &folder, test::SandboxProcess &oms, std::uint64_t products);

} // namespace evertill::bench

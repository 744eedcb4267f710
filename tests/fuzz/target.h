#pragma once

#include <QByteArrayView>

namespace evertill::fuzz {

/// What each target of this folder defines: hands \a input to what reads such things in the product, and
/// looks at what came of it. Whether it was taken, all of it. Ends the program where a property does not
/// hold.
[[nodiscard]] bool takes(QByteArrayView input);

/// Ends the program with \a what unless \a holds.
void must(bool holds, const char *what);

/// Where nobody reads warnings: a fuzzer makes a thousand of them a second. What ends the program is still
/// said.
void keepQuiet();

} // namespace evertill::fuzz

#pragma once

#include <QString>

namespace evertill {

/// How a card is spoken of in events, calls and tables, where its number must stand nowhere: SHA-256 of the
/// number's text, in lower-case hex. The OMS reckons the same.
[[nodiscard]] QString cardReference(const QString &number);
/// Whether \a reference can be one: 64 digits of lower-case hex.
[[nodiscard]] bool isCardReference(const QString &reference);

} // namespace evertill

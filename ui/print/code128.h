#pragma once

#include <QString>

#include <vector>

namespace evertill {

/// The bars (true) and spaces of \a text as Code 128, one entry per module, without the quiet zone of ten
/// modules that belongs on either side. Empty where \a text holds characters that Code 128 has not, or is too
/// long for it.
[[nodiscard]] std::vector<bool> code128Modules(const QString &text);

} // namespace evertill

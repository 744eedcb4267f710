#pragma once

#include "core/catalog/scanned_code.h"

namespace evertill {

/// What \a text, in capitals, is as a code of the house; nothing where it does not mean to be one. Refuses
/// WrongCheckDigit (code, expected) for a wrong pair of check characters.
[[nodiscard]] std::optional<Result<ScannedCode::Kind>> readHouseCode(const QString &text);

} // namespace evertill

#pragma once

#include "core/receipt/receipt_words.h"

namespace evertill {

/// The words on the paper in the program's language.
[[nodiscard]] ReceiptWords paperWords();

} // namespace evertill

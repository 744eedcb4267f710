#pragma once

#include "core/payment/tender.h"

namespace evertill {

/// "Cash", "Card", "Gift card **** K7QX".
[[nodiscard]] QString tenderWord(const Tender &tender);

} // namespace evertill

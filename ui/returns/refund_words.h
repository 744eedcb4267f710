#pragma once

#include "core/payment/tender.h"

#include <QStringList>

namespace evertill {

/// How a receipt was paid, a word for each kind: "5.00 in cash".
[[nodiscard]] QStringList paidWords(const TenderSums &paid);
/// Where a refund goes, a word for each kind: "5.00 to the card".
[[nodiscard]] QStringList refundWords(const TenderSums &refund);

} // namespace evertill

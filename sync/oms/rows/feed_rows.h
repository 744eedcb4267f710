#pragma once

#include "core/base/json_fields.h"
#include "core/replica/feed_row.h"

namespace evertill {

// Each reads the contract's row of that name. What is wrong is noted in \a fields; the row is worth something
// only where fields.ok() says so.

[[nodiscard]] TaxRow taxRow(JsonFields &fields);
[[nodiscard]] ProductRow productRow(JsonFields &fields);
[[nodiscard]] StockRow stockRow(JsonFields &fields);
[[nodiscard]] OrderRow orderRow(JsonFields &fields);
[[nodiscard]] ReceiptRow receiptRow(JsonFields &fields);
[[nodiscard]] TaskRow taskRow(JsonFields &fields);
/// Whether the till can read the rule itself is asked where it is used: one that a newer OMS wrote holds up
/// no row of the feed.
[[nodiscard]] PromotionRow promotionRow(JsonFields &fields);
[[nodiscard]] PriceListRow priceListRow(JsonFields &fields);

/// One that is no rate (not above 0, finer or larger than ExchangeRate reads, of no currency, from no moment)
/// is said in the log and set aside alone: it must not keep stock and orders from a till, and the rate before
/// it stays in force.
[[nodiscard]] ExchangeRateRow exchangeRateRow(JsonFields &fields);

} // namespace evertill

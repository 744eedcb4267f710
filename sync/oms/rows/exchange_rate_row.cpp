#include "core/till/exchange_rate.h"
#include "sync/oms/rows/feed_fields.h"
#include "sync/oms/rows/feed_rows.h"

using namespace Qt::StringLiterals;

namespace evertill {

ExchangeRateRow exchangeRateRow(JsonFields &fields)
{
    ExchangeRateRow row;
    row.exchangeRate = keyIn(fields, "exchange_rate"_L1);
    if (!fields.ok())
        return row;
    JsonFields said = fields;
    const QString currency = said.text("currency"_L1);
    const QString rate = said.text("rate"_L1);
    const Instant from{said.integer("from"_L1, 0)};
    if (said.ok() && ExchangeRate::parse(rate) && Currency::fromCode(currency))
        return {row.exchangeRate, currency, rate, from};
    qWarning("exchange rate %s is none and set aside", qPrintable(row.exchangeRate.left(60)));
    return row;
}

} // namespace evertill

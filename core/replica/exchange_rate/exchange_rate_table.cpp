#include "core/replica/exchange_rate/exchange_rate_table.h"

namespace evertill {
namespace {

constexpr const char *kRateAt = "SELECT id,currency,rate,valid_from FROM exchange_rate WHERE currency=? AND "
                                "valid_from<=? AND rate<>'' ORDER BY valid_from DESC,id DESC LIMIT 1";
constexpr const char *kPut =
    "INSERT INTO exchange_rate(id,currency,rate,valid_from) VALUES(?,?,?,?) ON CONFLICT(id) DO UPDATE SET "
    "currency=excluded.currency,rate=excluded.rate,valid_from=excluded.valid_from";
constexpr const char *kDrop = "DELETE FROM exchange_rate WHERE id=?";

} // namespace

std::optional<ExchangeRateRow> ExchangeRateTable::at(const QString &currency, Instant at)
{
    auto row = m_database.statement(kRateAt);
    row.with(currency, at.us);
    if (!row.next())
        return std::nullopt;
    return ExchangeRateRow{row.text(0), row.text(1), row.text(2), {row.integer(3)}};
}

void ExchangeRateTable::put(const ExchangeRateRow &rate)
{
    m_database.statement(kPut).with(rate.exchangeRate, rate.currency, rate.rate, rate.from.us).run();
}

void ExchangeRateTable::drop(const QString &id) { m_database.statement(kDrop).with(id).run(); }

} // namespace evertill

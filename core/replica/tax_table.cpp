#include "core/replica/tax_table.h"

namespace evertill {
namespace {

constexpr const char *kFind = "SELECT code,name,rate,parts FROM tax WHERE code=?";
constexpr const char *kAll = "SELECT code,name,rate,parts FROM tax ORDER BY code";
constexpr const char *kPut =
    "INSERT INTO tax(code,name,rate,parts) VALUES(?,?,?,?) ON CONFLICT(code) DO UPDATE SET "
    "name=excluded.name,"
    "rate=excluded.rate,parts=excluded.parts WHERE name<>excluded.name OR rate<>excluded.rate OR "
    "parts<>excluded.parts";
constexpr const char *kDrop = "DELETE FROM tax WHERE code=?";

TaxRow read(const Statement &row)
{
    return {row.text(0), row.text(1), Percentage::partsPerMillion(row.integer(2)), taxPartsIn(row.text(3))};
}

} // namespace

std::optional<TaxRow> TaxTable::find(const QString &code)
{
    auto row = m_database.statement(kFind);
    row.with(code);
    return row.next() ? std::optional(read(row)) : std::nullopt;
}

std::vector<TaxRow> TaxTable::all()
{
    std::vector<TaxRow> all;
    auto row = m_database.statement(kAll);
    while (row.next())
        all.push_back(read(row));
    return all;
}

void TaxTable::put(const TaxRow &tax)
{
    m_database.statement(kPut)
        .with(tax.code, tax.name, tax.rate.partsPerMillion(), taxPartsText(tax.parts))
        .run();
}

void TaxTable::drop(const QString &code) { m_database.statement(kDrop).with(code).run(); }

} // namespace evertill

#include "core/replica/price_list/price_list_table.h"

namespace evertill {
namespace {

constexpr const char *kLists = "SELECT id,list FROM price_list ORDER BY id";
constexpr const char *kPut = "INSERT OR REPLACE INTO price_list(id,list) SELECT ?1,?2 WHERE NOT EXISTS("
                             "SELECT 1 FROM price_list WHERE id=?1 AND list=?2)";
constexpr const char *kState = "SELECT coalesce(max(version),0),count(*) FROM price_list";
constexpr const char *kDrop = "DELETE FROM price_list WHERE id=?";

} // namespace

std::vector<PriceListRow> PriceListTable::all()
{
    std::vector<PriceListRow> all;
    auto row = m_database.statement(kLists);
    while (row.next())
        all.push_back({row.text(0), row.bytes(1)});
    return all;
}

PriceListTable::State PriceListTable::state()
{
    auto row = m_database.statement(kState);
    [[maybe_unused]] const bool isThere = row.next();
    return {row.integer(0), row.integer(1)};
}

void PriceListTable::put(const PriceListRow &list)
{
    m_database.statement(kPut).with(list.priceList, list.list.toStdString()).run();
}

void PriceListTable::drop(const QString &id) { m_database.statement(kDrop).with(id).run(); }

} // namespace evertill

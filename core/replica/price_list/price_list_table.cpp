#include "core/replica/price_list/price_list_table.h"

namespace evertill {
namespace {

constexpr const char *kLists = "SELECT id,list FROM price_list ORDER BY id";
constexpr const char *kPut = "INSERT INTO price_list(id,list) VALUES(?,?) ON CONFLICT(id) DO UPDATE SET "
                             "list=excluded.list WHERE list<>excluded.list";
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

void PriceListTable::put(const PriceListRow &list)
{
    m_database.statement(kPut).with(list.priceList, list.list.toStdString()).run();
}

void PriceListTable::drop(const QString &id) { m_database.statement(kDrop).with(id).run(); }

} // namespace evertill

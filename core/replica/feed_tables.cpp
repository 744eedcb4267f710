#include "core/replica/feed_tables.h"

#include "core/replica/exchange_rate/exchange_rate_table.h"
#include "core/replica/order_table.h"
#include "core/replica/price_list/price_list_table.h"
#include "core/replica/product_table.h"
#include "core/replica/promotion/promotion_table.h"
#include "core/replica/receipt_table.h"
#include "core/replica/stock_table.h"
#include "core/replica/task_table.h"
#include "core/replica/tax_table.h"

using namespace Qt::StringLiterals;

namespace evertill {
namespace {

QString idOf(const TaxRow &row) { return row.code; }

QString idOf(const OrderRow &row) { return row.order.toString(); }

QString idOf(const ReceiptRow &row) { return row.receipt; }

QString idOf(const TaskRow &row) { return row.task; }

QString idOf(const PromotionRow &row) { return row.promotion; }

QString idOf(const PriceListRow &row) { return row.priceList; }

QString idOf(const ExchangeRateRow &row) { return row.exchangeRate; }

template <typename Row> QString idOf(const Row &row) { return row.sku; }

tl::unexpected<Refusal> contradiction(const FeedChange &change, const QString &what)
{
    return refuse(Code::BadInput, {{u"problem"_s, u"change of %1: %2"_s.arg(change.id.left(60), what)}});
}

/// Which table a row belongs to decides how it is put.
struct Put {
    Database &replica;
    Position through;

    Result<> operator()(const TaxRow &row) const
    {
        TaxTable(replica).put(row);
        return {};
    }
    Result<> operator()(const ProductRow &row) const { return ProductTable(replica).put(row); }
    Result<> operator()(const StockRow &row) const
    {
        StockTable(replica).put(row, through);
        return {};
    }
    Result<> operator()(const OrderRow &row) const
    {
        OrderTable(replica).put(row, through);
        return {};
    }
    Result<> operator()(const ReceiptRow &row) const
    {
        ReceiptTable(replica).put(row, through);
        return {};
    }
    Result<> operator()(const TaskRow &row) const
    {
        TaskTable(replica).put(row, through);
        return {};
    }
    Result<> operator()(const PromotionRow &row) const
    {
        PromotionTable(replica).put(row, through);
        return {};
    }
    Result<> operator()(const PriceListRow &row) const
    {
        PriceListTable(replica).put(row);
        return {};
    }
    Result<> operator()(const ExchangeRateRow &row) const
    {
        ExchangeRateTable(replica).put(row);
        return {};
    }
};

void drop(Database &replica, const FeedChange &change)
{
    switch (change.entity) {
    case Entity::Tax:
        return TaxTable(replica).drop(change.id);
    case Entity::Product:
        return ProductTable(replica).drop(change.id);
    case Entity::Stock:
        return StockTable(replica).drop(change.id);
    case Entity::Order:
        return OrderTable(replica).drop(*Uuid::fromText(change.id.toLatin1()));
    case Entity::Receipt:
        return ReceiptTable(replica).drop(change.id);
    case Entity::Task:
        return TaskTable(replica).drop(change.id);
    case Entity::Promotion:
        return PromotionTable(replica).drop(change.id);
    case Entity::PriceList:
        return PriceListTable(replica).drop(change.id);
    case Entity::ExchangeRate:
        return ExchangeRateTable(replica).drop(change.id);
    }
}

} // namespace

Result<> checkChange(const FeedChange &change)
{
    if (change.id.isEmpty())
        return contradiction(change, u"no id"_s);
    if (change.entity == Entity::Order && !Uuid::fromText(change.id.toLatin1()))
        return contradiction(change, u"an order's id is a UUID"_s);
    if (change.op == FeedChange::Drop)
        return {};
    if (!change.row)
        return contradiction(change, u"a put without a row"_s);
    if (change.row->index() != std::size_t(change.entity))
        return contradiction(change, u"a row of another entity"_s);
    const QString id = std::visit([](const auto &row) { return idOf(row); }, *change.row);
    const bool isSame = change.entity == Entity::Order ? id == change.id.toLower() : id == change.id;
    return isSame ? Result<>() : contradiction(change, u"its row is of %1"_s.arg(id.left(60)));
}

Result<> applyChange(Database &replica, const FeedChange &change)
{
    if (auto checked = checkChange(change); !checked)
        return checked;
    if (change.op == FeedChange::Put)
        return std::visit(Put{replica, change.through}, *change.row);
    drop(replica, change);
    return {};
}

} // namespace evertill

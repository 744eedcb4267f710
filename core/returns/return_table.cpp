#include "core/returns/return_table.h"

#include "core/sale/receipt_book.h"

namespace evertill {
namespace {

constexpr char kInsert[] = "INSERT INTO goods_return(receipt,position,of_receipt,of_sale) VALUES(?,?,?,?)";
constexpr char kInsertLine[] =
    "INSERT INTO return_line(receipt,line,of_line,sku,name,unit,quantity,net,tax,gross,tax_code,"
    "tax_rate,reason,disposition,deposit,taxes) VALUES(?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)";
constexpr char kOf[] = "SELECT of_receipt,of_sale FROM goods_return WHERE receipt=?";
constexpr char kLines[] =
    "SELECT line,of_line,sku,name,unit,quantity,net,tax,gross,tax_code,tax_rate,reason,disposition,deposit,"
    "taxes FROM return_line WHERE receipt=? ORDER BY line";
constexpr char kReturnedAfter[] = "SELECT of_line,sum(quantity),sum(gross) FROM goods_return "
                                  "JOIN return_line ON return_line.receipt=goods_return.receipt "
                                  "WHERE of_sale=? AND position>? AND of_line IS NOT NULL GROUP BY of_line";

ReturnLine lineFrom(const Statement &row, Currency currency)
{
    const auto money = [&](int column) { return Money::minor(row.integer(column), currency); };
    return {int(row.integer(0)), row.isNull(1) ? std::nullopt : std::optional(int(row.integer(1))),
        row.text(2), row.text(3), row.text(4), Quantity::thousandths(row.integer(5)), money(6), money(7),
        money(8), row.text(9), Percentage::partsPerMillion(row.integer(10)), row.text(11),
        Disposition(row.integer(12)), row.integer(13) != 0, taxesIn(row.text(14), currency)};
}

std::optional<Return> returnFrom(const std::optional<ReceiptHead> &head, Database &database)
{
    if (!head || head->kind != ReceiptKind::Return)
        return std::nullopt;
    Return done{ReturnId(head->id), head->number, std::nullopt, head->shift, head->businessDate, head->at,
        head->utcOffsetMin, head->cashier, head->taxMode, {}, {}, head->total, head->rounding, {}};
    ReceiptBook book(database);
    done.taxes = book.taxes(*head);
    done.tenders = book.tenders(*head);
    done.customer = head->customer;
    {
        auto query = database.statement(kOf);
        query.with(head->number.packed());
        if (query.next() && !query.isNull(1))
            done.of = {ReceiptNumber::parse(query.text(0)).value_or(ReceiptNumber()), SaleId(query.uuid(1))};
    }
    auto query = database.statement(kLines);
    query.with(head->number.packed());
    while (query.next())
        done.lines.push_back(lineFrom(query, head->total.currency()));
    return done;
}

} // namespace

std::optional<Return> ReturnTable::find(const ReceiptNumber &number)
{
    return returnFrom(ReceiptBook(m_database).find(number), m_database);
}

std::optional<Return> ReturnTable::byId(ReturnId id)
{
    return returnFrom(ReceiptBook(m_database).byId(id.uuid()), m_database);
}

std::map<int, Returned> ReturnTable::returnedAfter(Position after, SaleId sale)
{
    std::map<int, Returned> byLine;
    auto query = m_database.statement(kReturnedAfter);
    query.with(sale, after.packed());
    while (query.next())
        byLine[int(query.integer(0))] = {Quantity::thousandths(query.integer(1)), query.integer(2)};
    return byLine;
}

void ReturnTable::insert(Position position, const Return &done)
{
    const std::int64_t receipt = done.receipt.packed();
    m_database.statement(kInsert)
        .with(receipt, position.packed(), done.of ? std::optional(done.of->receipt.text()) : std::nullopt,
            done.of ? std::optional(done.of->sale) : std::nullopt)
        .run();
    for (const ReturnLine &line : done.lines)
        m_database.statement(kInsertLine)
            .with(receipt, line.line, line.ofLine, line.sku, line.name, line.unit,
                line.quantity.thousandths(), line.net.minor(), line.tax.minor(), line.gross.minor(),
                line.taxCode, line.taxRate.partsPerMillion(), line.reason, int(line.disposition),
                line.isDeposit, taxesText(line.parts))
            .run();
}

} // namespace evertill

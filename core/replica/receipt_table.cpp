#include "core/replica/receipt_table.h"

namespace evertill {
namespace {

constexpr const char *kFind =
    "SELECT number,sale,till,at,currency,total,through,customer,customer_last_four,customer_id,points "
    "FROM receipt WHERE number=?";
constexpr const char *kLatest =
    "SELECT number,sale,till,at,currency,total,through,customer,customer_last_four,customer_id,points "
    "FROM receipt ORDER BY at DESC,number DESC LIMIT ?";
constexpr const char *kLines =
    "SELECT line,sku,name,unit,quantity,price,gross,net,tax,tax_code,tax_rate,returned,refunded,"
    "deposit_of,load,taxes FROM receipt_line WHERE receipt=? ORDER BY line";
constexpr const char *kTenders =
    "SELECT kind,amount,approval,attempt,gift_card,last_four,points FROM receipt_tender WHERE receipt=? "
    "ORDER BY position";
constexpr const char *kPut =
    "INSERT OR REPLACE INTO receipt(number,sale,till,at,currency,total,through,customer,customer_last_four,"
    "customer_id,points) VALUES(?,?,?,?,?,?,?,?,?,?,?)";
constexpr const char *kPutLine =
    "INSERT INTO receipt_line(receipt,line,sku,name,unit,quantity,price,gross,net,tax,tax_code,tax_rate,"
    "returned,refunded,deposit_of,load,taxes) VALUES(?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)";
constexpr const char *kPutTender =
    "INSERT INTO receipt_tender(receipt,position,kind,amount,approval,attempt,gift_card,last_four,points) "
    "VALUES(?,?,?,?,?,?,?,?,?)";
constexpr const char *kDrop = "DELETE FROM receipt WHERE number=?";
constexpr const char *kDropLines = "DELETE FROM receipt_line WHERE receipt=?";
constexpr const char *kDropTenders = "DELETE FROM receipt_tender WHERE receipt=?";

StoredReceipt read(const Statement &row)
{
    ReceiptRow receipt;
    receipt.receipt = row.text(0);
    receipt.sale = row.uuid(1);
    receipt.till = row.text(2);
    receipt.at = {row.integer(3)};
    receipt.currency = Currency::fromCode(row.text(4)).value_or(Currency());
    receipt.total = row.integer(5);
    if (!row.isEmpty(7))
        receipt.customer =
            SaleCustomer{{row.text(7), row.text(8)}, row.isNull(9) ? Uuid() : row.uuid(9), row.integer(10)};
    return {receipt, Position::fromPacked(row.integer(6))};
}

void readLines(Database &database, ReceiptRow &receipt)
{
    auto row = database.statement(kLines);
    row.with(receipt.receipt);
    while (row.next()) {
        receipt.lines.push_back({int(row.integer(0)), row.text(1), row.text(2), row.text(3),
            Quantity::thousandths(row.integer(4)), row.integer(5), row.integer(6), row.integer(7),
            row.integer(8), row.text(9), Percentage::partsPerMillion(row.integer(10)),
            Quantity::thousandths(row.integer(11)), row.integer(12),
            row.isNull(13) ? std::nullopt : std::optional(int(row.integer(13))), row.integer(14) != 0,
            taxesIn(row.text(15), receipt.currency)});
    }
}

void readTenders(Database &database, ReceiptRow &receipt)
{
    auto row = database.statement(kTenders);
    row.with(receipt.receipt);
    while (row.next()) {
        const auto attempt = row.isNull(3) ? std::nullopt : std::optional(row.uuid(3));
        receipt.tenders.push_back(
            {row.text(0), row.integer(1), row.text(2), attempt, row.text(4), row.text(5), row.integer(6)});
    }
}

} // namespace

std::optional<StoredReceipt> ReceiptTable::find(const QString &receipt)
{
    std::optional<StoredReceipt> found;
    {
        auto row = m_database.statement(kFind);
        row.with(receipt);
        if (!row.next())
            return std::nullopt;
        found = read(row);
    }
    readLines(m_database, found->receipt);
    readTenders(m_database, found->receipt);
    return found;
}

std::vector<StoredReceipt> ReceiptTable::latest(int count)
{
    std::vector<StoredReceipt> latest;
    auto row = m_database.statement(kLatest);
    row.with(count);
    while (row.next())
        latest.push_back(read(row));
    return latest;
}

void ReceiptTable::put(const ReceiptRow &receipt, Position through)
{
    if (const auto stored = find(receipt.receipt);
        stored && stored->receipt == receipt && stored->through == through)
        return;
    const QString &number = receipt.receipt;
    const SaleCustomer customer = receipt.customer.value_or(SaleCustomer());
    m_database.statement(kPut)
        .with(number, receipt.sale, receipt.till, receipt.at.us, receipt.currency.code(), receipt.total,
            through.packed(), customer.card.reference, customer.card.lastFour,
            customer.id.isNull() ? std::nullopt : std::optional(customer.id), customer.points)
        .run();
    m_database.statement(kDropLines).with(number).run();
    m_database.statement(kDropTenders).with(number).run();
    for (const auto &line : receipt.lines) {
        m_database.statement(kPutLine)
            .with(number, line.line, line.sku, line.name, line.unit, line.quantity.thousandths(), line.price,
                line.gross, line.net, line.tax, line.taxCode, line.taxRate.partsPerMillion(),
                line.returned.thousandths(), line.refunded, line.depositOf, line.isLoad,
                taxesText(line.taxes))
            .run();
    }
    int position = 0;
    for (const auto &tender : receipt.tenders) {
        m_database.statement(kPutTender)
            .with(number, ++position, tender.kind, tender.amount, tender.approval, tender.attempt,
                tender.card, tender.lastFour, tender.points)
            .run();
    }
}

void ReceiptTable::drop(const QString &receipt)
{
    m_database.statement(kDropLines).with(receipt).run();
    m_database.statement(kDropTenders).with(receipt).run();
    m_database.statement(kDrop).with(receipt).run();
}

} // namespace evertill

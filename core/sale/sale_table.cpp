#include "core/sale/sale_table.h"

using namespace Qt::StringLiterals;

namespace evertill {
namespace {

constexpr char kInsertLine[] =
    "INSERT INTO sale_line(receipt,line,sku,gtin,name,unit,quantity,price,discount,net,tax,"
    "gross,tax_code,tax_rate,lot,serial,expires,card,last_four,was,price_reason,deposit_of,price_list,"
    "list_from,list_was,exempted,taxes) VALUES(?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)";
constexpr char kLines[] =
    "SELECT line,sku,gtin,name,unit,quantity,price,discount,net,tax,gross,tax_code,tax_rate,"
    "lot,serial,expires,card,last_four,was,price_reason,deposit_of,price_list,list_from,list_was,"
    "exempted,taxes FROM sale_line WHERE receipt=? ORDER BY line";

constexpr char kInsertDiscount[] =
    "INSERT INTO sale_discount(receipt,number,promotion,name,coupon,amount,position) VALUES(?,?,?,?,?,?,?)";
constexpr char kInsertShare[] = "INSERT INTO sale_discount_share(receipt,number,line,amount) VALUES(?,?,?,?)";
constexpr char kDiscounts[] = "SELECT d.number,promotion,name,coupon,d.amount,s.line,s.amount "
                              "FROM sale_discount d JOIN sale_discount_share s USING(receipt,number) "
                              "WHERE d.receipt=? ORDER BY d.number,s.line";
constexpr char kGivenSince[] =
    "SELECT count(*),coalesce(sum(amount),0) FROM sale_discount WHERE promotion=? AND position>?";

constexpr char kPurchasesSince[] =
    "SELECT count(*) FROM receipt WHERE customer=? AND customer<>'' AND kind=1 AND position>?";
constexpr char kUsesSince[] =
    "SELECT promotion,count(*) FROM sale_discount JOIN receipt ON receipt.number=sale_discount.receipt "
    "WHERE customer=? AND customer<>'' AND receipt.kind=1 AND receipt.position>? GROUP BY promotion";

constexpr char kFindSerial[] = "SELECT receipt FROM sold_serial WHERE gtin=? AND serial=?";
constexpr char kAddSerial[] =
    "INSERT INTO sold_serial(gtin,serial,sale,line,receipt) VALUES(?,?,?,?,?) ON CONFLICT(gtin,serial) "
    "DO UPDATE SET sale=excluded.sale,line=excluded.line,receipt=excluded.receipt";
constexpr char kForgetSerial[] = "DELETE FROM sold_serial WHERE sale=? AND line=?";

SaleLine lineOf(const Statement &row, Currency currency)
{
    const auto money = [&](int column) { return Money::minor(row.integer(column), currency); };
    const auto change = row.isNull(18) ? std::nullopt : std::optional(PriceChange{money(18), row.text(19)});
    const auto list = row.isNull(22)
        ? std::nullopt
        : std::optional(LinePriceList{row.text(21), Quantity::thousandths(row.integer(22)), money(23)});
    return {int(row.integer(0)), row.text(1), row.text(2), row.text(3), row.text(4),
        Quantity::thousandths(row.integer(5)), money(6), money(7), money(8), money(9), money(10),
        row.text(11), Percentage::partsPerMillion(row.integer(12)), row.text(13), row.text(14),
        dateFromIso(row.text(15).toLatin1()), {row.text(16), row.text(17)}, change,
        row.isNull(20) ? std::nullopt : std::optional(int(row.integer(20))), list,
        taxesIn(row.text(25), currency), row.isNull(24) ? std::nullopt : std::optional(money(24))};
}

} // namespace

std::optional<Sale> SaleTable::find(const ReceiptNumber &number)
{
    const auto head = ReceiptBook(m_database).find(number);
    return head && head->kind == ReceiptKind::Sale ? std::optional(whole(*head)) : std::nullopt;
}

std::optional<Sale> SaleTable::byId(SaleId id)
{
    const auto head = ReceiptBook(m_database).byId(id.uuid());
    return head && head->kind == ReceiptKind::Sale ? std::optional(whole(*head)) : std::nullopt;
}

std::vector<Sale> SaleTable::latest(int limit)
{
    std::vector<Sale> sales;
    for (const ReceiptHead &head : ReceiptBook(m_database).latest(ReceiptKind::Sale, limit))
        sales.push_back(whole(head));
    return sales;
}

void SaleTable::insertLines(const Sale &sale)
{
    const std::int64_t receipt = sale.receipt.packed();
    auto insert = m_database.statement(kInsertLine);
    for (const SaleLine &line : sale.lines)
        insert
            .with(receipt, line.line, line.sku, line.gtin, line.name, line.unit, line.quantity.thousandths(),
                line.price.minor(), line.discount.minor(), line.net.minor(), line.tax.minor(),
                line.gross.minor(), line.taxCode, line.taxRate.partsPerMillion(), line.lot, line.serial,
                line.expires.toString(Qt::ISODate), line.giftCard.reference, line.giftCard.lastFour,
                line.change ? std::optional(line.change->was.minor()) : std::nullopt,
                line.change ? line.change->reason : u""_s, line.depositOf,
                line.list ? line.list->list : u""_s,
                line.list ? std::optional(line.list->from.thousandths()) : std::nullopt,
                line.list ? std::optional(line.list->was.minor()) : std::nullopt,
                line.exempted ? std::optional(line.exempted->minor()) : std::nullopt, taxesText(line.parts))
            .run();
    for (const SaleLine &line : sale.lines) {
        if (!line.serial.isEmpty())
            m_database.statement(kAddSerial)
                .with(line.gtin, line.serial, sale.id.uuid(), line.line, sale.receipt.text())
                .run();
    }
}

void SaleTable::insertDiscounts(const Sale &sale, Position position)
{
    const std::int64_t receipt = sale.receipt.packed();
    int number = 0;
    for (const GrantedDiscount &discount : sale.discounts) {
        ++number;
        m_database.statement(kInsertDiscount)
            .with(receipt, number, discount.promotion, discount.name, discount.coupon,
                discount.amount.minor(), position.packed())
            .run();
        for (const GrantedDiscount::Share &share : discount.shares)
            m_database.statement(kInsertShare).with(receipt, number, share.line, share.amount.minor()).run();
    }
}

std::vector<GrantedDiscount> SaleTable::discounts(const ReceiptHead &head)
{
    const Currency currency = head.total.currency();
    std::vector<GrantedDiscount> discounts;
    std::int64_t last = 0;
    auto row = m_database.statement(kDiscounts);
    row.with(head.number.packed());
    while (row.next()) {
        if (std::exchange(last, row.integer(0)) != row.integer(0))
            discounts.push_back(
                {row.text(1), row.text(2), row.text(3), Money::minor(row.integer(4), currency), {}});
        discounts.back().shares.push_back({int(row.integer(5)), Money::minor(row.integer(6), currency)});
    }
    return discounts;
}

SaleTable::Given SaleTable::givenSince(const QString &promotion, Position through)
{
    auto row = m_database.statement(kGivenSince);
    row.with(promotion, through.packed());
    return row.next() ? Given{row.integer(0), row.integer(1)} : Given();
}

SaleTable::Bought SaleTable::boughtSince(const CustomerCard &card, Position through)
{
    Bought bought;
    auto count = m_database.statement(kPurchasesSince);
    count.with(card.reference, through.packed());
    bought.purchases = count.next() ? count.integer(0) : 0;
    auto uses = m_database.statement(kUsesSince);
    uses.with(card.reference, through.packed());
    while (uses.next())
        bought.uses[uses.text(0)] = uses.integer(1);
    return bought;
}

std::optional<QString> SaleTable::receiptOfSerial(const QString &gtin, const QString &serial)
{
    auto row = m_database.statement(kFindSerial);
    row.with(gtin, serial);
    return row.next() ? std::optional(row.text(0)) : std::nullopt;
}

void SaleTable::forgetSerial(SaleId sale, int line)
{
    m_database.statement(kForgetSerial).with(sale.uuid(), line).run();
}

Sale SaleTable::whole(const ReceiptHead &head)
{
    Sale sale;
    sale.id = SaleId(head.id);
    sale.receipt = head.number;
    sale.shift = head.shift;
    sale.businessDate = head.businessDate;
    sale.at = head.at;
    sale.utcOffsetMin = head.utcOffsetMin;
    sale.cashier = head.cashier;
    sale.taxMode = head.taxMode;
    sale.total = head.total;
    sale.rounding = head.rounding;
    sale.change = head.change;
    sale.customer = head.customer;
    if (!head.exemption.isEmpty())
        sale.exemption = TaxExemption{head.exemption};
    ReceiptBook book(m_database);
    sale.tenders = book.tenders(head);
    sale.taxes = book.taxes(head);
    auto query = m_database.statement(kLines);
    query.with(head.number.packed());
    while (query.next())
        sale.lines.push_back(lineOf(query, head.total.currency()));
    sale.discounts = discounts(head);
    return sale;
}

} // namespace evertill

#include "core/sale/receipt_book.h"

namespace evertill {
namespace {

constexpr char kInsert[] =
    "INSERT INTO receipt(number,till,kind,id,position,shift,business_date,at,utc_offset_min,"
    "cashier,tax_mode,currency,total,rounding,change,customer,customer_last_four,customer_id,points,"
    "exemption) VALUES(?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)";
constexpr char kInsertTender[] =
    "INSERT INTO receipt_tender(receipt,line,kind,amount,approval,attempt,card,last_four,hold,points,voucher,"
    "face,foreign_currency,foreign_amount,rate) VALUES(?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)";
constexpr char kInsertTax[] = "INSERT INTO receipt_tax(receipt,line,code,rate,net,tax) VALUES(?,?,?,?,?,?)";
constexpr char kNewestBefore[] =
    "SELECT number FROM receipt WHERE number>=? AND number<? ORDER BY number DESC LIMIT 1";
#define EVERTILL_RECEIPT_COLUMNS                                                                             \
    "SELECT number,till,kind,id,position,shift,business_date,at,utc_offset_min,cashier,tax_mode,currency,"   \
    "total,rounding,change,customer,customer_last_four,customer_id,points,exemption FROM receipt "
constexpr char kFind[] = EVERTILL_RECEIPT_COLUMNS "WHERE number=? AND till=?";
constexpr char kById[] = EVERTILL_RECEIPT_COLUMNS "WHERE id=?";
constexpr char kLatest[] = EVERTILL_RECEIPT_COLUMNS "WHERE kind=? ORDER BY number DESC LIMIT ?";
#undef EVERTILL_RECEIPT_COLUMNS
constexpr char kNumberOf[] = "SELECT till,number FROM receipt WHERE id=?";
constexpr char kTenders[] =
    "SELECT kind,amount,approval,attempt,card,last_four,hold,points,voucher,face,foreign_currency,"
    "foreign_amount,rate FROM receipt_tender WHERE receipt=? ORDER BY line";
constexpr char kByVoucher[] = "SELECT till,number FROM receipt_tender JOIN receipt ON number=receipt "
                              "WHERE voucher=? AND voucher<>'' ORDER BY number LIMIT 1";
constexpr char kPaidOffline[] =
    "SELECT IFNULL(SUM(amount),0) FROM receipt_tender JOIN receipt ON number=receipt "
    "WHERE card=? AND card<>'' AND hold IS NULL AND receipt_tender.kind=? AND receipt.kind=1 AND shift=?";
constexpr char kTaxes[] = "SELECT code,rate,net,tax FROM receipt_tax WHERE receipt=? ORDER BY line";
constexpr char kSums[] = "SELECT kind,COUNT(*),SUM(total),SUM(rounding),SUM(change) FROM receipt "
                         "WHERE number>=? AND number<? AND shift=? GROUP BY kind";
constexpr char kTenderSums[] = "SELECT receipt.kind,receipt_tender.kind,SUM(amount) FROM receipt "
                               "JOIN receipt_tender ON receipt=number "
                               "WHERE number>=? AND number<? AND shift=? GROUP BY 1,2";
constexpr char kForeignSums[] =
    "SELECT foreign_currency,SUM(foreign_amount) FROM receipt JOIN receipt_tender ON receipt=number "
    "WHERE foreign_currency<>'' AND number>=? AND number<? AND shift=? GROUP BY 1 ORDER BY 1";
constexpr char kLoadSum[] = "SELECT IFNULL(SUM(gross),0) FROM sale_line JOIN receipt ON number=receipt "
                            "WHERE card<>'' AND receipt>=? AND receipt<? AND shift=?";
constexpr char kTaxSums[] = "SELECT code,rate,SUM(CASE kind WHEN 1 THEN net ELSE -net END),"
                            "SUM(CASE kind WHEN 1 THEN tax ELSE -tax END) FROM receipt "
                            "JOIN receipt_tax ON receipt=number "
                            "WHERE number>=? AND number<? AND shift=? GROUP BY code,rate ORDER BY code,rate";

constexpr std::int64_t kNumberMask = (std::int64_t(1) << 40) - 1;

ReceiptHead headOf(const Statement &row)
{
    const Currency currency = Currency::fromCode(row.text(11)).value_or(Currency());
    ReceiptHead head;
    head.number = {row.text(1), row.integer(0) >> 40, row.integer(0) & kNumberMask};
    head.kind = ReceiptKind(row.integer(2));
    head.id = row.uuid(3);
    head.position = Position::fromPacked(row.integer(4));
    head.shift = ShiftId(row.uuid(5));
    head.businessDate = row.date(6);
    head.at = {row.integer(7)};
    head.utcOffsetMin = int(row.integer(8));
    head.cashier = row.text(9);
    head.taxMode = TaxMode(row.integer(10));
    head.total = Money::minor(row.integer(12), currency);
    head.rounding = Money::minor(row.integer(13), currency);
    head.change = Money::minor(row.integer(14), currency);
    if (!row.isEmpty(15))
        head.customer = SaleCustomer{
            {row.text(15), row.text(16)}, row.isNull(17) ? Uuid() : row.uuid(17), row.integer(18)};
    head.exemption = row.text(19);
    return head;
}

} // namespace

ReceiptNumber ReceiptBook::next(std::int64_t epoch, const QString &till)
{
    auto query = m_database.statement(kNewestBefore);
    query.with(epoch << 40, (epoch + 1) << 40);
    return {till, epoch, query.next() ? (query.integer(0) & kNumberMask) + 1 : 1};
}

void ReceiptBook::insert(
    const ReceiptHead &head, std::span<const Tender> tenders, std::span<const TaxTotal> taxes)
{
    const std::int64_t number = head.number.packed();
    const SaleCustomer customer = head.customer.value_or(SaleCustomer());
    m_database.statement(kInsert)
        .with(number, head.number.till, int(head.kind), head.id, head.position.packed(), head.shift,
            head.businessDate, head.at.us, head.utcOffsetMin, head.cashier, int(head.taxMode),
            head.total.currency().code(), head.total.minor(), head.rounding.minor(), head.change.minor(),
            customer.card.reference, customer.card.lastFour,
            customer.id.isNull() ? std::nullopt : std::optional(customer.id), customer.points,
            head.exemption.isNull() ? QStringLiteral("") : head.exemption)
        .run();
    int line = 0;
    for (const Tender &tender : tenders)
        m_database.statement(kInsertTender)
            .with(number, ++line, int(tender.kind), tender.amount.minor(), tender.approval,
                tender.attempt.isNull() ? std::nullopt : std::optional(tender.attempt),
                tender.giftCard.reference + tender.customer.reference,
                tender.giftCard.lastFour + tender.customer.lastFour,
                tender.hold.isNull() ? std::nullopt : std::optional(tender.hold), tender.points,
                tender.voucher, tender.face ? std::optional(tender.face->minor()) : std::nullopt,
                tender.foreign ? tender.foreign->given.currency().code() : QString(),
                tender.foreign ? std::optional(tender.foreign->given.minor()) : std::nullopt,
                tender.foreign ? std::optional(tender.foreign->rate.billionths()) : std::nullopt)
            .run();
    line = 0;
    for (const TaxTotal &tax : taxes)
        m_database.statement(kInsertTax)
            .with(number, ++line, tax.code, tax.rate.partsPerMillion(), tax.net.minor(), tax.tax.minor())
            .run();
}

std::optional<ReceiptHead> ReceiptBook::find(const ReceiptNumber &number)
{
    auto query = m_database.statement(kFind);
    query.with(number.packed(), number.till);
    return query.next() ? std::optional(headOf(query)) : std::nullopt;
}

std::optional<ReceiptHead> ReceiptBook::byId(const Uuid &id)
{
    auto query = m_database.statement(kById);
    query.with(id);
    return query.next() ? std::optional(headOf(query)) : std::nullopt;
}

std::optional<ReceiptNumber> ReceiptBook::numberOf(const Uuid &id)
{
    auto query = m_database.statement(kNumberOf);
    query.with(id);
    if (!query.next())
        return std::nullopt;
    return ReceiptNumber{query.text(0), query.integer(1) >> 40, query.integer(1) & kNumberMask};
}

std::vector<ReceiptHead> ReceiptBook::latest(ReceiptKind kind, int limit)
{
    std::vector<ReceiptHead> heads;
    auto query = m_database.statement(kLatest);
    query.with(int(kind), limit);
    while (query.next())
        heads.push_back(headOf(query));
    return heads;
}

std::vector<Tender> ReceiptBook::tenders(const ReceiptHead &head)
{
    std::vector<Tender> tenders;
    auto query = m_database.statement(kTenders);
    query.with(head.number.packed());
    while (query.next()) {
        Tender tender{TenderKind(query.integer(0)), Money::minor(query.integer(1), head.total.currency()),
            query.text(2), query.isNull(3) ? PaymentId() : PaymentId(query.uuid(3))};
        const bool isOwn = isCustomersOwn(tender.kind);
        (isOwn ? tender.customer.reference : tender.giftCard.reference) = query.text(4);
        (isOwn ? tender.customer.lastFour : tender.giftCard.lastFour) = query.text(5);
        tender.hold = query.isNull(6) ? Uuid() : query.uuid(6);
        tender.points = query.integer(7);
        tender.voucher = query.text(8);
        if (!query.isNull(9))
            tender.face = Money::minor(query.integer(9), head.total.currency());
        if (const auto foreign = Currency::fromCode(query.text(10)); foreign && !query.isNull(11))
            tender.foreign = ForeignCash{Money::minor(query.integer(11), *foreign),
                ExchangeRate::billionths(query.isNull(12) ? 0 : query.integer(12))};
        tenders.push_back(tender);
    }
    return tenders;
}

std::optional<ReceiptNumber> ReceiptBook::paidByVoucher(const QString &voucher)
{
    auto query = m_database.statement(kByVoucher);
    query.with(voucher);
    if (!query.next())
        return std::nullopt;
    return ReceiptNumber{query.text(0), query.integer(1) >> 40, query.integer(1) & kNumberMask};
}

Money ReceiptBook::paidOffline(TenderKind kind, const QString &card, ShiftId shift, Currency currency)
{
    auto query = m_database.statement(kPaidOffline);
    query.with(card, int(kind), shift);
    return Money::minor(query.next() ? query.integer(0) : 0, currency);
}

std::vector<TaxTotal> ReceiptBook::taxes(const ReceiptHead &head)
{
    const Currency currency = head.total.currency();
    std::vector<TaxTotal> taxes;
    auto query = m_database.statement(kTaxes);
    query.with(head.number.packed());
    while (query.next())
        taxes.push_back({query.text(0), Percentage::partsPerMillion(query.integer(1)),
            Money::minor(query.integer(2), currency), Money::minor(query.integer(3), currency)});
    return taxes;
}

Takings ReceiptBook::takings(
    ShiftId shift, std::int64_t firstPacked, std::int64_t endPacked, Currency currency)
{
    const auto money = [&](std::int64_t minor) { return Money::minor(minor, currency); };
    Takings sum;
    sum.salesTotal = sum.returnsTotal = sum.rounding = money(0);
    sum.net = sumsOf({}, currency);
    auto receipts = m_database.statement(kSums);
    receipts.with(firstPacked, endPacked, shift);
    while (receipts.next()) {
        const bool isSale = ReceiptKind(receipts.integer(0)) == ReceiptKind::Sale;
        (isSale ? sum.sales : sum.returns) = receipts.integer(1);
        (isSale ? sum.salesTotal : sum.returnsTotal) = money(receipts.integer(2));
        const Money rounding = money(receipts.integer(3));
        sum.rounding += isSale ? rounding : -rounding;
        sum.net.cash -= money(receipts.integer(4));
    }
    auto tenders = m_database.statement(kTenderSums);
    tenders.with(firstPacked, endPacked, shift);
    while (tenders.next()) {
        const Money amount = money(tenders.integer(2));
        Money &taken = sum.net.of(TenderKind(tenders.integer(1)));
        taken += ReceiptKind(tenders.integer(0)) == ReceiptKind::Sale ? amount : -amount;
    }
    auto foreign = m_database.statement(kForeignSums);
    foreign.with(firstPacked, endPacked, shift);
    while (foreign.next())
        sum.foreign.push_back(
            Money::minor(foreign.integer(1), Currency::fromCode(foreign.text(0)).value_or(Currency())));
    auto loads = m_database.statement(kLoadSum);
    loads.with(firstPacked, endPacked, shift);
    sum.loads = money(loads.next() ? loads.integer(0) : 0);
    auto taxes = m_database.statement(kTaxSums);
    taxes.with(firstPacked, endPacked, shift);
    while (taxes.next())
        sum.taxes.push_back({taxes.text(0), Percentage::partsPerMillion(taxes.integer(1)),
            money(taxes.integer(2)), money(taxes.integer(3))});
    return sum;
}

} // namespace evertill

#include "tests/sandbox/booking/return_book.h"

#include "tests/sandbox/booking/customer_book.h"
#include "tests/sandbox/booking/money_book.h"
#include "tests/sandbox/booking/payload.h"
#include "tests/sandbox/booking/stock_book.h"
#include "tests/sandbox/booking/task_book.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace evertill::sandbox {

namespace {

constexpr const char *insertReturn =
    "INSERT INTO booked_return(till,epoch,seq,return_id,receipt,of_receipt,of_sale,shift,"
    "business_date,at,currency,tax_mode,total,rounding,customer,points) "
    "VALUES(?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)";
constexpr const char *insertReturnLine =
    "INSERT INTO "
    "booked_return_line(till,epoch,seq,line,of_receipt,of_line,sku,name,unit,quantity,net,tax,gross,tax_code,"
    "tax_rate,reason,disposition) VALUES(?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)";
constexpr const char *receiptByNumber = "SELECT receipt,till,epoch,seq FROM receipt WHERE receipt=?";
constexpr const char *receiptBySale =
    "SELECT receipt,till,epoch,seq FROM receipt WHERE sale=? ORDER BY rowid LIMIT 1";
constexpr const char *soldLine =
    "SELECT quantity,gross,sku,name FROM booked_sale_line WHERE till=? AND epoch=? AND seq=? AND line=?";
constexpr const char *otherReturns =
    "SELECT DISTINCT r.till,r.receipt FROM booked_return_line l JOIN booked_return r USING(till,epoch,seq) "
    "WHERE l.of_receipt=? AND l.of_line=? AND NOT (l.till=? AND l.epoch=? AND l.seq=?) "
    "ORDER BY r.at,r.receipt";
constexpr const char *backOfLine = "SELECT coalesce(sum(quantity),0), coalesce(sum(gross),0) FROM "
                                   "booked_return_line WHERE of_receipt=? AND of_line=?";
constexpr const char *backByThis =
    "SELECT coalesce(sum(quantity),0), coalesce(sum(gross),0) FROM booked_return_line "
    "WHERE of_receipt=? AND of_line=? AND till=? AND epoch=? AND seq=?";

struct Amounts {
    qint64 quantity = 0;
    qint64 gross = 0;
};

Amounts amounts(Rows &&rows) { return rows.next() ? Amounts{rows.number(0), rows.number(1)} : Amounts{}; }

/// Returns of the first days don't say it: their amounts stand with their tax.
QString taxModeOf(const Payload &payload)
{
    const QString mode = payload.textOr(u"tax_mode"_s, u"inclusive"_s);
    if (mode != u"inclusive"_s && mode != u"exclusive"_s)
        throw PayloadError("a tax mode that is neither inclusive nor exclusive");
    return mode;
}

} // namespace

Outcome ReturnBook::book(const Fact &fact)
{
    const Payload payload(fact.payload);
    const std::optional<Payload> of = payload.maybeObject(u"of"_s);
    const std::optional<Receipt> receipt = receiptOf(fact);
    std::optional<QString> ofReceipt = of ? of->maybeText(u"receipt"_s) : std::nullopt;
    if (receipt)
        ofReceipt = receipt->number;
    bookHead(fact, ofReceipt, of ? of->maybeText(u"sale"_s) : std::nullopt);
    std::set<qint64> ofLines;
    const qint64 gross = bookLines(fact, ofReceipt, ofLines);
    MoneyBook money(m_work);
    const qint64 paid = money.bookTenders(fact, u"return"_s, payload.array(u"tenders"_s));
    CustomerBook(m_work).bookReturn(fact);
    money.bookTaxes(fact, u"return"_s, payload.array(u"taxes"_s));
    const qint64 total = payload.number(u"total"_s);
    if (gross != total)
        money.find(fact, u"lines give %1, total says %2"_s.arg(gross).arg(total));
    if (paid != total + payload.numberOr(u"rounding"_s, 0))
        money.find(
            fact, u"tenders give %1, %2 was due"_s.arg(paid).arg(total + payload.numberOr(u"rounding"_s, 0)));
    const bool clashed = judge(fact, ofLines);
    const bool unknown = TaskBook(m_work).askAboutUnknownProducts(fact);
    return clashed || unknown ? Outcome::Task : Outcome::Applied;
}

std::optional<ReturnBook::Receipt> ReturnBook::receiptOf(const Fact &fact)
{
    const std::optional<Payload> of = Payload(fact.payload).maybeObject(u"of"_s);
    if (!of)
        return std::nullopt;
    const auto found = [](Rows &&rows) -> std::optional<Receipt> {
        if (!rows.next())
            return std::nullopt;
        return Receipt{rows.text(0), {rows.number(2), rows.number(3)}, rows.text(1)};
    };
    if (const auto sale = of->maybeText(u"sale"_s)) {
        if (const auto receipt = found(m_work.store().query(receiptBySale, *sale)))
            return receipt;
    }
    const auto number = of->maybeText(u"receipt"_s);
    return number ? found(m_work.store().query(receiptByNumber, *number)) : std::nullopt;
}

void ReturnBook::bookHead(
    const Fact &fact, const std::optional<QString> &ofReceipt, const std::optional<QString> &ofSale)
{
    const Payload payload(fact.payload);
    const auto customer = payload.maybeObject(u"customer"_s);
    m_work.store().run(insertReturn, fact.till, fact.position.epoch, fact.position.seq,
        payload.text(u"return"_s), payload.text(u"receipt"_s), ofReceipt, ofSale, payload.text(u"shift"_s),
        fact.businessDate, fact.at, payload.text(u"currency"_s), taxModeOf(payload),
        payload.number(u"total"_s), payload.numberOr(u"rounding"_s, 0),
        customer ? std::optional(customer->text(u"card"_s)) : std::nullopt,
        customer ? customer->numberOr(u"points"_s, 0) : 0);
}

qint64 ReturnBook::bookLines(
    const Fact &fact, const std::optional<QString> &ofReceipt, std::set<qint64> &ofLines)
{
    const Payload payload(fact.payload);
    const QString reference = payload.text(u"return"_s);
    qint64 sum = 0;
    for (const QJsonValue &value : payload.array(u"lines"_s)) {
        const Payload line = Payload::item(value);
        const QString sku = line.text(u"sku"_s);
        const qint64 quantity = line.number(u"quantity"_s);
        const qint64 gross = line.number(u"gross"_s);
        const QString disposition = line.text(u"disposition"_s);
        const std::optional<qint64> ofLine = line.maybeNumber(u"of_line"_s);
        m_work.store().run(insertReturnLine, fact.till, fact.position.epoch, fact.position.seq,
            line.number(u"line"_s), ofReceipt, ofLine, sku, line.text(u"name"_s), line.text(u"unit"_s),
            quantity, line.number(u"net"_s), line.number(u"tax"_s), gross, line.text(u"tax_code"_s),
            line.number(u"tax_rate"_s), line.textOr(u"reason"_s, {}), disposition);
        if (const auto parts = line.arrayOr(u"taxes"_s, {});
            !parts.isEmpty() && MoneyBook::taxIn(parts) != line.number(u"tax"_s))
            MoneyBook(m_work).find(fact, u"line %1: its taxes are not its tax"_s.arg(line.number(u"line"_s)));
        const bool isGoods = !value.toObject().value(u"deposit"_s).toBool();
        if (isGoods && disposition == u"restock"_s)
            StockBook(m_work).move({sku, quantity, 0, u"return"_s, reference}, &fact);
        else if (isGoods)
            m_work.touch(Entity::Stock, sku);
        if (ofLine)
            ofLines.insert(*ofLine);
        sum += gross;
    }
    return sum;
}

QJsonArray ReturnBook::excesses(const Fact &fact, const Receipt &receipt, const std::set<qint64> &ofLines)
{
    Store &store = m_work.store();
    QJsonArray found;
    for (const qint64 line : ofLines) {
        const Amounts back = amounts(store.query(backOfLine, receipt.number, line));
        const Amounts here = amounts(
            store.query(backByThis, receipt.number, line, fact.till, fact.position.epoch, fact.position.seq));
        Rows known = store.query(soldLine, receipt.till, receipt.sale.epoch, receipt.sale.seq, line);
        const bool wasSold = known.next();
        const Amounts sold = wasSold ? Amounts{known.number(0), known.number(1)} : Amounts{};
        const qint64 quantity =
            std::clamp(back.quantity - sold.quantity, qint64{0}, std::max(here.quantity, qint64{0}));
        const qint64 gross = std::clamp(back.gross - sold.gross, qint64{0}, std::max(here.gross, qint64{0}));
        if (quantity <= 0 && gross <= 0)
            continue;
        QJsonObject excess{{u"line"_s, line}, {u"quantity"_s, quantity}, {u"refunded"_s, gross}};
        if (wasSold) {
            excess[u"sku"_s] = known.text(2);
            excess[u"name"_s] = known.text(3);
        }
        found.append(excess);
    }
    return found;
}

QJsonArray ReturnBook::others(const Fact &fact, const QString &receipt, const std::set<qint64> &ofLines)
{
    QJsonArray found;
    for (const qint64 line : ofLines) {
        Rows rows = m_work.store().query(
            otherReturns, receipt, line, fact.till, fact.position.epoch, fact.position.seq);
        while (rows.next()) {
            const QJsonObject other{{u"till"_s, rows.text(0)}, {u"receipt"_s, rows.text(1)}};
            if (!found.contains(other))
                found.append(other);
        }
    }
    return found;
}

bool ReturnBook::judge(const Fact &fact, const std::set<qint64> &ofLines)
{
    const Payload payload(fact.payload);
    const std::optional<Payload> of = payload.maybeObject(u"of"_s);
    if (!of)
        return false;
    const std::optional<Receipt> receipt = receiptOf(fact);
    QJsonObject facts{{u"return"_s, payload.text(u"return"_s)},
        {u"return_receipt"_s, payload.text(u"receipt"_s)},
        {u"receipt"_s, receipt ? receipt->number : of->textOr(u"receipt"_s, {})},
        {u"currency"_s, payload.text(u"currency"_s)}};
    if (!receipt) {
        facts[u"refunded"_s] = payload.number(u"total"_s);
        TaskBook(m_work).open(fact, u"unknown_receipt"_s, facts);
        return true;
    }
    m_work.touch(Entity::Receipt, receipt->number);
    const QJsonArray excess = excesses(fact, *receipt, ofLines);
    if (excess.isEmpty())
        return false;
    qint64 refunded = 0;
    for (const QJsonValue &line : excess)
        refunded += line.toObject().value(u"refunded"_s).toInteger();
    facts[u"excess"_s] = excess;
    facts[u"refunded"_s] = refunded;
    facts[u"others"_s] = others(fact, receipt->number, ofLines);
    TaskBook(m_work).open(fact, u"over_refunded"_s, facts);
    return true;
}

} // namespace evertill::sandbox

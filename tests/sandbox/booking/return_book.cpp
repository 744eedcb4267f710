#include "tests/sandbox/booking/return_book.h"

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
    "business_date,at,currency,total,rounding) VALUES(?,?,?,?,?,?,?,?,?,?,?,?,?)";
constexpr const char *insertLine =
    "INSERT INTO "
    "booked_return_line(till,epoch,seq,line,of_receipt,of_line,sku,name,unit,quantity,net,tax,gross,tax_code,"
    "tax_rate,reason,disposition) VALUES(?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)";
constexpr const char *receiptByNumber = "SELECT receipt,till,epoch,seq FROM receipt WHERE receipt=?";
constexpr const char *receiptBySale =
    "SELECT receipt,till,epoch,seq FROM receipt WHERE sale=? ORDER BY rowid LIMIT 1";
constexpr const char *soldLine =
    "SELECT quantity,gross,sku FROM booked_sale_line WHERE till=? AND epoch=? AND seq=? AND line=?";
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
    QStringList skus;
    const qint64 gross = bookLines(fact, ofReceipt, ofLines, skus);
    MoneyBook money(m_work);
    const qint64 paid = money.bookTenders(fact, u"return"_s, payload.array(u"tenders"_s));
    money.bookTaxes(fact, u"return"_s, payload.array(u"taxes"_s));
    const qint64 total = payload.number(u"total"_s);
    if (gross != total)
        money.find(fact, u"lines give %1, total says %2"_s.arg(gross).arg(total));
    if (paid != total + payload.numberOr(u"rounding"_s, 0))
        money.find(
            fact, u"tenders give %1, %2 was due"_s.arg(paid).arg(total + payload.numberOr(u"rounding"_s, 0)));
    const bool clashed = judge(fact, ofLines);
    const bool unknown = TaskBook(m_work).askAboutUnknownProducts(fact, skus);
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
    m_work.store().run(insertReturn, fact.till, fact.position.epoch, fact.position.seq,
        payload.text(u"return"_s), payload.text(u"receipt"_s), ofReceipt, ofSale, payload.text(u"shift"_s),
        fact.businessDate, fact.at, payload.text(u"currency"_s), payload.number(u"total"_s),
        payload.numberOr(u"rounding"_s, 0));
}

qint64 ReturnBook::bookLines(
    const Fact &fact, const std::optional<QString> &ofReceipt, std::set<qint64> &ofLines, QStringList &skus)
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
        m_work.store().run(insertLine, fact.till, fact.position.epoch, fact.position.seq,
            line.number(u"line"_s), ofReceipt, ofLine, sku, line.text(u"name"_s), line.text(u"unit"_s),
            quantity, line.number(u"net"_s), line.number(u"tax"_s), gross, line.text(u"tax_code"_s),
            line.number(u"tax_rate"_s), line.textOr(u"reason"_s, {}), disposition);
        if (disposition == u"restock"_s)
            StockBook(m_work).move({sku, quantity, 0, u"return"_s, reference}, &fact);
        else
            m_work.touch(Entity::Stock, sku);
        if (ofLine)
            ofLines.insert(*ofLine);
        skus.append(sku);
        sum += gross;
    }
    return sum;
}

QJsonArray ReturnBook::excesses(const Fact &fact, const Receipt &receipt, const std::set<qint64> &ofLines)
{
    Store &store = m_work.store();
    QJsonArray found;
    for (const qint64 line : ofLines) {
        const Amounts sold =
            amounts(store.query(soldLine, receipt.till, receipt.sale.epoch, receipt.sale.seq, line));
        const Amounts back = amounts(store.query(backOfLine, receipt.number, line));
        const Amounts here = amounts(
            store.query(backByThis, receipt.number, line, fact.till, fact.position.epoch, fact.position.seq));
        const qint64 quantity =
            std::clamp(back.quantity - sold.quantity, qint64{0}, std::max(here.quantity, qint64{0}));
        const qint64 gross = std::clamp(back.gross - sold.gross, qint64{0}, std::max(here.gross, qint64{0}));
        if (quantity > 0 || gross > 0)
            found.append(QJsonObject{{u"line"_s, line}, {u"quantity"_s, quantity}, {u"refunded"_s, gross}});
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
    const QJsonObject about{{u"return"_s, payload.text(u"return"_s)},
        {u"receipt"_s, receipt ? receipt->number : of->textOr(u"receipt"_s, {})}};
    if (!receipt) {
        TaskBook(m_work).open(fact, u"unknown_receipt"_s, about);
        return true;
    }
    m_work.touch(Entity::Receipt, receipt->number);
    const QJsonArray excess = excesses(fact, *receipt, ofLines);
    if (excess.isEmpty())
        return false;
    QJsonObject facts = about;
    facts[u"excess"_s] = excess;
    TaskBook(m_work).open(fact, u"over_refunded"_s, facts);
    return true;
}

} // namespace evertill::sandbox

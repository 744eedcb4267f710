#include "tests/sandbox/booking/sale_book.h"

#include "tests/sandbox/booking/customer_book.h"
#include "tests/sandbox/booking/gift_card_book.h"
#include "tests/sandbox/booking/money_book.h"
#include "tests/sandbox/booking/payload.h"
#include "tests/sandbox/booking/stock_book.h"
#include "tests/sandbox/booking/task_book.h"
#include "tests/sandbox/store/arithmetic.h"
#include "tests/sandbox/store/json_text.h"

#include <QJsonDocument>

#include <map>

using namespace Qt::StringLiterals;

namespace evertill::sandbox {

namespace {

constexpr const char *insertSale =
    "INSERT INTO booked_sale(till,epoch,seq,sale,receipt,shift,business_date,at,currency,"
    "tax_mode,total,rounding,change,customer,points,customer_last_four,customer_id) "
    "VALUES(?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)";
constexpr const char *insertLine =
    "INSERT INTO "
    "booked_sale_line(till,epoch,seq,line,sku,name,unit,quantity,price,"
    "discount,net,tax,gross,tax_code,tax_rate,card,last_four,was,price_reason,deposit_of,price_list,taxes) "
    "VALUES(?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)";
constexpr const char *insertDiscount = "INSERT INTO booked_discount(till,epoch,seq,position,line,promotion,"
                                       "name,coupon,amount) VALUES(?,?,?,?,?,?,?,?,?)";
constexpr const char *promotionOf = "SELECT row FROM promotion WHERE promotion=? AND dropped=0";
constexpr const char *setPromotion = "UPDATE promotion SET row=? WHERE promotion=?";
// A number that was given out twice stays with the first sale; the second is in the books all the same.
constexpr const char *insertReceipt =
    "INSERT INTO receipt(receipt,sale,till,epoch,seq) VALUES(?,?,?,?,?) ON CONFLICT(receipt) DO NOTHING";

/// As they came; nothing where one tax is all.
std::optional<QString> taxesOf(const Payload &line)
{
    const QJsonArray taxes = line.arrayOr(u"taxes"_s, {});
    return taxes.isEmpty()
        ? std::nullopt
        : std::optional(QString::fromUtf8(QJsonDocument(taxes).toJson(QJsonDocument::Compact)));
}

} // namespace

Outcome SaleBook::book(const Fact &fact)
{
    const Payload payload(fact.payload);
    const QString sale = payload.text(u"sale"_s);
    const QString receipt = payload.text(u"receipt"_s);
    const qint64 total = payload.number(u"total"_s);
    bookHead(fact);
    const qint64 gross = bookLines(fact, payload.array(u"lines"_s), sale);
    bookDiscounts(fact, payload.arrayOr(u"discounts"_s, {}), payload.array(u"lines"_s));
    MoneyBook money(m_work);
    const qint64 tendered = money.bookTenders(fact, u"sale"_s, payload.array(u"tenders"_s));
    CustomerBook(m_work).bookSale(fact);
    money.bookTaxes(fact, u"sale"_s, payload.array(u"taxes"_s));
    if (gross != total)
        money.find(fact, u"lines give %1, total says %2"_s.arg(gross).arg(total));
    const qint64 due = total + payload.numberOr(u"rounding"_s, 0);
    const qint64 kept = tendered - payload.numberOr(u"change"_s, 0);
    if (kept != due)
        money.find(fact, u"tenders less change give %1, %2 was due"_s.arg(kept).arg(due));
    if (m_work.store().run(insertReceipt, receipt, sale, fact.till, fact.position.epoch, fact.position.seq)
        == 0)
        money.find(fact, u"receipt number %1 was given out before"_s.arg(receipt));
    m_work.touch(Entity::Receipt, receipt);
    return TaskBook(m_work).askAboutUnknownProducts(fact) ? Outcome::Task : Outcome::Applied;
}

void SaleBook::bookHead(const Fact &fact)
{
    const Payload payload(fact.payload);
    const auto customer = payload.maybeObject(u"customer"_s);
    m_work.store().run(insertSale, fact.till, fact.position.epoch, fact.position.seq, payload.text(u"sale"_s),
        payload.text(u"receipt"_s), payload.text(u"shift"_s), fact.businessDate, fact.at,
        payload.text(u"currency"_s), payload.text(u"tax_mode"_s), payload.number(u"total"_s),
        payload.numberOr(u"rounding"_s, 0), payload.numberOr(u"change"_s, 0),
        customer ? std::optional(customer->text(u"card"_s)) : std::nullopt,
        customer ? customer->numberOr(u"points"_s, 0) : 0,
        customer ? customer->maybeText(u"last_four"_s) : std::nullopt,
        customer ? customer->maybeText(u"id"_s) : std::nullopt);
}

qint64 SaleBook::bookLines(const Fact &fact, const QJsonArray &lines, const QString &sale)
{
    qint64 sum = 0;
    for (const QJsonValue &value : lines) {
        const Payload line = Payload::item(value);
        const QString sku = line.text(u"sku"_s);
        const qint64 quantity = line.number(u"quantity"_s);
        const qint64 gross = line.number(u"gross"_s);
        const std::optional<Payload> change = line.maybeObject(u"price_change"_s);
        const std::optional<Payload> list = line.maybeObject(u"price_list"_s);
        m_work.store().run(insertLine, fact.till, fact.position.epoch, fact.position.seq,
            line.number(u"line"_s), sku, line.text(u"name"_s), line.text(u"unit"_s), quantity,
            line.number(u"price"_s), line.numberOr(u"discount"_s, 0), line.number(u"net"_s),
            line.number(u"tax"_s), gross, line.text(u"tax_code"_s), line.number(u"tax_rate"_s),
            line.maybeText(u"card"_s), line.maybeText(u"last_four"_s),

            change ? std::optional(change->number(u"was"_s)) : std::nullopt,
            change ? std::optional(change->text(u"reason"_s)) : std::nullopt,
            line.maybeNumber(u"deposit_of"_s), list ? std::optional(list->text(u"list"_s)) : std::nullopt,
            taxesOf(line));
        checkLine(fact, value);
        if (const auto card = line.maybeText(u"card"_s))
            GiftCardBook(m_work).load(fact, *card, line.text(u"last_four"_s), gross);
        else if (!line.maybeNumber(u"deposit_of"_s))
            StockBook(m_work).move({sku, -quantity, 0, u"sale"_s, sale}, &fact);
        sum += gross;
    }
    return sum;
}

void SaleBook::bookDiscounts(const Fact &fact, const QJsonArray &discounts, const QJsonArray &lines)
{
    MoneyBook money(m_work);
    std::map<qint64, qint64> left; // of each line's discount, once the shares are off
    for (const QJsonValue &value : lines) {
        const Payload line = Payload::item(value);
        left[line.number(u"line"_s)] = line.numberOr(u"discount"_s, 0);
    }
    int position = 0;
    for (const QJsonValue &value : discounts) {
        const Payload discount = Payload::item(value);
        const QString promotion = discount.text(u"promotion"_s);
        const std::optional<QString> coupon = discount.maybeText(u"coupon"_s);
        qint64 sum = 0;
        ++position;
        for (const QJsonValue &each : discount.array(u"shares"_s)) {
            const Payload share = Payload::item(each);
            const qint64 line = share.number(u"line"_s);
            const qint64 amount = share.number(u"amount"_s);
            sum += amount;
            m_work.store().run(insertDiscount, fact.till, fact.position.epoch, fact.position.seq, position,
                line, promotion, discount.text(u"name"_s), coupon, amount);
            if (amount <= 0 || left.find(line) == left.end() || (left[line] -= amount) < 0)
                money.find(fact, u"discount %1: line %2 has no such share"_s.arg(promotion).arg(line));
        }
        if (sum != discount.number(u"amount"_s))
            money.find(fact,
                u"discount %1: its shares give %2, it says %3"_s.arg(promotion).arg(sum).arg(
                    discount.number(u"amount"_s)));
        countUse(promotion, sum);
    }
}

void SaleBook::countUse(const QString &promotion, qint64 amount)
{
    QJsonObject row;
    {
        Rows found = m_work.store().query(promotionOf, promotion);
        // A rule that the office sets later is set knowing this sale.
        if (!found.next())
            return m_work.count(Entity::Promotion, promotion);
        row = jsonObject(found.bytes(0));
    }
    QJsonObject rule = row.value(u"rule"_s).toObject();
    bool isLimited = false;
    for (const auto &[limit, used] :
        {std::pair(u"uses_left"_s, qint64{1}), std::pair(u"budget_left"_s, amount)}) {
        if (!rule.contains(limit))
            continue;
        rule[limit] = qMax(qint64{0}, rule.value(limit).toInteger() - used);
        isLimited = true;
    }
    if (!isLimited)
        return m_work.count(Entity::Promotion, promotion);
    row[u"rule"_s] = rule;
    m_work.store().run(setPromotion, jsonText(row), promotion);
    m_work.touch(Entity::Promotion, promotion);
}

void SaleBook::checkLine(const Fact &fact, const QJsonValue &value)
{
    const Payload line = Payload::item(value);
    const qint64 net = line.number(u"net"_s);
    const qint64 tax = line.number(u"tax"_s);
    const qint64 gross = line.number(u"gross"_s);
    MoneyBook money(m_work);
    if (const auto parts = line.arrayOr(u"taxes"_s, {}); !parts.isEmpty() && money.taxIn(parts) != tax)
        money.find(fact,
            u"line %1: its taxes give %2, tax says %3"_s.arg(line.number(u"line"_s))
                .arg(money.taxIn(parts))
                .arg(tax));
    if (net + tax != gross)
        money.find(fact,
            u"line %1: net and tax give %2, gross says %3"_s.arg(line.number(u"line"_s))
                .arg(net + tax)
                .arg(gross));
    const bool inclusive = Payload(fact.payload).text(u"tax_mode"_s) == u"inclusive"_s;
    const qint64 stated = inclusive ? gross : net;
    const qint64 own = multiplyDivide(line.number(u"price"_s), line.number(u"quantity"_s), 1000)
        - line.numberOr(u"discount"_s, 0) - line.numberOr(u"exempted"_s, 0);
    const bool isExempt = Payload(fact.payload).maybeObject(u"exemption"_s).has_value();
    if (isExempt ? tax != 0 : line.numberOr(u"exempted"_s, 0) != 0)
        money.find(
            fact, u"line %1: taxed by a certificate, or without one not"_s.arg(line.number(u"line"_s)));
    // One minor unit apart is a question of where the till rounds, not of what it charged. Goods whose label
    // says the price alone weigh what that price buys to the nearest thousandth: half of one may be missing.
    const qint64 halfThousandth = line.text(u"unit"_s) == u"ea"_s ? 0 : line.number(u"price"_s) / 2000;
    if (qAbs(own - stated) > 1 + halfThousandth)
        money.find(fact,
            u"line %1: price times quantity gives %2, the line says %3"_s.arg(line.number(u"line"_s))
                .arg(own)
                .arg(stated));
}

} // namespace evertill::sandbox

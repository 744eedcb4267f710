#include "tests/sandbox/booking/money_book.h"

#include "tests/sandbox/booking/gift_card_book.h"
#include "tests/sandbox/booking/payload.h"

using namespace Qt::StringLiterals;

namespace evertill::sandbox {

namespace {

constexpr const char *insertTender =
    "INSERT INTO booked_tender(till,epoch,seq,position,direction,kind,amount,approval,attempt,card,last_four,"
    "hold,voucher,face,currency,foreign_amount,rate,points) VALUES(?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)";
constexpr const char *voucherBefore = "SELECT till FROM booked_tender WHERE voucher=? LIMIT 1";
constexpr const char *insertTax =
    "INSERT INTO booked_tax(till,epoch,seq,position,direction,code,rate,net,tax) VALUES(?,?,?,?,?,?,?,?,?)";
constexpr const char *insertFinding = "INSERT INTO finding(till,epoch,seq,finding) VALUES(?,?,?,?)";

} // namespace

qint64 MoneyBook::bookTenders(const Fact &fact, const QString &direction, const QJsonArray &tenders)
{
    qint64 sum = 0;
    int position = 0;
    for (const QJsonValue &value : tenders) {
        const Payload tender = Payload::item(value);
        const qint64 amount = tender.number(u"amount"_s);
        const auto voucher = tender.maybeText(u"voucher"_s);
        if (voucher && m_work.store().query(voucherBefore, *voucher).next())
            find(fact, u"voucher %1 was taken before"_s.arg(*voucher));
        const auto face = tender.numberOr(u"face"_s, amount);
        if (face < amount)
            find(fact, u"voucher %1 paid more than it is worth"_s.arg(voucher.value_or(QString())));
        m_work.store().run(insertTender, fact.till, fact.position.epoch, fact.position.seq, ++position,
            direction, tender.text(u"kind"_s), amount, tender.maybeText(u"approval"_s),
            tender.maybeText(u"attempt"_s), tender.maybeText(u"card"_s), tender.maybeText(u"last_four"_s),
            tender.maybeText(u"hold"_s), voucher, voucher ? std::optional(face) : std::nullopt,
            tender.maybeText(u"currency"_s),
            tender.maybeText(u"currency"_s) ? std::optional(tender.number(u"foreign"_s)) : std::nullopt,
            tender.maybeText(u"rate"_s), tender.maybeNumber(u"points"_s));
        sum += amount;
    }
    GiftCardBook(m_work).bookTenders(fact, direction == u"sale"_s);
    return sum;
}

void MoneyBook::bookTaxes(const Fact &fact, const QString &direction, const QJsonArray &taxes)
{
    int position = 0;
    for (const QJsonValue &value : taxes) {
        const Payload tax = Payload::item(value);
        m_work.store().run(insertTax, fact.till, fact.position.epoch, fact.position.seq, ++position,
            direction, tax.text(u"code"_s), tax.number(u"rate"_s), tax.number(u"net"_s),
            tax.number(u"tax"_s));
    }
}

qint64 MoneyBook::taxIn(const QJsonArray &taxes)
{
    qint64 sum = 0;
    for (const QJsonValue &value : taxes)
        sum += Payload::item(value).number(u"tax"_s);
    return sum;
}

void MoneyBook::find(const Fact &fact, const QString &finding)
{
    m_work.store().run(insertFinding, fact.till, fact.position.epoch, fact.position.seq, finding);
}

} // namespace evertill::sandbox

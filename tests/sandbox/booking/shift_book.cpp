#include "tests/sandbox/booking/shift_book.h"

#include "tests/sandbox/booking/money_book.h"
#include "tests/sandbox/booking/payload.h"

using namespace Qt::StringLiterals;

namespace evertill::sandbox {

namespace {

constexpr const char *openShift =
    "INSERT INTO booked_shift(shift,till,number,business_date,currency,float,opened_at) "
    "VALUES(?,?,?,?,?,?,?) "
    "ON CONFLICT(shift) DO UPDATE SET number=excluded.number, float=excluded.float, "
    "opened_at=excluded.opened_at";
constexpr const char *insertCash =
    "INSERT INTO booked_cash(till,epoch,seq,shift,kind,amount,currency,reason) VALUES(?,?,?,?,?,?,?,?)";
constexpr const char *knowShift = "INSERT INTO booked_shift(shift,till,business_date,currency) "
                                  "VALUES(?,?,?,?) ON CONFLICT(shift) DO NOTHING";
constexpr const char *closeShift = "UPDATE booked_shift SET closed_at=?, counted=?, expected=?, "
                                   "over_short=?, sales=?, returns=?, sales_total=?, "
                                   "returns_total=?, cash_total=?, card_total=?, giftcard_total=?, "
                                   "voucher_total=?, foreign_cash_total=?, points_total=?, "
                                   "account_total=? WHERE shift=?";
constexpr const char *floatOf = "SELECT coalesce(float,0) FROM booked_shift WHERE shift=?";
constexpr const char *cashTaken =
    "SELECT coalesce(sum(t.amount),0) FROM booked_sale s JOIN booked_tender t USING(till,epoch,seq) "
    "WHERE s.shift=? AND t.kind='cash'";
constexpr const char *takenBy = "SELECT coalesce(sum(t.amount),0) FROM booked_sale s JOIN booked_tender t "
                                "USING(till,epoch,seq) WHERE s.shift=? AND t.kind=?";
constexpr const char *backBy = "SELECT coalesce(sum(t.amount),0) FROM booked_return r JOIN booked_tender t "
                               "USING(till,epoch,seq) WHERE r.shift=? AND t.kind=?";
constexpr const char *notesTaken =
    "SELECT t.currency,sum(t.foreign_amount) FROM booked_sale s JOIN booked_tender t USING(till,epoch,seq) "
    "WHERE s.shift=? AND t.kind='foreign_cash' GROUP BY t.currency";
constexpr const char *changeGiven = "SELECT coalesce(sum(change),0) FROM booked_sale WHERE shift=?";
constexpr const char *cashBack =
    "SELECT coalesce(sum(t.amount),0) FROM booked_return r JOIN booked_tender t USING(till,epoch,seq) "
    "WHERE r.shift=? AND t.kind='cash'";
constexpr const char *cashMoved = "SELECT coalesce(sum(CASE kind WHEN 'pay_in' THEN amount ELSE -amount "
                                  "END),0) FROM booked_cash WHERE shift=?";
constexpr const char *salesOf = "SELECT count(*) FROM booked_sale WHERE shift=?";
constexpr const char *returnsOf = "SELECT count(*) FROM booked_return WHERE shift=?";
constexpr const char *attemptPayment =
    "INSERT INTO booked_payment(attempt,till,kind,amount,currency,cart,state) "
    "VALUES(?,?,?,?,?,?,'attempted') "
    "ON CONFLICT(attempt) DO UPDATE SET kind=excluded.kind, amount=excluded.amount, "
    "currency=excluded.currency, cart=excluded.cart";
constexpr const char *settlePayment = "INSERT INTO booked_payment(attempt,till,state,approval) "
                                      "VALUES(?,?,?,?) ON CONFLICT(attempt) DO UPDATE SET "
                                      "state=excluded.state, approval=coalesce(excluded.approval,approval)";

/// By currency, as the till says.
std::map<QString, qint64> notesIn(const Payload &payload)
{
    std::map<QString, qint64> notes;
    for (const QJsonValue &value : payload.arrayOr(u"foreign_cash"_s, {})) {
        const Payload taken(value.toObject());
        notes[taken.text(u"currency"_s)] += taken.number(u"amount"_s);
    }
    return notes;
}

} // namespace

Outcome ShiftBook::bookOpened(const Fact &fact)
{
    const Payload payload(fact.payload);
    m_work.store().run(openShift, payload.text(u"shift"_s), fact.till, payload.number(u"number"_s),
        fact.businessDate, payload.text(u"currency"_s), payload.number(u"float"_s), fact.at);
    return Outcome::Applied;
}

Outcome ShiftBook::bookCashMoved(const Fact &fact)
{
    const Payload payload(fact.payload);
    m_work.store().run(insertCash, fact.till, fact.position.epoch, fact.position.seq,
        payload.text(u"shift"_s), payload.text(u"kind"_s), payload.number(u"amount"_s),
        payload.text(u"currency"_s), payload.textOr(u"reason"_s, {}));
    return Outcome::Applied;
}

Outcome ShiftBook::bookClosed(const Fact &fact)
{
    const Payload payload(fact.payload);
    const QString shift = payload.text(u"shift"_s);
    m_work.store().run(knowShift, shift, fact.till, fact.businessDate, payload.text(u"currency"_s));
    m_work.store().run(closeShift, fact.at, payload.number(u"counted"_s), payload.number(u"expected"_s),
        payload.number(u"over_short"_s), payload.number(u"sales"_s), payload.number(u"returns"_s),
        payload.number(u"sales_total"_s), payload.number(u"returns_total"_s), payload.number(u"cash_total"_s),
        payload.number(u"card_total"_s), payload.numberOr(u"giftcard_total"_s, 0),
        payload.numberOr(u"voucher_total"_s, 0), payload.numberOr(u"foreign_cash_total"_s, 0),
        payload.numberOr(u"points_total"_s, 0), payload.numberOr(u"account_total"_s, 0), shift);
    checkAgainstBooks(fact);
    return Outcome::Applied;
}

qint64 ShiftBook::one(const char *sql, const QString &shift)
{
    Rows rows = m_work.store().query(sql, shift);
    return rows.next() ? rows.number(0) : 0;
}

qint64 ShiftBook::one(const char *sql, const QString &shift, const QString &kind)
{
    Rows rows = m_work.store().query(sql, shift, kind);
    return rows.next() ? rows.number(0) : 0;
}

std::map<QString, qint64> ShiftBook::notesInBooks(const QString &shift)
{
    std::map<QString, qint64> notes;
    Rows rows = m_work.store().query(notesTaken, shift);
    while (rows.next())
        notes[rows.text(0)] = rows.number(1);
    return notes;
}

void ShiftBook::checkAgainstBooks(const Fact &fact)
{
    const Payload payload(fact.payload);
    const QString shift = payload.text(u"shift"_s);
    const qint64 expected = one(floatOf, shift) + one(cashTaken, shift) - one(changeGiven, shift)
        - one(cashBack, shift) + one(cashMoved, shift);
    MoneyBook money(m_work);
    if (expected != payload.number(u"expected"_s))
        money.find(fact,
            u"the books expect %1 in the drawer, the shift says %2"_s.arg(expected).arg(
                payload.number(u"expected"_s)));
    if (payload.number(u"counted"_s) - payload.number(u"expected"_s) != payload.number(u"over_short"_s))
        money.find(fact, u"counted less expected is not over_short"_s);
    const std::pair<QString, QString> totals[] = {{u"giftcard"_s, u"giftcard_total"_s},
        {u"voucher"_s, u"voucher_total"_s}, {u"foreign_cash"_s, u"foreign_cash_total"_s},
        {u"points"_s, u"points_total"_s}, {u"on_account"_s, u"account_total"_s}};
    for (const auto &[kind, total] : totals) {
        const qint64 taken = one(takenBy, shift, kind) - one(backBy, shift, kind);
        if (taken != payload.numberOr(total, 0))
            money.find(fact, u"the books hold %1 by %2"_s.arg(taken).arg(kind));
    }
    if (notesIn(payload) != notesInBooks(shift))
        money.find(fact, u"the books hold other foreign notes"_s);
    if (one(salesOf, shift) != payload.number(u"sales"_s)
        || one(returnsOf, shift) != payload.number(u"returns"_s))
        money.find(fact,
            u"the books hold %1 sales and %2 returns"_s.arg(one(salesOf, shift)).arg(one(returnsOf, shift)));
}

Outcome ShiftBook::bookPayment(const Fact &fact)
{
    const Payload payload(fact.payload);
    const QString attempt = payload.text(u"attempt"_s);
    const QString state = fact.kind.section(u'.', 1);
    if (state == u"attempted"_s) {
        m_work.store().run(attemptPayment, attempt, fact.till, payload.text(u"kind"_s),
            payload.number(u"amount"_s), payload.text(u"currency"_s), payload.textOr(u"cart"_s, {}));
    } else {
        m_work.store().run(settlePayment, attempt, fact.till, state, payload.maybeText(u"approval"_s));
    }
    return Outcome::Applied;
}

} // namespace evertill::sandbox

#include "tests/sandbox/booking/customer_book.h"

#include "tests/sandbox/booking/gift_card_book.h"
#include "tests/sandbox/booking/payload.h"
#include "tests/sandbox/booking/task_book.h"
#include "tests/sandbox/store/json_text.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace evertill::sandbox {

namespace {

constexpr const char *customerOf =
    "SELECT customer,last_four,name,groups,account_limit FROM customer WHERE card=?";
constexpr const char *putCustomer =
    "INSERT INTO customer(card,customer,last_four,name,groups,account_limit) VALUES(?,?,?,?,?,?) "
    "ON CONFLICT(card) DO UPDATE SET name=excluded.name, groups=excluded.groups, "
    "account_limit=excluded.account_limit";
constexpr const char *pointsOf = "SELECT coalesce(sum(points),0) FROM points_movement WHERE card=?";
constexpr const char *owedBy = "SELECT coalesce(sum(amount),0) FROM account_movement WHERE card=?";
constexpr const char *limitOf = "SELECT coalesce(account_limit,0) FROM customer WHERE card=?";
constexpr const char *movePoints =
    "INSERT INTO points_movement(card,points,reason,till,epoch,seq,at) VALUES(?,?,?,?,?,?,?)";
constexpr const char *moveAccount =
    "INSERT INTO account_movement(card,amount,reason,till,epoch,seq,at) VALUES(?,?,?,?,?,?,?)";
constexpr const char *customerHeld =
    "SELECT coalesce(sum(amount),0) FROM customer_hold WHERE card=? AND purse=? AND expires_at>?";
constexpr const char *customerHold = "SELECT card,purse,amount,expires_at FROM customer_hold WHERE hold=?";
constexpr const char *insertCustomerHold =
    "INSERT INTO customer_hold(hold,card,purse,till,cart,amount,expires_at) VALUES(?,?,?,?,?,?,?)";
constexpr const char *endHold = "DELETE FROM customer_hold WHERE hold=? AND card=?";
constexpr const char *forgetEndedHolds = "DELETE FROM customer_hold WHERE expires_at<=?";
constexpr const char *purchasesOf = "SELECT count(*) FROM booked_sale WHERE customer=?";
constexpr const char *usesOf =
    "SELECT promotion, count(DISTINCT d.till||' '||d.epoch||' '||d.seq||' '||d.position) "
    "FROM booked_discount d JOIN booked_sale s USING(till,epoch,seq) WHERE s.customer=? GROUP BY promotion";

QString nameOf(CustomerBook::Purse purse)
{
    return purse == CustomerBook::Purse::Points ? u"points"_s : u"on_account"_s;
}
/// The key that says how much.
QString measureOf(CustomerBook::Purse purse)
{
    return purse == CustomerBook::Purse::Points ? u"points"_s : u"amount"_s;
}

} // namespace

bool CustomerBook::isKnown(const QString &card) { return m_work.store().query(customerOf, card).next(); }

qint64 CustomerBook::sum(const char *sql, const QString &card)
{
    Rows rows = m_work.store().query(sql, card);
    return rows.next() ? rows.number(0) : 0;
}

qint64 CustomerBook::balance(Purse purse, const QString &card)
{
    return purse == Purse::Points ? sum(pointsOf, card) : sum(limitOf, card) - sum(owedBy, card);
}

qint64 CustomerBook::held(Purse purse, const QString &card)
{
    Rows rows = m_work.store().query(customerHeld, card, nameOf(purse), m_work.now());
    return rows.next() ? rows.number(0) : 0;
}

void CustomerBook::move(
    Purse purse, const QString &card, qint64 amount, const QString &reason, const Fact *fact)
{
    const auto till = fact ? std::optional(fact->till) : std::nullopt;
    const auto epoch = fact ? std::optional(fact->position.epoch) : std::nullopt;
    const auto seq = fact ? std::optional(fact->position.seq) : std::nullopt;
    // What is owed grows as what is left falls.
    m_work.store().run(purse == Purse::Points ? movePoints : moveAccount, card,
        purse == Purse::Points ? amount : -amount, reason, till, epoch, seq, m_work.now());
}

CustomerBook::Taken CustomerBook::bookTenders(const Fact &fact, Purse purse, bool isSale)
{
    Taken taken;
    for (const QJsonValue &value : Payload(fact.payload).array(u"tenders"_s)) {
        const Payload tender = Payload::item(value);
        if (tender.text(u"kind"_s) != nameOf(purse))
            continue;
        const QString card = tender.text(u"card"_s);
        const qint64 amount = tender.number(measureOf(purse));
        if (const auto hold = tender.maybeText(u"hold"_s))
            release(card, *hold);
        const qint64 before = balance(purse, card);
        move(purse, card, isSale ? -amount : amount, isSale ? u"sale"_s : u"return"_s, &fact);
        const qint64 missing = std::min(amount, amount - before);
        if (!isSale || missing <= 0)
            continue;
        taken.missing += missing;
        taken.cards.append(QJsonObject{
            {u"last_four"_s, tender.text(u"last_four"_s)}, {u"paid"_s, amount}, {u"missing"_s, missing}});
    }
    return taken;
}

void CustomerBook::askForTheRest(const Fact &fact, const QString &code, const Taken &taken)
{
    if (taken.missing == 0)
        return;
    const Payload payload(fact.payload);
    TaskBook(m_work).open(fact, code,
        {{u"receipt"_s, payload.text(u"receipt"_s)}, {u"currency"_s, payload.text(u"currency"_s)},
            {u"missing"_s, taken.missing}, {u"cards"_s, taken.cards}});
}

void CustomerBook::bookSale(const Fact &fact)
{
    askForTheRest(fact, u"points_overdrawn"_s, bookTenders(fact, Purse::Points, true));
    askForTheRest(fact, u"account_overdrawn"_s, bookTenders(fact, Purse::Account, true));
    const auto customer = Payload(fact.payload).maybeObject(u"customer"_s);
    const qint64 earned = customer ? customer->numberOr(u"points"_s, 0) : 0;
    if (earned > 0)
        move(Purse::Points, customer->text(u"card"_s), earned, u"earned"_s, &fact);
}

void CustomerBook::bookReturn(const Fact &fact)
{
    (void)bookTenders(fact, Purse::Points, false);
    (void)bookTenders(fact, Purse::Account, false);
    const auto customer = Payload(fact.payload).maybeObject(u"customer"_s);
    const qint64 back = customer ? customer->numberOr(u"points"_s, 0) : 0;
    if (back <= 0)
        return;
    const QString card = customer->text(u"card"_s);
    if (const qint64 taken = qMin(back, qMax(qint64{0}, balance(Purse::Points, card))); taken > 0)
        move(Purse::Points, card, -taken, u"taken_back"_s, &fact);
}

Result<QJsonObject> CustomerBook::look(const QString &card, const QString &currency, Position through)
{
    Rows known = m_work.store().query(customerOf, card);
    if (!known.next())
        return refuse(404, u"unknown_customer"_s, {});
    QJsonArray uses;
    Rows given = m_work.store().query(usesOf, card);
    while (given.next())
        uses.append(QJsonObject{{u"promotion"_s, given.text(0)}, {u"times"_s, given.number(1)}});
    const auto free = [&](Purse purse) { return qMax(qint64{0}, balance(purse, card) - held(purse, card)); };
    QJsonObject customer{{u"customer"_s, known.text(0)}, {u"last_four"_s, known.text(1)},
        {u"name"_s, known.text(2)}, {u"groups"_s, QJsonDocument::fromJson(known.bytes(3)).array()},
        {u"purchases"_s, sum(purchasesOf, card)}, {u"uses"_s, uses}, {u"points"_s, free(Purse::Points)},
        {u"currency"_s, currency},
        {u"through"_s, QJsonObject{{u"epoch"_s, through.epoch}, {u"seq"_s, through.seq}}}};
    if (!known.isNull(4))
        customer[u"on_account_left"_s] = free(Purse::Account);
    return customer;
}

Result<QJsonObject> CustomerBook::hold(
    Purse purse, const QString &till, const QString &card, const QJsonObject &wish)
{
    const QString hold = wish.value(u"hold"_s).toString();
    const QString cart = wish.value(u"cart"_s).toString();
    const qint64 amount = wish.value(measureOf(purse)).toInteger();
    if (hold.size() != 36 || cart.size() != 36 || amount <= 0)
        return refuse(400, u"bad_request"_s, u"hold, cart or "_s + measureOf(purse));
    m_work.store().run(forgetEndedHolds, m_work.now());
    if (!isKnown(card))
        return refuse(404, u"unknown_customer"_s, {});
    const auto answer = [&](qint64 kept, qint64 left, qint64 expiresAt) {
        return QJsonObject{{u"hold"_s, hold}, {measureOf(purse), kept}, {u"left"_s, qMax(qint64{0}, left)},
            {u"expires_at"_s, expiresAt}};
    };
    const qint64 free = balance(purse, card) - held(purse, card);
    {
        Rows kept = m_work.store().query(customerHold, hold);
        if (kept.next()) {
            if (kept.text(0) != card || kept.text(1) != nameOf(purse))
                return refuse(409, u"hold_used"_s, u"for another card"_s);
            return answer(kept.number(2), free, kept.number(3));
        }
    }
    if (free <= 0)
        return refuse(409, u"nothing_left"_s, {});
    const qint64 granted = std::min(amount, free);
    const qint64 expiresAt = m_work.now() + holdLength;
    m_work.store().run(insertCustomerHold, hold, card, nameOf(purse), till, cart, granted, expiresAt);
    return answer(granted, free - granted, expiresAt);
}

void CustomerBook::release(const QString &card, const QString &hold)
{
    m_work.store().run(endHold, hold, card);
}

Result<QJsonObject> CustomerBook::put(const QString &number, const QJsonObject &wish, const QString &id)
{
    const QString card = GiftCardBook::referenceOf(number);
    QString customer = id;
    QString name;
    QJsonArray groups;
    std::optional<qint64> limit;
    {
        Rows known = m_work.store().query(customerOf, card);
        if (known.next()) {
            customer = known.text(0);
            name = known.text(2);
            groups = QJsonDocument::fromJson(known.bytes(3)).array();
            limit = known.isNull(4) ? std::nullopt : std::optional(known.number(4));
        }
    }
    name = wish.value(u"name"_s).toString(name);
    if (wish.contains(u"groups"_s))
        groups = wish.value(u"groups"_s).toArray();
    if (const QJsonValue wished = wish.value(u"account_limit"_s); !wished.isUndefined())
        limit = wished.isNull() ? std::nullopt : std::optional(wished.toInteger(-1));
    const qint64 points = wish.value(u"points"_s).toInteger(balance(Purse::Points, card));
    if (number.size() < 4 || name.isEmpty() || limit.value_or(0) < 0 || points < 0)
        return refuse(400, u"bad_request"_s, u"number, name, account_limit or points"_s);
    m_work.store().run(putCustomer, card, customer, number.right(4), name,
        QString::fromUtf8(QJsonDocument(groups).toJson(QJsonDocument::Compact)), limit);
    if (const qint64 difference = points - balance(Purse::Points, card); difference != 0)
        move(Purse::Points, card, difference, u"office"_s, nullptr);
    return QJsonObject{{u"card"_s, card}, {u"customer"_s, customer}, {u"last_four"_s, number.right(4)},
        {u"name"_s, name}, {u"groups"_s, groups}, {u"points"_s, points}};
}

} // namespace evertill::sandbox

#include "tests/sandbox/booking/gift_card_book.h"

#include "tests/sandbox/booking/payload.h"
#include "tests/sandbox/booking/task_book.h"
#include "tests/sandbox/store/sha256.h"

using namespace Qt::StringLiterals;

namespace evertill::sandbox {

namespace {

constexpr const char *cardOf = "SELECT last_four,currency FROM giftcard WHERE card=?";
constexpr const char *insertCard =
    "INSERT INTO giftcard(card,last_four,currency) VALUES(?,?,?) ON CONFLICT(card) DO NOTHING";
constexpr const char *insertMovement =
    "INSERT INTO giftcard_movement(card,amount,reason,till,epoch,seq,at) VALUES(?,?,?,?,?,?,?)";
constexpr const char *cardBalance = "SELECT coalesce(sum(amount),0) FROM giftcard_movement WHERE card=?";
constexpr const char *cardHeld =
    "SELECT coalesce(sum(amount),0) FROM giftcard_hold WHERE card=? AND expires_at>?";
constexpr const char *cardHold = "SELECT card,amount,expires_at FROM giftcard_hold WHERE hold=?";
constexpr const char *insertHold =
    "INSERT INTO giftcard_hold(hold,card,till,cart,amount,expires_at) VALUES(?,?,?,?,?,?)";
constexpr const char *deleteHold = "DELETE FROM giftcard_hold WHERE hold=? AND card=?";
constexpr const char *forgetEnded = "DELETE FROM giftcard_hold WHERE expires_at<=?";

QJsonObject holdAnswer(const QString &hold, qint64 amount, qint64 left, qint64 expiresAt)
{
    return {{u"hold"_s, hold}, {u"amount"_s, amount}, {u"left"_s, left}, {u"expires_at"_s, expiresAt}};
}

} // namespace

QString GiftCardBook::referenceOf(const QString &number)
{
    return QString::fromLatin1(Sha256::of(number.toUtf8()).toHex());
}

qint64 GiftCardBook::balance(const QString &card)
{
    Rows sum = m_work.store().query(cardBalance, card);
    return sum.next() ? sum.number(0) : 0;
}

qint64 GiftCardBook::held(const QString &card)
{
    Rows sum = m_work.store().query(cardHeld, card, m_work.now());
    return sum.next() ? sum.number(0) : 0;
}

void GiftCardBook::know(const QString &card, const QString &lastFour, const QString &currency)
{
    m_work.store().run(insertCard, card, lastFour, currency);
}

void GiftCardBook::move(const QString &card, qint64 amount, const QString &reason, const Fact *fact)
{
    const auto text = fact ? std::optional(fact->till) : std::nullopt;
    const auto epoch = fact ? std::optional(fact->position.epoch) : std::nullopt;
    const auto seq = fact ? std::optional(fact->position.seq) : std::nullopt;
    m_work.store().run(insertMovement, card, amount, reason, text, epoch, seq, m_work.now());
}

void GiftCardBook::bookTenders(const Fact &fact, bool isSale)
{
    const Payload payload(fact.payload);
    QJsonArray overdrawn;
    qint64 owed = 0;
    for (const QJsonValue &value : payload.array(u"tenders"_s)) {
        const Payload tender = Payload::item(value);
        if (tender.text(u"kind"_s) != u"giftcard"_s)
            continue;
        const QString card = tender.text(u"card"_s);
        const QString lastFour = tender.text(u"last_four"_s);
        const qint64 amount = tender.number(u"amount"_s);
        know(card, lastFour, payload.text(u"currency"_s));
        if (const auto hold = tender.maybeText(u"hold"_s))
            release(card, *hold);
        const qint64 before = balance(card);
        move(card, isSale ? -amount : amount, isSale ? u"sale"_s : u"return"_s, &fact);
        const qint64 missing = std::min(amount, amount - before);
        if (!isSale || missing <= 0)
            continue;
        owed += missing;
        overdrawn.append(
            QJsonObject{{u"last_four"_s, lastFour}, {u"paid"_s, amount}, {u"missing"_s, missing}});
    }
    if (!overdrawn.isEmpty())
        TaskBook(m_work).open(fact, u"giftcard_overdrawn"_s,
            {{u"receipt"_s, payload.text(u"receipt"_s)}, {u"currency"_s, payload.text(u"currency"_s)},
                {u"missing"_s, owed}, {u"cards"_s, overdrawn}});
}

void GiftCardBook::load(const Fact &fact, const QString &card, const QString &lastFour, qint64 amount)
{
    know(card, lastFour, Payload(fact.payload).text(u"currency"_s));
    move(card, amount, u"load"_s, &fact);
}

Result<QJsonObject> GiftCardBook::hold(const QString &till, const QString &card, const QJsonObject &wish)
{
    const QString hold = wish.value(u"hold"_s).toString();
    const qint64 amount = wish.value(u"amount"_s).toInteger();
    const QString cart = wish.value(u"cart"_s).toString();
    if (hold.size() != 36 || cart.size() != 36 || amount <= 0)
        return refuse(400, u"bad_request"_s, u"hold, cart or amount"_s);
    m_work.store().run(forgetEnded, m_work.now());
    {
        Rows known = m_work.store().query(cardOf, card);
        if (!known.next())
            return refuse(404, u"unknown_card"_s, {});
        if (known.text(1) != wish.value(u"currency"_s).toString())
            return refuse(409, u"wrong_currency"_s, known.text(1));
    }
    {
        Rows kept = m_work.store().query(cardHold, hold);
        if (kept.next()) {
            if (kept.text(0) != card)
                return refuse(409, u"hold_used"_s, u"for another card"_s);
            return holdAnswer(
                hold, kept.number(1), std::max(0LL, balance(card) - held(card)), kept.number(2));
        }
    }
    const qint64 free = balance(card) - held(card);
    if (free <= 0)
        return refuse(409, u"card_empty"_s, {});
    const qint64 granted = std::min(amount, free);
    const qint64 expiresAt = m_work.now() + holdLength;
    m_work.store().run(insertHold, hold, card, till, cart, granted, expiresAt);
    return holdAnswer(hold, granted, free - granted, expiresAt);
}

void GiftCardBook::release(const QString &card, const QString &hold)
{
    m_work.store().run(deleteHold, hold, card);
}

Result<QJsonObject> GiftCardBook::look(const QString &card)
{
    Rows known = m_work.store().query(cardOf, card);
    if (!known.next())
        return refuse(404, u"unknown_card"_s, {});
    return QJsonObject{{u"card"_s, card}, {u"last_four"_s, known.text(0)}, {u"currency"_s, known.text(1)},
        {u"balance"_s, std::max(0LL, balance(card) - held(card))}};
}

Result<QJsonObject> GiftCardBook::put(const QString &number, qint64 worth, const QString &currency)
{
    if (number.size() < 4 || worth < 0)
        return refuse(400, u"bad_request"_s, u"number or balance"_s);
    const QString card = referenceOf(number);
    know(card, number.right(4), currency);
    if (const qint64 difference = worth - balance(card); difference != 0)
        move(card, difference, u"office"_s);
    return look(card);
}

} // namespace evertill::sandbox

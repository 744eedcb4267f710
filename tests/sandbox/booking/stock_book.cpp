#include "tests/sandbox/booking/stock_book.h"

#include "tests/sandbox/booking/payload.h"
#include "tests/sandbox/booking/task_book.h"

using namespace Qt::StringLiterals;

namespace evertill::sandbox {

namespace {

constexpr const char *addToLevel =
    "INSERT INTO stock(sku,on_hand,reserved) VALUES(?,?,?) ON CONFLICT(sku) DO UPDATE SET "
    "on_hand=on_hand+excluded.on_hand, reserved=reserved+excluded.reserved";
constexpr const char *addMovement =
    "INSERT INTO stock_movement(sku,on_hand,reserved,reason,reference,till,epoch,seq,at) "
    "VALUES(?,?,?,?,?,?,?,?,?)";
constexpr const char *levelOf = "SELECT on_hand FROM stock WHERE sku=?";

} // namespace

void StockBook::move(const Movement &movement, const Fact *cause)
{
    Store &store = m_work.store();
    store.run(addToLevel, movement.sku, movement.onHand, movement.reserved);
    const auto till = cause ? std::optional(cause->till) : std::nullopt;
    const auto epoch = cause ? std::optional(cause->position.epoch) : std::nullopt;
    const auto seq = cause ? std::optional(cause->position.seq) : std::nullopt;
    store.run(addMovement, movement.sku, movement.onHand, movement.reserved, movement.reason,
        movement.reference, till, epoch, seq, cause ? cause->at : m_work.now());
    m_work.touch(Entity::Stock, movement.sku);
}

bool StockBook::setOnHand(const QString &sku, qint64 onHand)
{
    qint64 before = 0;
    bool known = false;
    {
        Rows level = m_work.store().query(levelOf, sku);
        known = level.next();
        if (known)
            before = level.number(0);
    }
    if (known && before == onHand)
        return false;
    move({sku, onHand - before, 0, u"set"_s, {}});
    return true;
}

Outcome StockBook::bookAdjusted(const Fact &fact)
{
    const Payload payload(fact.payload);
    const QString sku = payload.text(u"sku"_s);
    move({sku, payload.number(u"quantity"_s), 0, u"adjusted"_s, payload.textOr(u"reason"_s, {})}, &fact);
    return TaskBook(m_work).askAboutUnknownProducts(fact, {sku}) ? Outcome::Task : Outcome::Applied;
}

} // namespace evertill::sandbox

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
    std::optional<qint64> before;
    if (cause && movement.onHand < 0)
        before = onHand(movement.sku);
    store.run(addToLevel, movement.sku, movement.onHand, movement.reserved);
    const auto till = cause ? std::optional(cause->till) : std::nullopt;
    const auto epoch = cause ? std::optional(cause->position.epoch) : std::nullopt;
    const auto seq = cause ? std::optional(cause->position.seq) : std::nullopt;
    store.run(addMovement, movement.sku, movement.onHand, movement.reserved, movement.reason,
        movement.reference, till, epoch, seq, cause ? cause->at : m_work.now());
    m_work.touch(Entity::Stock, movement.sku);
    // A product that nobody ever counted has no level that could be wrong.
    if (before)
        TaskBook(m_work).askAboutShortStock(*cause, movement.sku, *before, *before + movement.onHand);
}

std::optional<qint64> StockBook::onHand(const QString &sku)
{
    Rows level = m_work.store().query(levelOf, sku);
    return level.next() ? std::optional(level.number(0)) : std::nullopt;
}

bool StockBook::setOnHand(const QString &sku, qint64 wanted)
{
    const std::optional<qint64> before = onHand(sku);
    if (before == wanted)
        return false;
    move({sku, wanted - before.value_or(0), 0, u"set"_s, {}});
    return true;
}

Outcome StockBook::bookAdjusted(const Fact &fact)
{
    const Payload payload(fact.payload);
    const QString sku = payload.text(u"sku"_s);
    move({sku, payload.number(u"quantity"_s), 0, u"adjusted"_s, payload.textOr(u"reason"_s, {})}, &fact);
    return TaskBook(m_work).askAboutUnknownProducts(fact) ? Outcome::Task : Outcome::Applied;
}

} // namespace evertill::sandbox

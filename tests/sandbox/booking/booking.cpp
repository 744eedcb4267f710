#include "tests/sandbox/booking/booking.h"

#include "tests/sandbox/booking/order_book.h"
#include "tests/sandbox/booking/payload.h"
#include "tests/sandbox/booking/return_book.h"
#include "tests/sandbox/booking/sale_book.h"
#include "tests/sandbox/booking/seal_book.h"
#include "tests/sandbox/booking/shift_book.h"
#include "tests/sandbox/booking/stock_book.h"
#include "tests/sandbox/booking/task_book.h"

#include <functional>
#include <stdexcept>

using namespace Qt::StringLiterals;

namespace evertill::sandbox {

namespace {

constexpr int constraintViolated = 19; // SQLITE_CONSTRAINT

using Booker = std::function<Outcome(WorkUnit &, const Fact &)>;

const std::map<QString, Booker> &bookers()
{
    const Booker payment = [](WorkUnit &work, const Fact &fact) { return ShiftBook(work).bookPayment(fact); };
    const Booker pickup = [](WorkUnit &work, const Fact &fact) { return OrderBook(work).bookStep(fact); };
    static const std::map<QString, Booker> all{
        {u"epoch.opened"_s, [](WorkUnit &, const Fact &) { return Outcome::Applied; }},
        {u"approval.granted"_s, [](WorkUnit &, const Fact &) { return Outcome::Applied; }},
        {u"shift.opened"_s,
            [](WorkUnit &work, const Fact &fact) { return ShiftBook(work).bookOpened(fact); }},
        {u"cash.moved"_s,
            [](WorkUnit &work, const Fact &fact) { return ShiftBook(work).bookCashMoved(fact); }},
        {u"shift.closed"_s,
            [](WorkUnit &work, const Fact &fact) { return ShiftBook(work).bookClosed(fact); }},
        {u"payment.attempted"_s, payment},
        {u"payment.approved"_s, payment},
        {u"payment.declined"_s, payment},
        {u"payment.unknown"_s, payment},
        {u"payment.voided"_s, payment},
        {u"sale.completed"_s, [](WorkUnit &work, const Fact &fact) { return SaleBook(work).book(fact); }},
        {u"return.completed"_s, [](WorkUnit &work, const Fact &fact) { return ReturnBook(work).book(fact); }},
        {u"pickup.picking"_s, pickup},
        {u"pickup.item_rejected"_s, pickup},
        {u"pickup.ready"_s, pickup},
        {u"pickup.handed_over"_s, pickup},
        {u"pickup.rejected"_s, pickup},
        {u"stock.adjusted"_s,
            [](WorkUnit &work, const Fact &fact) { return StockBook(work).bookAdjusted(fact); }},
        {u"task.settled"_s,
            [](WorkUnit &work, const Fact &fact) { return TaskBook(work).bookSettled(fact); }},
        {u"journal.sealed"_s, [](WorkUnit &work, const Fact &fact) { return SealBook(work).book(fact); }},
    };
    return all;
}

void touchNamed(WorkUnit &work, const QJsonObject &object)
{
    const auto touch = [&](Entity entity, const QJsonValue &id) {
        if (id.isString())
            work.touch(entity, id.toString());
    };
    touch(Entity::Stock, object.value(u"sku"_s));
    touch(Entity::Order, object.value(u"order"_s));
    touch(Entity::Receipt, object.value(u"receipt"_s));
    touch(Entity::Receipt, object.value(u"of"_s).toObject().value(u"receipt"_s));
    touch(Entity::Task, object.value(u"task"_s));
    for (const QJsonValue &line : object.value(u"lines"_s).toArray())
        touch(Entity::Stock, line.toObject().value(u"sku"_s));
}

Outcome bookUnderstood(WorkUnit &work, const Fact &fact)
{
    const auto booker = bookers().find(fact.kind);
    if (booker == bookers().end() || fact.version != 1)
        return Outcome::NotUnderstood;
    Store &store = work.store();
    store.run("SAVEPOINT fact");
    try {
        const Outcome outcome = booker->second(work, fact);
        const bool isClash = outcome == Outcome::Applied && TaskBook(work).isRaisedBy(fact);
        store.run("RELEASE fact");
        return isClash ? Outcome::Task : outcome;
    } catch (const PayloadError &) {
    } catch (const std::overflow_error &) {
    } catch (const SQLite::Exception &error) {
        // Two lines of one number, say. Anything else is the machine's trouble, not the fact's.
        if (error.getErrorCode() != constraintViolated)
            throw;
    }
    store.run("ROLLBACK TO fact");
    store.run("RELEASE fact");
    return Outcome::NotUnderstood;
}

} // namespace

Outcome bookFact(WorkUnit &work, const Fact &fact)
{
    work.beginFact(fact.till, fact.position);
    touchNamed(work, fact.payload);
    return bookUnderstood(work, fact);
}

} // namespace evertill::sandbox

#include "core/audit/replay.h"
#include "core/cash/cash_event.h"
#include "core/journal/epoch.h"
#include "core/journal/seal.h"
#include "core/payment/payment_event.h"
#include "core/pickup/pickup_step.h"
#include "core/returns/return_event.h"
#include "core/sale/approval.h"
#include "core/sale/cart.h"
#include "core/sale/sale_event.h"
#include "core/stock/stock_adjustment.h"
#include "core/tasks/task_settlement.h"
#include "tests/fuzz/same_json.h"
#include "tests/fuzz/target.h"

#include <QJsonDocument>

#include <sqlite3.h>

using namespace Qt::StringLiterals;

namespace evertill::fuzz {
namespace {

QJsonObject objectIn(const QByteArray &json) { return QJsonDocument::fromJson(json).object(); }

/// What was read out of \a event by \a read, written by \a write: it says what the event says, and reads as
/// the same.
template <typename Read, typename Write> void mustComeBack(const Event &event, Read read, Write write)
{
    const auto value = read(event);
    if (!value)
        return;
    const Fact fact = write(*value);
    must(event.kind == fact.kind, "a fact keeps its kind");
    must(saysTheSame(objectIn(event.payload), objectIn(fact.payload)),
        "a fact that was read says what was written");
    Event again = event;
    again.payload = fact.payload;
    const auto second = read(again);
    must(second && write(*second).payload == fact.payload, "a fact written again is the same");
}

void lookAtMoney(const Event &event)
{
    const QDate day = event.businessDate;
    if (event.kind == "sale.completed")
        mustComeBack(event, saleFrom, saleCompleted);
    else if (event.kind == "return.completed" && objectIn(event.payload).contains(u"tax_mode"_s))
        mustComeBack(event, returnFrom, returnCompleted);
    else if (event.kind == "shift.opened")
        mustComeBack(event, shiftFrom, shiftOpened);
    else if (event.kind == "cash.moved")
        mustComeBack(event, cashMoveFrom, [&](const CashMove &move) { return cashMoved(move, day); });
    else if (event.kind == "payment.attempted")
        mustComeBack(
            event, attemptFrom, [&](const CardAttempt &made) { return paymentAttempted(made, day); });
    else if (event.kind.startsWith("payment."))
        mustComeBack(event, answerFrom, [&](const CardAnswer &answer) {
            return paymentAnswered(answer.attempt, answer.state, answer.approval, day);
        });
}

void lookAtGoods(const Event &event)
{
    const QDate day = event.businessDate;
    if (event.kind.startsWith("pickup."))
        mustComeBack(event, pickupStepFrom, [&](const PickupStep &step) { return pickupFact(step, day); });
    else if (event.kind == "approval.granted")
        mustComeBack(event, approvalFrom, [&](const Approval &given) { return approvalGranted(given, day); });
    else if (event.kind == "stock.adjusted")
        mustComeBack(event, stockAdjustmentFrom,
            [&](const StockAdjustment &made) { return stockAdjusted(made, day); });
    else if (event.kind == "task.settled")
        mustComeBack(event, taskSettlementFrom,
            [&](const TaskSettlement &settled) { return taskSettled(settled, day); });
    else if (event.kind == kEpochOpened) {
        const auto opened = EpochOpened::fromPayload(event.payload);
        must(!opened || saysTheSame(objectIn(event.payload), objectIn(opened->payload())),
            "an epoch that was read says what was written");
    } else if (event.kind == kJournalSealed) {
        const auto seal = Seal::fromPayload(event.payload);
        must(!seal || !sealVerifies(seal->key, hashFromBytes(QByteArray(32, 'x')), seal->signature),
            "a seal is of its own head only");
    }
}

Database &ledger()
{
    static Database database({}, Database::Kind::Scratch);
    static const bool isReady = migrate(database, u"ledger"_s).has_value();
    must(isReady, "a ledger can be made");
    return database;
}

/// As a till that is built anew from its journal does: what contradicts an earlier fact is refused.
bool isProjected(const Event &event)
{
    try {
        return replay(event, ledger()).has_value();
    } catch (const SQLite::Exception &error) {
        if (error.getErrorCode() != SQLITE_CONSTRAINT)
            throw;
        return false;
    }
}

bool takesEvent(const Event &event, const QByteArray &line)
{
    must(event.envelope() == line, "an event's envelope is its line");
    must(Position::fromPacked(event.position.packed()) == event.position
            && Position::fromPacked(event.countsAt().packed()) == event.countsAt(),
        "an event's place can be kept as it is");
    must(event.businessDate.isValid(), "an event is of a day");
    lookAtMoney(event);
    lookAtGoods(event);
    return isProjected(event);
}

bool takesCart(const QByteArray &line)
{
    const auto cart = Cart::fromJson(line);
    if (!cart)
        return false;
    must(Cart::fromJson(cart->toJson()) == cart, "an open cart is read back");
    must(saysTheSame(objectIn(line), objectIn(cart->toJson())), "an open cart says what was written");
    for (const TaxMode mode : {TaxMode::Inclusive, TaxMode::Exclusive}) {
        for (const TaxRounding rounding : {TaxRounding::Line, TaxRounding::Document}) {
            const Taxes taxes = cart->taxes({mode, rounding});
            Money total = Money::zero(cart->currency);
            for (const LineTax &tax : taxes.lines) {
                must(tax.net + tax.tax == tax.gross, "net and tax make the gross");
                total += tax.gross;
            }
            must(total == taxes.total, "the lines make the total");
        }
    }
    return true;
}

} // namespace

/// Each line is an event's envelope, as the journal keeps it and the OMS gives it back, or an open cart.
bool takes(QByteArrayView input)
{
    const WriteTransaction undone(ledger());
    bool isTaken = true;
    for (const QByteArray &line : input.toByteArray().split('\n')) {
        if (line.isEmpty())
            continue;
        const auto event = Event::fromEnvelope(line);
        isTaken = (event ? takesEvent(*event, line) : takesCart(line)) && isTaken;
    }
    return isTaken;
}

} // namespace evertill::fuzz

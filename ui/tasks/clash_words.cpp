#include "ui/tasks/clash_words.h"

#include "ui/tasks/clash_facts.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace evertill {
namespace {

struct Tasks {
    Q_DECLARE_TR_FUNCTIONS(Tasks)
};

/// What ended the order before this till came to it.
QString endingWords(const ClashFacts &facts)
{
    const QString state = facts.text(u"state");
    if (state == u"handed_over"_s)
        return Tasks::tr("It was handed over already, at %1.").arg(facts.tillWords(facts.text(u"closed_by")));
    if (state == u"rejected"_s)
        return Tasks::tr("It was rejected already, at %1.").arg(facts.tillWords(facts.text(u"closed_by")));
    return Tasks::tr("The shopper had cancelled it.");
}

QString leftTheShop(const ClashFacts &facts)
{
    const QString goods = facts.goodsHandedOver();
    return goods.isEmpty() ? Tasks::tr("Goods left the shop with it.")
                           : Tasks::tr("These goods left the shop: %1.").arg(goods);
}

QString cameBack(const ClashFacts &facts)
{
    const QString back = facts.text(u"return_receipt");
    return back.isEmpty()
        ? Tasks::tr("Goods of this receipt came back at %1, %2.").arg(facts.who(), facts.when())
        : Tasks::tr("Goods of this receipt came back at %1, %2, on return %3.")
              .arg(facts.who(), facts.when(), back);
}

QString handedOverLine(const QString &state)
{
    if (state == u"handed_over"_s)
        return Tasks::tr("Handed over twice");
    return state == u"rejected"_s ? Tasks::tr("Rejected, but handed over")
                                  : Tasks::tr("Cancelled, but handed over");
}

/// Goods went out with an order that was closed.
TaskWords goodsLeft(const ClashFacts &facts)
{
    TaskWords words;
    words.line = handedOverLine(facts.text(u"state"));
    words.happened = Tasks::tr("The order was handed over at %1, %2. %3")
                         .arg(facts.who(), facts.when(), endingWords(facts));
    words.meaning = leftTheShop(facts);
    const QString total = facts.money(u"total");
    if (facts.text(u"state") != u"handed_over"_s && !total.isEmpty())
        words.meaning += u' ' + Tasks::tr("What was paid online, %1, is no longer for them.").arg(total);
    words.toDo =
        Tasks::tr("Call the customer: the goods come back, or are paid for. Then say what was agreed.");
    words.usualNotes = {
        Tasks::tr("Goods brought back"), Tasks::tr("Paid for again"), Tasks::tr("Written off")};
    return words;
}

/// Somebody picked for an order that was closed; nothing went out.
TaskWords workedInVain(const ClashFacts &facts)
{
    TaskWords words;
    const QString state = facts.text(u"state");
    words.line = state == u"handed_over"_s ? Tasks::tr("Handed over while it was picked")
        : state == u"rejected"_s           ? Tasks::tr("Rejected while it was picked")
                                           : Tasks::tr("Cancelled while it was picked");
    words.happened = Tasks::tr("Somebody was still working on the order at %1, %2. %3")
                         .arg(facts.who(), facts.when(), endingWords(facts));
    words.meaning = Tasks::tr("Nobody waits for the goods that were picked.");
    words.toDo = Tasks::tr("Put the goods back on the shelf, if any were taken.");
    words.usualNotes = {Tasks::tr("Put back on the shelf"), Tasks::tr("Nothing was taken")};
    return words;
}

TaskWords orderNotOpen(const ClashFacts &facts)
{
    TaskWords words = facts.hasStep(u"pickup.handed_over"_s) ? goodsLeft(facts) : workedInVain(facts);
    const QString customer = facts.text(u"customer");
    words.title =
        customer.isEmpty() ? facts.text(u"number") : u"%1 · %2"_s.arg(facts.text(u"number"), customer);
    return words;
}

TaskWords unknownOrder(const ClashFacts &facts)
{
    const bool isOut = facts.hasStep(u"pickup.handed_over"_s);
    TaskWords words;
    words.title = Tasks::tr("An order nobody knows");
    words.line = isOut ? Tasks::tr("Handed over at %1").arg(facts.who())
                       : Tasks::tr("Worked on at %1").arg(facts.who());
    words.happened = Tasks::tr("At %1, %2, somebody worked on an order that the head office doesn't have.")
                         .arg(facts.who(), facts.when());
    words.meaning = isOut ? leftTheShop(facts) : Tasks::tr("Nothing has left the shop with it.");
    words.toDo = Tasks::tr("Find out whose order it was, and tell the head office.");
    words.usualNotes = {Tasks::tr("Told the head office"), Tasks::tr("Goods brought back")};
    return words;
}

TaskWords unknownProduct(const ClashFacts &facts)
{
    const QString goods = facts.goods(u"items");
    const QString receipt = facts.text(u"receipt");
    TaskWords words;
    words.title = facts.firstName(u"items");
    words.line = Tasks::tr("Not in the catalogue");
    words.happened = Tasks::tr("At %1, %2, goods were booked that the catalogue doesn't have.")
                         .arg(facts.who(), facts.when());
    if (!goods.isEmpty())
        words.happened += u' ' + Tasks::tr("They are: %1.").arg(goods);
    if (!receipt.isEmpty())
        words.happened += u' ' + Tasks::tr("The receipt is %1.").arg(receipt);
    words.meaning = Tasks::tr("The money is booked. Stock and reports can't name these goods.");
    words.toDo =
        Tasks::tr("Look at the label on the shelf, and have the product entered or the label changed.");
    words.usualNotes = {
        Tasks::tr("Product entered"), Tasks::tr("Label changed"), Tasks::tr("Told the head office")};
    return words;
}

TaskWords overRefunded(const ClashFacts &facts)
{
    const QString refunded = facts.money(u"refunded");
    const QString excess = facts.goods(u"excess");
    const QString others = facts.others();
    TaskWords words;
    words.title = facts.text(u"receipt");
    words.line = refunded.isEmpty() ? Tasks::tr("Too much was paid back")
                                    : Tasks::tr("%1 too much paid back").arg(refunded);
    words.happened = cameBack(facts) + u' ' + Tasks::tr("Not as much was left on it.");
    if (!excess.isEmpty())
        words.happened += u' ' + Tasks::tr("Beyond it: %1.").arg(excess);
    if (!others.isEmpty())
        words.happened += u' ' + Tasks::tr("What came back before: %1.").arg(others);
    words.meaning = refunded.isEmpty() ? Tasks::tr("More went back than was paid.")
                                       : Tasks::tr("%1 more went back than was paid.").arg(refunded);
    words.toDo =
        Tasks::tr("Compare the papers, talk to whoever took the goods back, and claim the difference.");
    words.usualNotes = {
        Tasks::tr("Customer paid it back"), Tasks::tr("Written off"), Tasks::tr("Wrong receipt was scanned")};
    return words;
}

TaskWords unknownReceipt(const ClashFacts &facts)
{
    const QString refunded = facts.money(u"refunded");
    TaskWords words;
    words.title = facts.text(u"receipt");
    words.line = refunded.isEmpty() ? Tasks::tr("Unknown receipt")
                                    : Tasks::tr("Unknown receipt, %1 paid back").arg(refunded);
    words.happened = cameBack(facts) + u' ' + Tasks::tr("The head office doesn't have this receipt.");
    words.meaning = Tasks::tr("Its sale was never sent, or the paper is not genuine.");
    words.toDo =
        Tasks::tr("Keep the paper. See that every till says \"all sent\", then have the sale looked for.");
    words.usualNotes = {
        Tasks::tr("Sale was found"), Tasks::tr("Written off"), Tasks::tr("Told the head office")};
    return words;
}

TaskWords stockNegative(const ClashFacts &facts)
{
    const QString levels = facts.goods(u"items", u"on_hand");
    TaskWords words;
    words.title = facts.firstName(u"items");
    words.line = Tasks::tr("More left than was there");
    words.happened = Tasks::tr("At %1, %2, more left the shop than the books had in stock.")
                         .arg(facts.who(), facts.when());
    if (!levels.isEmpty())
        words.happened += u' ' + Tasks::tr("By the books there is now: %1.").arg(levels);
    words.meaning =
        Tasks::tr("A delivery was not booked, goods were miscounted, or others were sold under this code.");
    words.toDo = Tasks::tr("Count the shelf and have the stock corrected.");
    words.usualNotes = {Tasks::tr("Counted and corrected"), Tasks::tr("Delivery booked"),
        Tasks::tr("Wrong code was scanned")};
    return words;
}

TaskWords giftCardOverdrawn(const ClashFacts &facts)
{
    const QString missing = facts.money(u"missing");
    TaskWords words;
    words.title = facts.text(u"receipt");
    words.line = Tasks::tr("Gift card overdrawn");
    words.happened =
        Tasks::tr("At %1, %2, a gift card paid that the head office could not be asked about, or "
                  "whose money was no longer kept.")
            .arg(facts.who(), facts.when());
    words.meaning = missing.isEmpty() ? Tasks::tr("It paid more than it had.")
                                      : Tasks::tr("It paid %1 more than it had.").arg(missing);
    words.toDo = Tasks::tr("Ask the customer for the rest, if they are known, or write it off.");
    words.usualNotes = {
        Tasks::tr("Customer paid it"), Tasks::tr("Written off"), Tasks::tr("Told the head office")};
    return words;
}

TaskWords pointsOverdrawn(const ClashFacts &facts)
{
    TaskWords words;
    words.title = facts.text(u"receipt");
    words.line = Tasks::tr("More points than there were");
    words.happened =
        Tasks::tr("At %1, %2, points paid that the head office could not be asked about, or that were no "
                  "longer kept.")
            .arg(facts.who(), facts.when());
    words.meaning = Tasks::tr("More points paid than the customer had: %1.").arg(facts.count(u"missing"));
    words.toDo = Tasks::tr("Ask the customer for what they were worth, or write it off.");
    words.usualNotes = {
        Tasks::tr("Customer paid it"), Tasks::tr("Written off"), Tasks::tr("Told the head office")};
    return words;
}

TaskWords accountOverdrawn(const ClashFacts &facts)
{
    TaskWords words;
    words.title = facts.text(u"receipt");
    words.line = Tasks::tr("Account beyond its limit");
    words.happened = Tasks::tr("At %1, %2, a customer bought on account while the head office could not be "
                               "asked, or what it had kept was no longer kept.")
                         .arg(facts.who(), facts.when());
    words.meaning = Tasks::tr("It came to %1 more than the customer may owe.").arg(facts.money(u"missing"));
    words.toDo = Tasks::tr("Ask the customer to pay it, or the head office to allow it.");
    words.usualNotes = {
        Tasks::tr("Customer paid it"), Tasks::tr("Limit was raised"), Tasks::tr("Told the head office")};
    return words;
}

TaskWords anyOther(const ClashFacts &facts)
{
    TaskWords words;
    words.title = Tasks::tr("Something to look into");
    words.line = facts.who();
    words.happened =
        Tasks::tr("The head office could not apply what happened at %1, %2.").arg(facts.who(), facts.when());
    words.meaning = Tasks::tr("This till is too old to say what it was.");
    words.toDo = Tasks::tr("Ask the head office, and say what was done.");
    words.usualNotes = {Tasks::tr("Asked the head office")};
    return words;
}

} // namespace

TaskWords clashWords(const OpenTask &task, const QString &till, Currency currency, const Clock &clock)
{
    struct Known {
        QLatin1StringView code;
        TaskWords (*words)(const ClashFacts &);
    };
    static constexpr Known kKnown[] = {{"order_not_open"_L1, orderNotOpen},
        {"unknown_order"_L1, unknownOrder}, {"unknown_product"_L1, unknownProduct},
        {"over_refunded"_L1, overRefunded}, {"unknown_receipt"_L1, unknownReceipt},
        {"stock_negative"_L1, stockNegative}, {"giftcard_overdrawn"_L1, giftCardOverdrawn},
        {"points_overdrawn"_L1, pointsOverdrawn}, {"account_overdrawn"_L1, accountOverdrawn}};
    const ClashFacts facts(task, till, currency, clock);
    TaskWords words;
    for (const Known &known : kKnown) {
        if (known.code == task.code)
            words = known.words(facts);
    }
    if (words.title.isEmpty())
        words = anyOther(facts);
    words.when = facts.when();
    return words;
}

} // namespace evertill

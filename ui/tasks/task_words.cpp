#include "ui/tasks/task_words.h"

#include "ui/tasks/clash_words.h"
#include "ui/words/figures.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace evertill {
namespace {

/// Words for each kind of thing, in one context, so that translators find them together.
class Words {
    Q_DECLARE_TR_FUNCTIONS(Tasks)
public:
    Words(const QString &till, Currency currency, const Clock &clock)
        : m_till(till), m_currency(currency), m_clock(clock)
    {
    }

    TaskWords operator()(const CardAttempt &card) const;
    TaskWords operator()(const OpenTask &task) const { return clashWords(task, m_till, m_currency, m_clock); }
    TaskWords operator()(const PickupOrder &order) const;
    TaskWords operator()(const LowStockItem &item) const;

private:
    [[nodiscard]] QString moment(Instant at) const;

    QString m_till;
    Currency m_currency;
    const Clock &m_clock;
};

/// "14:02" of today, "18 Jul 14:02" of another day.
QString Words::moment(Instant at) const
{
    const bool today = m_clock.localDate(at) == m_clock.localDate(m_clock.now());
    return today ? timeText(at, m_clock) : dateTimeText(at, m_clock);
}

TaskWords Words::operator()(const CardAttempt &card) const
{
    const QString amount = moneyText(card.amount);
    TaskWords words;
    words.title = tr("Card payment, %1").arg(amount);
    words.when = moment(card.at);
    words.happened = tr("At %1 the card terminal was asked for %2. The ticket that it was for is gone.")
                         .arg(words.when, amount);
    if (card.state == CardState::Approved) {
        words.line = tr("Charged, but on no receipt");
        words.meaning =
            tr("The card was charged (approval code %1), and nothing was sold for it.").arg(card.approval);
        words.toDo = tr("If the customer has the goods, ring them up again: the payment counts for them. If "
                        "not, void the payment on the terminal and keep its slip.");
        return words;
    }
    words.line =
        card.state == CardState::Unknown ? tr("The terminal gave no answer") : tr("Answer not known");
    words.meaning = tr("Nobody knows yet whether the card was charged.");
    words.toDo = tr("Look at the terminal's slips or its list of payments for that time. Type the approval "
                    "code from there, or say that the money was not taken.");
    return words;
}

TaskWords Words::operator()(const PickupOrder &order) const
{
    TaskWords words;
    words.title = u"%1 · %2"_s.arg(order.number, order.customer);
    words.when = moment(order.promisedAt);
    words.line = order.state == PickupState::New ? tr("Late, nobody picks it") : tr("Late, being picked");
    words.happened = tr("The order was promised for %1, and it is not ready.").arg(words.when);
    words.meaning = tr("The customer may be here any moment.");
    words.toDo = tr("Go to the order: pick it, or say what can't be supplied.");
    return words;
}

TaskWords Words::operator()(const LowStockItem &item) const
{
    const QString left = quantityText(item.level.available(), item.unit);
    const QString onHand = quantityText(item.level.onHand, item.unit);
    const QString reserved = quantityText(item.level.reserved, item.unit);
    TaskWords words;
    words.title = item.name;
    words.line = tr("%1 left to sell").arg(left);
    words.happened = item.level.reserved.isZero()
        ? tr("By the books %1 is in the shop.").arg(onHand)
        : tr("By the books %1 is in the shop, and web orders wait for %2 of it.").arg(onHand, reserved);
    words.meaning = item.level.available() > Quantity() ? tr("It will soon be sold out.")
                                                        : tr("Nothing of it is left to sell.");
    words.toDo = tr("Look at the shelf and count what is there; order more where it is right.");
    return words;
}

} // namespace

QString idOf(const TaskItem &item)
{
    struct {
        QString operator()(const CardAttempt &card) const
        {
            return u"card "_s + QString::fromLatin1(card.id.toLatin1());
        }
        QString operator()(const OpenTask &task) const { return u"task "_s + task.task; }
        QString operator()(const PickupOrder &order) const { return u"late "_s + order.order; }
        QString operator()(const LowStockItem &low) const { return u"low "_s + low.sku; }
    } const id;
    return std::visit(id, item);
}

TaskWords wordsFor(const TaskItem &item, const QString &till, Currency currency, const Clock &clock)
{
    return std::visit(Words(till, currency, clock), item);
}

QString groupWords(const TaskItem &item)
{
    return std::holds_alternative<CardAttempt>(item) ? Words::tr("Card payments")
        : std::holds_alternative<OpenTask>(item)     ? Words::tr("To settle")
        : std::holds_alternative<PickupOrder>(item)  ? Words::tr("Late pickups")
                                                     : Words::tr("Low stock");
}

QString catchingUpWords()
{
    return Words::tr("This till goes on from a copy and has not heard yet what it did since: the sale may be "
                     "on a receipt already. Wait until it was connected, if you can.");
}

TaskSaidWords saidWords(const TaskSaid &said)
{
    switch (said.kind) {
    case TaskSaid::Settled:
        return {Words::tr("That is settled."), Words::tr("The head office hears of it.")};
    case TaskSaid::SettledElsewhere:
        return {Words::tr("Somebody else has settled it meanwhile."), {}};
    case TaskSaid::Corrected:
        return {Words::tr("The stock of %1 is corrected.").arg(said.name), {}};
    case TaskSaid::Confirmed:
        return {
            Words::tr("The stock of %1 is right.").arg(said.name), Words::tr("Nothing had to be changed.")};
    case TaskSaid::CardApproved:
        return {Words::tr("%1 was charged.").arg(said.name),
            Words::tr("Now ring the goods up again, or void the payment.")};
    case TaskSaid::CardNotTaken:
        return {Words::tr("Noted: %1 was not taken.").arg(said.name), {}};
    case TaskSaid::CardVoided:
        return {Words::tr("Noted: %1 went back to the card.").arg(said.name),
            Words::tr("Put the terminal's slip into the drawer.")};
    }
    return {};
}

} // namespace evertill

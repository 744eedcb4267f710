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

    TaskWords operator()(const OpenTask &task) const { return clashWords(task, m_till, m_currency, m_clock); }
    TaskWords operator()(const PickupOrder &order) const;
    TaskWords operator()(const LowStockItem &item) const;

private:
    QString m_till;
    Currency m_currency;
    const Clock &m_clock;
};

TaskWords Words::operator()(const PickupOrder &order) const
{
    const bool today = m_clock.localDate(order.promisedAt) == m_clock.localDate(m_clock.now());
    TaskWords words;
    words.title = u"%1 · %2"_s.arg(order.number, order.customer);
    words.when = today ? timeText(order.promisedAt, m_clock) : dateTimeText(order.promisedAt, m_clock);
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
    return std::holds_alternative<OpenTask>(item)   ? Words::tr("To settle")
        : std::holds_alternative<PickupOrder>(item) ? Words::tr("Late pickups")
                                                    : Words::tr("Low stock");
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
    }
    return {};
}

} // namespace evertill

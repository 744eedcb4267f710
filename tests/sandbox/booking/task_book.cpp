#include "tests/sandbox/booking/task_book.h"

#include "tests/sandbox/booking/payload.h"
#include "tests/sandbox/store/json_text.h"

using namespace Qt::StringLiterals;

namespace evertill::sandbox {

namespace {

constexpr const char *insertTask =
    "INSERT INTO task(task,code,opened_at,state,facts,till,order_id) VALUES(?,?,?,'open',?,?,?)";
constexpr const char *openOrderTask = "SELECT task FROM task WHERE order_id=? AND till=? AND "
                                      "code='order_not_open' AND state='open' LIMIT 1";
constexpr const char *factsOfTask = "SELECT facts FROM task WHERE task=?";
constexpr const char *updateFacts = "UPDATE task SET facts=? WHERE task=?";
constexpr const char *settleTask = "UPDATE task SET state='settled', note=? WHERE task=? AND state='open'";
constexpr const char *tasksBetween = "SELECT 1 FROM task WHERE task>=? AND task<? LIMIT 1";
constexpr const char *knownProduct = "SELECT 1 FROM product WHERE sku=? AND dropped=0";
constexpr const char *productName = "SELECT json_extract(row,'$.name') FROM product WHERE sku=?";

QString idOf(const Fact &fact, const QString &code)
{
    return u"%1:%2:%3:%4"_s.arg(fact.till).arg(fact.position.epoch).arg(fact.position.seq).arg(code);
}

} // namespace

void TaskBook::open(const Fact &fact, const QString &code, QJsonObject facts, const QString &order)
{
    facts[u"till"_s] = fact.till;
    facts[u"kind"_s] = fact.kind;
    facts[u"at"_s] = fact.at;
    const QString task = idOf(fact, code);
    m_work.store().run(insertTask, task, code, m_work.now(), jsonText(facts), fact.till,
        order.isEmpty() ? std::nullopt : std::optional(order));
    m_work.touch(Entity::Task, task);
}

QJsonObject TaskBook::factsOf(const QString &task)
{
    Rows found = m_work.store().query(factsOfTask, task);
    return found.next() ? jsonObject(found.bytes(0)) : QJsonObject();
}

void TaskBook::setFacts(const QString &task, const QJsonObject &facts)
{
    m_work.store().run(updateFacts, jsonText(facts), task);
    m_work.touch(Entity::Task, task);
}

void TaskBook::openForClosedOrder(
    const Fact &fact, const QString &order, const QJsonObject &about, const QJsonObject &step)
{
    QString task;
    {
        Rows found = m_work.store().query(openOrderTask, order, fact.till);
        if (found.next())
            task = found.text(0);
    }
    QJsonObject facts = task.isEmpty() ? about : factsOf(task);
    QJsonArray steps = facts.value(u"steps"_s).toArray();
    steps.append(step);
    facts[u"steps"_s] = steps;
    if (task.isEmpty())
        open(fact, u"order_not_open"_s, facts, order);
    else
        setFacts(task, facts);
}

bool TaskBook::isKnown(const QString &sku) { return m_work.store().query(knownProduct, sku).next(); }

QString TaskBook::nameOf(const QString &sku)
{
    Rows found = m_work.store().query(productName, sku);
    return found.next() && !found.isNull(0) ? found.text(0) : sku;
}

bool TaskBook::askAboutUnknownProducts(const Fact &fact)
{
    const QJsonValue stated = fact.payload.value(u"lines"_s);
    const QJsonArray lines = stated.isUndefined() ? QJsonArray{fact.payload} : stated.toArray();
    QJsonArray skus;
    QJsonArray items;
    for (const QJsonValue &value : lines) {
        const QJsonObject line = value.toObject();
        const QString sku = line.value(u"sku"_s).toString();
        const bool isDeposit = line.contains(u"deposit_of"_s) || line.value(u"deposit"_s).toBool();
        if (isDeposit || isKnown(sku) || line.contains(u"card"_s))
            continue;
        if (!skus.contains(sku))
            skus.append(sku);
        QJsonObject item{{u"sku"_s, sku}, {u"name"_s, line.value(u"name"_s).toString(sku)},
            {u"quantity"_s, line.value(u"quantity"_s)}};
        if (line.contains(u"gross"_s))
            item[u"gross"_s] = line.value(u"gross"_s);
        items.append(item);
    }
    if (items.isEmpty())
        return false;
    QJsonObject facts{{u"skus"_s, skus}, {u"items"_s, items}, {u"subject"_s, fact.subject}};
    for (const QString &key : {u"receipt"_s, u"currency"_s}) {
        if (fact.payload.contains(key))
            facts[key] = fact.payload.value(key);
    }
    open(fact, u"unknown_product"_s, facts);
    return true;
}

void TaskBook::askAboutShortStock(const Fact &fact, const QString &sku, qint64 before, qint64 after)
{
    const QString code = u"stock_negative"_s;
    if (after >= 0 || after >= before || !isKnown(sku))
        return;
    QJsonObject facts = factsOf(idOf(fact, code));
    QJsonArray items = facts.value(u"items"_s).toArray();
    const QJsonObject item{{u"sku"_s, sku}, {u"name"_s, nameOf(sku)}, {u"on_hand"_s, after}};
    qsizetype at = 0;
    while (at < items.size() && items.at(at).toObject().value(u"sku"_s) != sku)
        ++at;
    if (at < items.size())
        items[at] = item;
    else if (before >= 0)
        items.append(item);
    else
        return;
    const bool isNew = facts.isEmpty();
    facts[u"items"_s] = items;
    if (isNew)
        open(fact, code, facts);
    else
        setFacts(idOf(fact, code), facts);
}

bool TaskBook::isRaisedBy(const Fact &fact)
{
    // Every code is made of small letters.
    return m_work.store().query(tasksBetween, idOf(fact, u"a"_s), idOf(fact, u"~"_s)).next();
}

Outcome TaskBook::bookSettled(const Fact &fact)
{
    const Payload payload(fact.payload);
    const QString task = payload.text(u"task"_s);
    m_work.store().run(settleTask, payload.text(u"note"_s), task);
    m_work.touch(Entity::Task, task);
    return Outcome::Applied;
}

} // namespace evertill::sandbox

#include "tests/sandbox/booking/task_book.h"

#include "tests/sandbox/booking/payload.h"
#include "tests/sandbox/store/json_text.h"

using namespace Qt::StringLiterals;

namespace evertill::sandbox {

namespace {

constexpr const char *insertTask =
    "INSERT INTO task(task,code,opened_at,state,facts,till,order_id) VALUES(?,?,?,'open',?,?,?)";
constexpr const char *openOrderTask = "SELECT task,facts FROM task WHERE order_id=? AND till=? AND "
                                      "code='order_not_open' AND state='open' LIMIT 1";
constexpr const char *updateFacts = "UPDATE task SET facts=? WHERE task=?";
constexpr const char *settleTask = "UPDATE task SET state='settled', note=? WHERE task=?";
constexpr const char *knownProduct = "SELECT 1 FROM product WHERE sku=? AND dropped=0";

} // namespace

void TaskBook::open(const Fact &fact, const QString &code, const QJsonObject &facts, const QString &order)
{
    const QString task =
        u"%1:%2:%3:%4"_s.arg(fact.till).arg(fact.position.epoch).arg(fact.position.seq).arg(code);
    m_work.store().run(insertTask, task, code, m_work.now(), jsonText(facts), fact.till,
        order.isEmpty() ? std::nullopt : std::optional(order));
    m_work.touch(Entity::Task, task);
}

void TaskBook::openForClosedOrder(
    const Fact &fact, const QString &order, const QString &state, const QJsonObject &step)
{
    QString task;
    QJsonObject facts;
    {
        Rows found = m_work.store().query(openOrderTask, order, fact.till);
        if (found.next()) {
            task = found.text(0);
            facts = jsonObject(found.bytes(1));
        }
    }
    if (task.isEmpty()) {
        open(fact, u"order_not_open"_s,
            {{u"order"_s, order}, {u"state"_s, state}, {u"till"_s, fact.till},
                {u"steps"_s, QJsonArray{step}}},
            order);
        return;
    }
    QJsonArray steps = facts.value(u"steps"_s).toArray();
    steps.append(step);
    facts[u"steps"_s] = steps;
    m_work.store().run(updateFacts, jsonText(facts), task);
    m_work.touch(Entity::Task, task);
}

bool TaskBook::askAboutUnknownProducts(const Fact &fact, QStringList skus)
{
    skus.removeDuplicates();
    QJsonArray unknown;
    for (const QString &sku : skus) {
        if (!m_work.store().query(knownProduct, sku).next())
            unknown.append(sku);
    }
    if (unknown.isEmpty())
        return false;
    open(fact, u"unknown_product"_s, {{u"skus"_s, unknown}, {u"subject"_s, fact.subject}});
    return true;
}

Outcome TaskBook::bookSettled(const Fact &fact)
{
    const Payload payload(fact.payload);
    const QString task = payload.text(u"task"_s);
    m_work.store().run(settleTask, payload.textOr(u"note"_s, {}), task);
    m_work.touch(Entity::Task, task);
    return Outcome::Applied;
}

} // namespace evertill::sandbox

#include "tests/sandbox/store/work_unit.h"

namespace evertill::sandbox {

namespace {

const char *changeStatement(Entity entity)
{
    switch (entity) {
    case Entity::Tax:
        return "UPDATE tax SET changed=? WHERE code=?";
    case Entity::Product:
        return "UPDATE product SET changed=? WHERE sku=?";
    case Entity::Stock:
        return "UPDATE stock SET changed=? WHERE sku=?";
    case Entity::Order:
        return "UPDATE pickup_order SET changed=? WHERE order_id=?";
    case Entity::Receipt:
        return "UPDATE receipt SET changed=? WHERE receipt=?";
    case Entity::Task:
        return "UPDATE task SET changed=? WHERE task=?";
    case Entity::Promotion:
        return "UPDATE promotion SET changed=? WHERE promotion=?";
    case Entity::PriceList:
        return "UPDATE price_list SET changed=? WHERE price_list=?";
    case Entity::ExchangeRate:
        return "UPDATE exchange_rate SET changed=? WHERE exchange_rate=?";
    }
    return nullptr;
}

} // namespace

WorkUnit::WorkUnit(Store &store, qint64 now) : m_store(store), m_now(now)
{
    m_transaction.emplace(store.database(), SQLite::TransactionBehavior::IMMEDIATE);
    Rows head = m_store.query("SELECT head FROM feed");
    if (head.next())
        m_head = m_headBefore = head.number(0);
}

void WorkUnit::beginFact(const QString &till, Position position)
{
    m_till = till;
    m_position = position;
}

void WorkUnit::touch(Entity entity, const QString &id) { m_touched[{entity, id}] = m_position; }

qint64 WorkUnit::nextNumber(const QString &series)
{
    m_store.run(
        "INSERT INTO number_series(name,last) VALUES(?,1) ON CONFLICT(name) DO UPDATE SET last=last+1",
        series);
    Rows last = m_store.query("SELECT last FROM number_series WHERE name=?", series);
    return last.next() ? last.number(0) : 0;
}

void WorkUnit::sendAgain(Entity entity, const QString &id, Position counted)
{
    m_store.run(changeStatement(entity), nextChange(), id);
    count(entity, id, counted);
}

void WorkUnit::count(Entity entity, const QString &id, Position counted)
{
    // Also of what is not here yet: a return may come before its sale where the OMS has lost some history.
    if (!m_till.isEmpty() && carriesThrough(entity)) {
        m_store.run("INSERT OR REPLACE INTO counted(till,entity,id,epoch,seq) VALUES(?,?,?,?,?)", m_till,
            static_cast<int>(entity), id, counted.epoch, counted.seq);
    }
}

void WorkUnit::commit()
{
    for (const auto &[key, counted] : m_touched)
        sendAgain(key.first, key.second, counted);
    m_touched.clear();
    if (m_head != m_headBefore) {
        m_store.run("UPDATE feed SET head=?", m_head);
        m_store.run("INSERT INTO feed_mark(head,mark) VALUES(?,lower(hex(randomblob(8))))", m_head);
    }
    m_transaction->commit();
}

} // namespace evertill::sandbox

#include "tests/sandbox/logic/tables.h"

using namespace Qt::StringLiterals;

namespace evertill::sandbox {

namespace {

QJsonValue cell(const SQLite::Column &column)
{
    if (column.isNull())
        return QJsonValue::Null;
    if (column.isInteger())
        return static_cast<qint64>(column.getInt64());
    if (column.isFloat())
        return column.getDouble();
    return QString::fromUtf8(static_cast<const char *>(column.getBlob()), column.getBytes());
}

QJsonArray read(SQLite::Statement &statement)
{
    QJsonArray rows;
    while (statement.executeStep()) {
        QJsonObject row;
        for (int i = 0; i < statement.getColumnCount(); ++i)
            row[QString::fromUtf8(statement.getColumnName(i))] = cell(statement.getColumn(i));
        rows.append(row);
    }
    return rows;
}

} // namespace

const QStringList &Tables::names()
{
    static const QStringList all{u"booked_sale"_s, u"booked_sale_line"_s, u"booked_tender"_s, u"booked_tax"_s,
        u"booked_return"_s, u"booked_return_line"_s, u"booked_shift"_s, u"booked_cash"_s, u"booked_payment"_s,
        u"booked_seal"_s, u"stock"_s, u"stock_movement"_s, u"pickup_order"_s, u"pickup_order_line"_s,
        u"receipt"_s, u"task"_s, u"till"_s, u"till_epoch"_s, u"event"_s, u"finding"_s, u"product"_s, u"tax"_s,
        u"promotion"_s, u"price_list"_s, u"exchange_rate"_s, u"booked_discount"_s, u"giftcard"_s,
        u"giftcard_movement"_s, u"giftcard_hold"_s, u"customer"_s, u"points_movement"_s,
        u"account_movement"_s, u"customer_hold"_s};
    return all;
}

Result<QJsonArray> Tables::rows(const QString &table, int limit, int offset)
{
    if (!names().contains(table))
        return refuse(404, u"unknown_table"_s, table);
    SQLite::Statement statement(m_store.database(),
        u"SELECT * FROM %1 LIMIT %2 OFFSET %3"_s.arg(table).arg(limit).arg(offset).toStdString());
    return read(statement);
}

Result<QJsonObject> Tables::run(const QString &sql)
{
    try {
        const int before = m_store.database().getTotalChanges();
        SQLite::Statement statement(m_store.database(), sql.toStdString());
        const QJsonArray rows = read(statement);
        return QJsonObject{{u"rows"_s, rows}, {u"changed"_s, m_store.database().getTotalChanges() - before}};
    } catch (const SQLite::Exception &error) {
        return refuse(400, u"bad_request"_s, QString::fromUtf8(error.what()));
    }
}

} // namespace evertill::sandbox

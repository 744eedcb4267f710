#include "core/store/statement.h"

#include <cstdio>

namespace evertill {

int Statement::run()
{
    const int changed = m_statement.exec();
    m_statement.reset();
    return changed;
}

QString Statement::text(int column) const
{
    const auto value = m_statement.getColumn(column);
    const char *utf8 = value.getText("");
    return QString::fromUtf8(utf8, value.getBytes());
}

QByteArray Statement::bytes(int column) const
{
    const auto value = m_statement.getColumn(column);
    const void *data = value.getBlob();
    return QByteArray(static_cast<const char *>(data), value.getBytes());
}

Uuid Statement::uuid(int column) const
{
    const auto value = m_statement.getColumn(column);
    const void *data = value.getBlob();
    return Uuid::fromBytes(QByteArrayView(static_cast<const char *>(data), value.getBytes()))
        .value_or(Uuid());
}

QDate Statement::date(int column) const { return QDate::fromString(text(column), Qt::ISODate); }

void Statement::bindOne(int at, QDate date)
{
    int year = 0;
    int month = 0;
    int day = 0;
    date.getDate(&year, &month, &day);
    char iso[16];
    std::snprintf(iso, sizeof iso, "%04d-%02d-%02d", year, month, day);
    m_statement.bind(at, iso);
}

void Statement::bindOne(int at, const QString &text) { m_statement.bind(at, text.toStdString()); }

} // namespace evertill

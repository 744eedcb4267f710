#include "core/audit/table_comparison.h"

using namespace Qt::StringLiterals;

namespace evertill {
namespace {

constexpr char kTables[] =
    "SELECT name FROM sqlite_schema WHERE type='table' AND name NOT LIKE 'sqlite%' ORDER BY name";
constexpr char kColumns[] = "SELECT name,pk FROM pragma_table_info(?) ORDER BY cid";

struct Shape {
    QStringList columns;
    std::vector<int> key; ///< which of the columns make the primary key, in its order
};

QString quoted(const QString &name) { return u'"' + QString(name).replace(u'"', u"\"\""_s) + u'"'; }

Shape shapeOf(const QString &table, Database &database)
{
    Shape shape;
    std::map<std::int64_t, int> places;
    auto query = database.statement(kColumns);
    query.with(table);
    while (query.next()) {
        if (const std::int64_t place = query.integer(1))
            places[place] = int(shape.columns.size());
        shape.columns.append(query.text(0));
    }
    for (const auto &[place, column] : places)
        shape.key.push_back(column);
    return shape;
}

/// The rows of one table in the order of its key.
class Rows final {
public:
    Rows(const QString &table, const Shape &shape, Database &database)
        : m_statement(database.handle(), sqlOf(table, shape)), m_isAtRow(m_statement.executeStep())
    {
    }

    [[nodiscard]] bool isAtRow() const { return m_isAtRow; }
    void next() { m_isAtRow = m_statement.executeStep(); }

    /// The value as it stands on disk, with its type: '1' and 1 differ.
    [[nodiscard]] QByteArray value(int column)
    {
        const auto at = m_statement.getColumn(column);
        if (at.isInteger())
            return "i" + QByteArray::number(qint64(at.getInt64()));
        const auto *bytes = static_cast<const char *>(at.getBlob());
        return (at.isNull() ? "n" : at.isBlob() ? "b" : "t") + QByteArray(bytes, at.getBytes());
    }
    /// Orders two rows of one table by one key column as SQLite does.
    [[nodiscard]] int compare(int column, Rows &other)
    {
        const auto mine = m_statement.getColumn(column);
        const auto theirs = other.m_statement.getColumn(column);
        if (mine.isInteger() && theirs.isInteger())
            return mine.getInt64() < theirs.getInt64() ? -1 : mine.getInt64() > theirs.getInt64();
        if (mine.isInteger() != theirs.isInteger())
            return mine.isInteger() ? -1 : 1;
        return value(column).compare(other.value(column));
    }

private:
    static std::string sqlOf(const QString &table, const Shape &shape)
    {
        QStringList columns;
        QStringList order;
        for (const QString &column : shape.columns)
            columns.append(quoted(column));
        for (const int column : shape.key)
            order.append(columns[column]);
        const QString key = order.isEmpty() ? u"rowid"_s : order.join(u',');
        return u"SELECT %1 FROM %2 ORDER BY %3"_s.arg(columns.join(u','), quoted(table), key).toStdString();
    }

    SQLite::Statement m_statement;
    bool m_isAtRow;
};

QString inWords(const QByteArray &value)
{
    const QByteArray bytes = value.mid(1);
    switch (value.front()) {
    case 'n':
        return u"nothing"_s;
    case 'b':
        return u"x'%1'"_s.arg(QString::fromLatin1(bytes.toHex()));
    case 't':
        return u"\"%1\""_s.arg(QString::fromUtf8(bytes));
    default:
        return QString::fromLatin1(bytes);
    }
}

QString rowInWords(const Shape &shape, Rows &rows)
{
    QStringList words;
    for (const int column : shape.key)
        words.append(shape.columns[column] + u' ' + inWords(rows.value(column)));
    return words.join(u", "_s);
}

/// Which of the two rows stands first in the table's order; 0 where they are the same row.
int orderOf(const Shape &shape, Rows &stored, Rows &rebuilt)
{
    if (!stored.isAtRow() || !rebuilt.isAtRow())
        return stored.isAtRow() ? -1 : 1;
    for (const int column : shape.key) {
        if (const int order = stored.compare(column, rebuilt))
            return order;
    }
    return 0;
}

} // namespace

QStringList projectedTables(Database &database)
{
    QStringList tables;
    auto query = database.statement(kTables);
    while (query.next())
        tables.append(query.text(0));
    for (const QString &other : {u"journal"_s, u"setting"_s, u"open_cart"_s})
        tables.removeAll(other);
    return tables;
}

std::optional<QString> firstDifference(const QString &table, Database &stored, Database &rebuilt)
{
    const Shape shape = shapeOf(table, rebuilt);
    if (shapeOf(table, stored).columns != shape.columns)
        return u"%1: the table has other columns than this program's"_s.arg(table);
    Rows here(table, shape, stored);
    Rows there(table, shape, rebuilt);
    for (; here.isAtRow() || there.isAtRow(); here.next(), there.next()) {
        const int order = orderOf(shape, here, there);
        if (order < 0)
            return u"%1: the row with %2 follows from no event"_s.arg(table, rowInWords(shape, here));
        if (order > 0)
            return u"%1: the row with %2 is missing"_s.arg(table, rowInWords(shape, there));
        for (int column = 0; column < shape.columns.size(); ++column) {
            const QByteArray is = here.value(column);
            const QByteArray shouldBe = there.value(column);
            if (is != shouldBe)
                return u"%1: in the row with %2, %3 is %4; by the journal it is %5"_s.arg(
                    table, rowInWords(shape, here), shape.columns[column], inWords(is), inWords(shouldBe));
        }
    }
    return std::nullopt;
}

} // namespace evertill

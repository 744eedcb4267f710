#include "core/store/statement.h"

#include "core/base/clock.h"

#include <algorithm>

namespace evertill {

int Statement::run()
{
    m_isReset = false;
    const int changed = m_statement.exec();
    m_statement.reset();
    m_isReset = true;
    return changed;
}

void Statement::makeColumns()
{
    const int count = m_statement.getColumnCount();
    m_columns.reserve(std::size_t(count));
    for (int i = 0; i < count; ++i)
        m_columns.push_back(m_statement.getColumn(i));
}

QString Statement::text(int column) const
{
    const auto &value = at(column);
    const char *utf8 = value.getText("");
    return QString::fromUtf8(utf8, value.getBytes());
}

QString Statement::text(int column, const QString &likely) const
{
    const auto &value = at(column);
    const char *utf8 = value.getText("");
    const int size = value.getBytes();
    // Only ASCII takes as many bytes as characters, and a loop over it is cheaper than decoding.
    const auto same = [](char byte, QChar character) {
        return character.unicode() < 0x80 && character.unicode() == uchar(byte);
    };
    if (size == likely.size() && std::equal(utf8, utf8 + size, likely.cbegin(), same))
        return likely;
    return QString::fromUtf8(utf8, size);
}

QByteArray Statement::bytes(int column) const
{
    const auto &value = at(column);
    const void *data = value.getBlob();
    return QByteArray(static_cast<const char *>(data), value.getBytes());
}

Uuid Statement::uuid(int column) const
{
    const auto &value = at(column);
    const void *data = value.getBlob();
    return Uuid::fromBytes(QByteArrayView(static_cast<const char *>(data), value.getBytes()))
        .value_or(Uuid());
}

QDate Statement::date(int column) const
{
    const auto &value = at(column);
    const char *text = value.getText("");
    return dateFromIso(QByteArrayView(text, value.getBytes()));
}

void Statement::bindOne(int at, QDate date)
{
    char text[11] = {};
    const auto iso = isoDate(date);
    std::copy(iso.begin(), iso.end(), text);
    m_statement.bind(at, text);
}

void Statement::bindOne(int at, const QString &text)
{
    // Short plain ASCII, which is most of what a sale writes, needs no buffer on the heap.
    char ascii[128];
    qsizetype length = 0;
    for (; length < text.size() && length < qsizetype(sizeof ascii) - 1; ++length) {
        const char16_t unit = text[length].unicode();
        if (unit == 0 || unit >= 0x80)
            break;
        ascii[length] = char(unit);
    }
    if (length < text.size())
        return m_statement.bind(at, text.toStdString());
    ascii[length] = '\0';
    m_statement.bind(at, ascii);
}

} // namespace evertill

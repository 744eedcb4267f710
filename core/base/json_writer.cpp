#include "core/base/json_writer.h"

#include "core/base/money.h"

#include <algorithm>
#include <charconv>
#include <cstring>

namespace evertill {

char *JsonWriter::room(qsizetype size)
{
    if (m_out.size() - m_size < size)
        m_out.resize(std::max(2 * m_out.size(), m_size + size));
    return m_out.data() + m_size;
}

void JsonWriter::put(char c)
{
    *room(1) = c;
    ++m_size;
}

void JsonWriter::put(QByteArrayView bytes)
{
    if (bytes.isEmpty())
        return;
    std::memcpy(room(bytes.size()), bytes.data(), std::size_t(bytes.size()));
    m_size += bytes.size();
}

void JsonWriter::separate()
{
    if (m_needsComma)
        put(',');
    m_needsComma = true;
}

void JsonWriter::open(char bracket)
{
    separate();
    put(bracket);
    m_lastKeys.append(std::string_view());
    m_needsComma = false;
}

void JsonWriter::close(char bracket)
{
    put(bracket);
    m_lastKeys.removeLast();
    m_needsComma = true;
}

JsonWriter &JsonWriter::beginObject()
{
    open('{');
    return *this;
}

JsonWriter &JsonWriter::endObject()
{
    close('}');
    return *this;
}

JsonWriter &JsonWriter::beginArray()
{
    open('[');
    return *this;
}

JsonWriter &JsonWriter::endArray()
{
    close(']');
    return *this;
}

JsonWriter &JsonWriter::key(QByteArrayView name)
{
    const std::string_view key(name.data(), std::size_t(name.size()));
    if (!(m_lastKeys.last().empty() || m_lastKeys.last() < key))
        qFatal("canonical JSON: key %s out of order", name.constData());
    m_lastKeys.last() = key;
    separate();
    char *out = room(name.size() + 3);
    *out = '"';
    std::memcpy(out + 1, key.data(), key.size());
    out[key.size() + 1] = '"';
    out[key.size() + 2] = ':';
    m_size += name.size() + 3;
    m_needsComma = false;
    return *this;
}

JsonWriter &JsonWriter::value(std::int64_t number)
{
    if (number > Money::kLargest || number < -Money::kLargest)
        qFatal("canonical JSON: a number beyond 2^53");
    separate();
    constexpr qsizetype kMostDigits = 20;
    char *out = room(kMostDigits);
    m_size += std::to_chars(out, out + kMostDigits, number).ptr - out;
    return *this;
}

JsonWriter &JsonWriter::value(bool truth)
{
    return raw(truth ? QByteArrayView("true") : QByteArrayView("false"));
}

JsonWriter &JsonWriter::value(QStringView text)
{
    // Most text is plain ASCII and is written as it is read; the first character that is not sends all of it
    // the long way.
    separate();
    char *const begin = room(text.size() + 2);
    char *out = begin;
    *out++ = '"';
    for (const QChar character : text) {
        const char16_t unit = character.unicode();
        if (unit < 0x20 || unit >= 0x80 || unit == u'"' || unit == u'\\') {
            quote(text.toUtf8());
            return *this;
        }
        *out++ = char(unit);
    }
    *out++ = '"';
    m_size += out - begin;
    return *this;
}

QByteArray JsonWriter::take()
{
    m_out.truncate(m_size);
    return std::move(m_out);
}

JsonWriter &JsonWriter::utf8(QByteArrayView text)
{
    separate();
    quote(text);
    return *this;
}

void JsonWriter::quote(QByteArrayView text)
{
    put('"');
    qsizetype plainFrom = 0;
    for (qsizetype at = 0; at < text.size(); ++at) {
        const auto c = static_cast<unsigned char>(text[at]);
        if (c >= 0x20 && c != '"' && c != '\\')
            continue;
        put(text.sliced(plainFrom, at - plainFrom));
        plainFrom = at + 1;
        switch (c) {
        case '"':
            put(QByteArrayView("\\\"", 2));
            break;
        case '\\':
            put(QByteArrayView("\\\\", 2));
            break;
        case '\b':
            put(QByteArrayView("\\b", 2));
            break;
        case '\t':
            put(QByteArrayView("\\t", 2));
            break;
        case '\n':
            put(QByteArrayView("\\n", 2));
            break;
        case '\f':
            put(QByteArrayView("\\f", 2));
            break;
        case '\r':
            put(QByteArrayView("\\r", 2));
            break;
        default: {
            static constexpr char kDigits[] = "0123456789abcdef";
            const char escape[] = {'\\', 'u', '0', '0', kDigits[c >> 4], kDigits[c & 15]};
            put(QByteArrayView(escape, sizeof escape));
        }
        }
    }
    put(text.sliced(plainFrom));
    put('"');
}

JsonWriter &JsonWriter::raw(QByteArrayView json)
{
    separate();
    put(json);
    return *this;
}

} // namespace evertill

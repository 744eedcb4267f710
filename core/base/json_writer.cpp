#include "core/base/json_writer.h"

#include "core/base/money.h"

#include <charconv>

namespace evertill {

void JsonWriter::separate()
{
    if (m_needsComma)
        m_out.append(',');
    m_needsComma = true;
}

JsonWriter &JsonWriter::beginObject()
{
    separate();
    m_out.append('{');
    m_lastKeys.append(QByteArrayView());
    m_needsComma = false;
    return *this;
}

JsonWriter &JsonWriter::endObject()
{
    m_out.append('}');
    m_lastKeys.removeLast();
    m_needsComma = true;
    return *this;
}

JsonWriter &JsonWriter::beginArray()
{
    separate();
    m_out.append('[');
    m_lastKeys.append(QByteArrayView());
    m_needsComma = false;
    return *this;
}

JsonWriter &JsonWriter::endArray()
{
    m_out.append(']');
    m_lastKeys.removeLast();
    m_needsComma = true;
    return *this;
}

JsonWriter &JsonWriter::key(QByteArrayView name)
{
    if (!(m_lastKeys.last().isEmpty() || m_lastKeys.last() < name))
        qFatal("canonical JSON: key %s out of order", name.constData());
    m_lastKeys.last() = name;
    separate();
    m_out.append('"');
    m_out.append(name);
    m_out.append("\":", 2);
    m_needsComma = false;
    return *this;
}

JsonWriter &JsonWriter::value(std::int64_t number)
{
    if (number > Money::kLargest || number < -Money::kLargest)
        qFatal("canonical JSON: a number beyond 2^53");
    separate();
    char digits[24];
    const auto end = std::to_chars(digits, digits + sizeof digits, number).ptr;
    m_out.append(digits, end - digits);
    return *this;
}

JsonWriter &JsonWriter::value(bool truth)
{
    return raw(truth ? QByteArrayView("true") : QByteArrayView("false"));
}

JsonWriter &JsonWriter::value(QStringView text) { return utf8(text.toUtf8()); }

JsonWriter &JsonWriter::utf8(QByteArrayView text)
{
    separate();
    m_out.append('"');
    qsizetype plainFrom = 0;
    for (qsizetype at = 0; at < text.size(); ++at) {
        const auto c = static_cast<unsigned char>(text[at]);
        if (c >= 0x20 && c != '"' && c != '\\')
            continue;
        m_out.append(text.sliced(plainFrom, at - plainFrom));
        plainFrom = at + 1;
        switch (c) {
        case '"':
            m_out.append("\\\"", 2);
            break;
        case '\\':
            m_out.append("\\\\", 2);
            break;
        case '\b':
            m_out.append("\\b", 2);
            break;
        case '\t':
            m_out.append("\\t", 2);
            break;
        case '\n':
            m_out.append("\\n", 2);
            break;
        case '\f':
            m_out.append("\\f", 2);
            break;
        case '\r':
            m_out.append("\\r", 2);
            break;
        default: {
            static constexpr char kDigits[] = "0123456789abcdef";
            const char escape[] = {'\\', 'u', '0', '0', kDigits[c >> 4], kDigits[c & 15]};
            m_out.append(escape, sizeof escape);
        }
        }
    }
    m_out.append(text.sliced(plainFrom));
    m_out.append('"');
    return *this;
}

JsonWriter &JsonWriter::raw(QByteArrayView json)
{
    separate();
    m_out.append(json);
    return *this;
}

} // namespace evertill

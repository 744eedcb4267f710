#include "core/catalog/import/record_reader.h"

using namespace Qt::StringLiterals;

namespace evertill {
namespace {

tl::unexpected<Refusal> noTable(std::int64_t line, const QString &problem)
{
    return refuse(Code::BadInput, {{u"line"_s, qint64(line)}, {u"problem"_s, problem}});
}

} // namespace

Result<bool> RecordReader::next(Record &record)
{
    QByteArray line;
    for (;;) {
        const auto got = nextLine(line);
        if (!got || !*got)
            return got;
        if (line.isEmpty() || (m_isBeforeRows && line.startsWith('#')))
            continue;
        break;
    }
    m_isBeforeRows = false;
    record.line = m_line;
    if (m_format == Format::Tsv) {
        record.fields = line.split('\t');
        return true;
    }
    record.fields.clear();
    if (auto read = readCsv(line, record.fields); !read)
        return tl::unexpected(read.error());
    return true;
}

/// One line without its end; false at the end of the file.
Result<bool> RecordReader::nextLine(QByteArray &line)
{
    qsizetype end = m_buffer.indexOf('\n', m_at);
    while (end < 0 && !m_isAtEnd) {
        const qsizetype searched = m_buffer.size() - m_at;
        if (searched > kLongestRow)
            return noTable(m_line + 1, u"a line of more than a million characters"_s);
        if (auto filled = fill(); !filled)
            return filled;
        end = m_buffer.indexOf('\n', m_at + searched);
    }
    if (end < 0 && m_at == m_buffer.size())
        return false;
    const qsizetype last = end < 0 ? m_buffer.size() : end;
    line = m_buffer.mid(m_at, last - m_at);
    m_at = end < 0 ? last : end + 1;
    if (line.endsWith('\r'))
        line.chop(1);
    if (++m_line == 1 && line.startsWith("\xEF\xBB\xBF"))
        line.remove(0, 3);
    return true;
}

/// Brings more bytes behind those not used yet.
Result<bool> RecordReader::fill()
{
    auto bytes = m_source.next();
    if (!bytes)
        return tl::unexpected(bytes.error());
    m_isAtEnd = bytes->isEmpty();
    m_buffer.remove(0, m_at);
    m_at = 0;
    m_buffer += *bytes;
    return true;
}

Result<> RecordReader::readCsv(QByteArray line, QByteArrayList &fields)
{
    const std::int64_t began = m_line;
    qsizetype length = line.size();
    QByteArray field;
    bool isQuoted = false;
    bool wasQuoted = false;
    for (qsizetype i = 0;; ++i) {
        if (i == line.size() && isQuoted) {
            field += '\n';
            if (const auto got = nextLine(line); !got || !*got)
                return got ? noTable(began, u"a quote is never closed"_s) : tl::unexpected(got.error());
            if (length += line.size() + 1; length > kLongestRow)
                return noTable(began, u"a row of more than a million characters"_s);
            i = -1;
        } else if (i == line.size() || (!isQuoted && line[i] == ',')) {
            fields.append(std::exchange(field, {}));
            wasQuoted = false;
            if (i == line.size())
                return {};
        } else if (isQuoted && line[i] == '"') {
            const bool isDoubled = i + 1 < line.size() && line[i + 1] == '"';
            if (isDoubled)
                field += line[i++];
            else
                isQuoted = false;
        } else if (!isQuoted && line[i] == '"' && field.isEmpty() && !wasQuoted) {
            isQuoted = wasQuoted = true;
        } else if (wasQuoted && !isQuoted) {
            return noTable(m_line, u"text after a closing quote"_s);
        } else {
            field += line[i];
        }
    }
}

} // namespace evertill

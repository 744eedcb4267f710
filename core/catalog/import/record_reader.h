#pragma once

#include "core/base/result.h"
#include "core/catalog/import/byte_source.h"

#include <QByteArrayList>

namespace evertill {

/// A row of a text table.
struct Record {
    std::int64_t line = 0; ///< where it begins; the file's first line is 1
    QByteArrayList fields; ///< as they stand, quotes of CSV undone
};

/// Rows of a table in TSV (fields stand between tabs as they are, quotes are letters) or CSV (RFC 4180:
/// quotes round a field, doubled inside it; a quoted field may hold line breaks). Lines end with LF or CRLF;
/// a byte order mark is passed over; so are empty lines, and lines that begin with # before the first row.
class RecordReader final {
public:
    enum class Format { Tsv, Csv };
    /// No row is longer: what is, is no table.
    static constexpr qsizetype kLongestRow = 1 << 20;

    RecordReader(ByteSource source, Format format) : m_source(std::move(source)), m_format(format) { }

    /// The next row in \a record; false after the last. Refuses BadInput (problem) where the file is no such
    /// table.
    [[nodiscard]] Result<bool> next(Record &record);

private:
    Result<bool> nextLine(QByteArray &line);
    Result<bool> fill();
    Result<> readCsv(QByteArray line, QByteArrayList &fields);

    ByteSource m_source;
    Format m_format;
    QByteArray m_buffer;
    qsizetype m_at = 0;
    std::int64_t m_line = 0;
    bool m_isBeforeRows = true;
    bool m_isAtEnd = false;
};

} // namespace evertill

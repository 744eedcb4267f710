#include "app/ctl/replay/shop_record.h"

#include <QDateTime>

using namespace Qt::StringLiterals;

namespace evertill {
namespace {

const QByteArrayList kHeader = {
    "InvoiceNo", "StockCode", "Description", "Quantity", "InvoiceDate", "UnitPrice", "CustomerID", "Country"};

tl::unexpected<Refusal> badRow(const Record &row, const QString &problem)
{
    return refuse(Code::BadRow, {{u"line"_s, qint64(row.line)}, {u"problem"_s, problem}});
}

struct Price {
    std::int64_t minor = 0;
    bool rounded = false;
};

/// "2.55" in the currency's minor unit; nothing where \a text is no decimal number.
std::optional<Price> priceOf(QByteArrayView text, int digits)
{
    const bool negative = text.startsWith('-');
    if (negative)
        text = text.sliced(1);
    std::int64_t value = 0;
    std::int64_t scale = 1;
    bool point = false;
    for (const char c : text) {
        if (c == '.' && !point) {
            point = true;
        } else if (c >= '0' && c <= '9' && value < Money::kLargest / 100 && scale < 1'000'000'000) {
            value = value * 10 + (c - '0');
            scale = point ? scale * 10 : scale;
        } else {
            return std::nullopt;
        }
    }
    if (text.isEmpty() || text == ".")
        return std::nullopt;
    std::int64_t unit = 1;
    for (int i = 0; i < digits; ++i)
        unit *= 10;
    const std::int64_t minor = divideRounded(evertill_int128(value) * unit, scale, Rounding::HalfUp);
    const bool rounded = evertill_int128(minor) * scale != evertill_int128(value) * unit;
    return Price{negative ? -minor : minor, rounded};
}

} // namespace

Result<std::optional<RecordInvoice>> RecordParser::take(const Record &row)
{
    if (!std::exchange(m_sawHeader, true)) {
        if (row.fields != kHeader)
            return badRow(row, u"not the header of a shop record"_s);
        return std::nullopt;
    }
    auto parsed = parse(row);
    if (!parsed)
        return tl::unexpected(parsed.error());
    if (m_open && parsed->at < m_open->at)
        return badRow(row, u"earlier than the line before"_s);
    if (m_open && m_open->number == parsed->number && m_open->day == parsed->day) {
        m_open->lines.push_back(std::move(parsed->lines.front()));
        return std::nullopt;
    }
    std::optional<RecordInvoice> ended = std::move(m_open);
    m_open = std::move(*parsed);
    return ended;
}

std::optional<RecordInvoice> RecordParser::finish() { return std::exchange(m_open, std::nullopt); }

Result<RecordInvoice> RecordParser::parse(const Record &row) const
{
    const auto bad = [&row](const QString &problem) { return badRow(row, problem); };
    const QByteArrayList &fields = row.fields;
    if (fields.size() != kHeader.size())
        return bad(u"not eight columns"_s);
    bool whole = false;
    const qint64 pieces = fields[3].toLongLong(&whole);
    if (!whole || pieces > 1'000'000'000 || pieces < -1'000'000'000)
        return bad(u"Quantity is not a whole number"_s);
    const auto price = priceOf(fields[5], m_currency.minorDigits());
    if (!price)
        return bad(u"UnitPrice is not a decimal number"_s);
    const QDateTime at =
        QDateTime::fromString(QString::fromLatin1(fields[4]) + u'Z', u"yyyy-MM-dd HH:mm:sst"_s);
    if (!at.isValid())
        return bad(u"InvoiceDate is not a time"_s);
    if (fields[0].isEmpty() || fields[1].isEmpty())
        return bad(u"InvoiceNo or StockCode is empty"_s);
    RecordInvoice invoice{QString::fromUtf8(fields[0]), QString::fromUtf8(fields[6]),
        {at.toMSecsSinceEpoch() * 1000}, at.date(), {}};
    const QString name = QString::fromUtf8(fields[2].isEmpty() ? fields[1] : fields[2]);
    invoice.lines.push_back({row.line, QString::fromUtf8(fields[1]), name, Quantity::pieces(pieces),
        Money::minor(price->minor, m_currency), price->rounded});
    return invoice;
}

} // namespace evertill

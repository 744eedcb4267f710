#include "core/sale/receipt_number.h"

#include <QList>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace evertill {
namespace {

constexpr QStringView kCrockford = u"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
constexpr qsizetype kCheckLength = 4;
constexpr qsizetype kLongestTill = 20;
// A position's halves have 23 and 40 bits.
constexpr std::int64_t kLargestEpoch = (std::int64_t(1) << 22) - 1;
constexpr std::int64_t kLargestNumber = (std::int64_t(1) << 40) - 1;

bool isTill(QStringView text)
{
    return !text.isEmpty() && text.size() <= kLongestTill
        && std::all_of(text.begin(), text.end(),
            [](QChar c) { return (c >= u'A' && c <= u'Z') || (c >= u'0' && c <= u'9'); });
}

/// A positive number without sign, space or leading zero; 0 for anything else.
std::int64_t countFrom(QStringView digits, std::int64_t most)
{
    if (digits.isEmpty() || digits.size() > 13 || digits.front() == u'0')
        return 0;
    std::int64_t value = 0;
    for (const QChar digit : digits) {
        if (digit < u'0' || digit > u'9')
            return 0;
        value = value * 10 + (digit.unicode() - u'0');
    }
    return value <= most ? value : 0;
}

QString readCheck(QStringView text)
{
    QString check = text.toString();
    check.replace(u'I', u'1').replace(u'L', u'1').replace(u'O', u'0');
    const bool valid = check.size() == kCheckLength
        && std::all_of(check.cbegin(), check.cend(), [](QChar c) { return kCrockford.contains(c); });
    return valid ? check : QString();
}

} // namespace

QString ReceiptNumber::text() const
{
    return till + u'-' + QString::number(epoch) + u'-' + QString::number(number);
}

std::optional<ReceiptNumber> ReceiptNumber::parse(QStringView text)
{
    const QString upper = text.trimmed().toString().toUpper();
    const auto parts = QStringView(upper).split(u'-');
    if (parts.size() != 3 || !isTill(parts[0]))
        return std::nullopt;
    const ReceiptNumber parsed{
        parts[0].toString(), countFrom(parts[1], kLargestEpoch), countFrom(parts[2], kLargestNumber)};
    return parsed.epoch > 0 && parsed.number > 0 ? std::optional(parsed) : std::nullopt;
}

QString receiptCheck(const Uuid &id)
{
    const auto &bytes = id.bytes();
    const std::uint32_t end = (std::uint32_t(bytes[13]) << 16) | (std::uint32_t(bytes[14]) << 8) | bytes[15];
    QString check;
    for (int shift = 15; shift >= 0; shift -= 5)
        check += kCrockford[(end >> shift) & 31];
    return check;
}

QString ReceiptBarcode::text() const { return number.text() + u'-' + check; }

std::optional<ReceiptBarcode> ReceiptBarcode::parse(QStringView text)
{
    const QString upper = text.trimmed().toString().toUpper();
    const qsizetype cut = upper.lastIndexOf(u'-');
    if (cut < 0)
        return std::nullopt;
    const auto number = ReceiptNumber::parse(QStringView(upper).left(cut));
    const QString check = readCheck(QStringView(upper).mid(cut + 1));
    if (!number || check.isEmpty())
        return std::nullopt;
    return ReceiptBarcode{*number, check};
}

QString barcodeText(const ReceiptNumber &number, const Uuid &id)
{
    return ReceiptBarcode{number, receiptCheck(id)}.text();
}

} // namespace evertill

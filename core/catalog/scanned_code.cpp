#include "core/catalog/scanned_code.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace evertill {
namespace {

constexpr qsizetype kLongest = 40;

tl::unexpected<Refusal> torn(QStringView code)
{
    return refuse(Code::TornScan, {{u"code"_s, code.left(80).toString()}});
}

bool isAllDigits(QStringView code)
{
    return std::all_of(code.begin(), code.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
}

/// GS1's restricted circulation numbers: 02 and 20 to 29 before eleven digits, 0 and 2 before seven.
bool isInStore(const Gtin &gtin, QStringView digits)
{
    constexpr std::int64_t kThirteenDigits = 1'000'000'000'000;
    if (digits.size() == 8)
        return digits[0] == u'0' || digits[0] == u'2';
    return gtin.number() / kThirteenDigits == 2 || gtin.number() / (kThirteenDigits / 10) == 2;
}

Result<ScannedCode> readDigits(QStringView code, const CodePatterns &patterns)
{
    const auto gtin = Gtin::parse(code);
    if (!gtin)
        return tl::unexpected(gtin.error());
    ScannedCode read{ScannedCode::Product, code.toString(), *gtin, {}};
    if (!isInStore(*gtin, code))
        return read;
    read.kind = ScannedCode::InStore;
    if (code.size() == 8)
        return read;
    const auto number = patterns.read(gtin->gtin14().mid(1));
    if (!number)
        return tl::unexpected(number.error());
    read.inStore = *number;
    return read;
}

} // namespace

Result<ScannedCode> readCode(QStringView scanned, const CodePatterns &patterns)
{
    static const QRegularExpression receipt(
        u"^[A-Z0-9]{1,20}-[1-9][0-9]{0,5}-[1-9][0-9]{0,11}(?:-[0-9A-HJKMNP-TV-Z]{4})?$"_s);
    static const QRegularExpression pickup(u"^(?=[0-9-]*[A-Z])[A-Z0-9][A-Z0-9-]{3,39}$"_s);
    const QStringView trimmed = scanned.trimmed();
    if (trimmed.isEmpty() || trimmed.size() > kLongest)
        return torn(trimmed);
    if (isAllDigits(trimmed))
        return readDigits(trimmed, patterns);
    const QString text = trimmed.toString().toUpper();
    if (receipt.match(text).hasMatch())
        return ScannedCode{ScannedCode::Receipt, text, {}, {}};
    if (pickup.match(text).hasMatch())
        return ScannedCode{ScannedCode::Pickup, text, {}, {}};
    return torn(trimmed);
}

} // namespace evertill

#include "core/catalog/scanned_code.h"

#include "core/catalog/house_code.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace evertill {
namespace {

constexpr qsizetype kLongestOwn = 40;

tl::unexpected<Refusal> torn(QStringView code)
{
    return refuse(Code::TornScan, {{u"code"_s, code.left(80).toString()}});
}

/// GS1's restricted circulation numbers: 02 and 20 to 29 before eleven digits, 0 and 2 before seven.
bool isInStore(const Gtin &gtin, QStringView digits)
{
    constexpr std::int64_t kThirteenDigits = 1'000'000'000'000;
    if (digits.size() == 8)
        return digits[0] == u'0' || digits[0] == u'2';
    return gtin.number() / kThirteenDigits == 2 || gtin.number() / (kThirteenDigits / 10) == 2;
}

Result<ScannedCode> readInStore(ScannedCode read, QStringView digits, const CodePatterns &patterns)
{
    read.kind = ScannedCode::InStore;
    if (digits.size() == 8)
        return read;
    const auto number = patterns.read(read.gtin.gtin14().mid(1));
    if (!number)
        return tl::unexpected(number.error());
    read.inStore = *number;
    return read;
}

/// Eight digits from a scanner that does not say which symbol they stood in may be a UPC-E.
std::optional<Gtin> upcEIn(QStringView digits, const gs1::ScanData &data)
{
    if (!data.symbology.isEmpty() || digits.size() != 8)
        return std::nullopt;
    const auto gtin = gtinFromUpcE(digits);
    return gtin ? std::optional(*gtin) : std::nullopt;
}

Result<ScannedCode> readDigits(QStringView digits, gs1::ScanData data, const CodePatterns &patterns)
{
    const auto gtin = Gtin::parse(digits);
    ScannedCode read;
    read.text = digits.toString();
    read.upcE = upcEIn(digits, data);
    if (!gtin && !read.upcE)
        return tl::unexpected(gtin.error());
    read.gtin = gtin ? *gtin : *read.upcE;
    read.item = gs1::tradeItemOf(data.elements);
    read.data = std::move(data);
    if (!gtin) {
        read.upcE.reset();
        return read;
    }
    return isInStore(*gtin, digits) ? readInStore(std::move(read), digits, patterns) : read;
}

struct KeyKind {
    const char *ai;
    ScannedCode::Kind kind;
};

/// The keys that say what a code is where it names no trade item.
constexpr KeyKind kKeys[] = {
    {"8110", ScannedCode::Coupon},
    {"8112", ScannedCode::Coupon},
    {"255", ScannedCode::Coupon},
    {"8018", ScannedCode::Customer},
    {"8017", ScannedCode::Staff},
    {"8003", ScannedCode::GiftCard},
};

Result<ScannedCode> readElements(QStringView scanned, gs1::ScanData data, const CodePatterns &patterns)
{
    const gs1::TradeItem item = gs1::tradeItemOf(data.elements);
    if (!item.gtin.isEmpty()) {
        auto read = readDigits(item.gtin, std::move(data), patterns);
        if (read)
            read->text = scanned.toString();
        return read;
    }
    ScannedCode read{ScannedCode::OtherGs1, scanned.toString(), {}};
    for (const KeyKind &key : kKeys) {
        if (const std::string *value = gs1::valueOf(data.elements, key.ai)) {
            read.kind = key.kind;
            read.text = QString::fromStdString(*value);
            break;
        }
    }
    read.item = item;
    read.data = std::move(data);
    return read;
}

Result<ScannedCode> readText(QStringView body, gs1::ScanData data)
{
    // The check characters may be typed with I, L and O for 1 and 0.
    static const QRegularExpression receipt(
        u"^[A-Z0-9]{1,20}-[1-9][0-9]{0,6}-[1-9][0-9]{0,12}(?:-[0-9A-TV-Z]{4})?$"_s);
    static const QRegularExpression pickup(u"^(?=[0-9-]*[A-Z])[A-Z0-9][A-Z0-9-]{3,39}$"_s);
    ScannedCode read{ScannedCode::OtherText, body.toString(), {}};
    read.data = std::move(data);
    const QString own = body.size() <= kLongestOwn ? body.toString().toUpper() : QString();
    const auto house = readHouseCode(own);
    if (house && !*house)
        return tl::unexpected(house->error());
    if (house)
        read.kind = **house;
    else if (receipt.match(own).hasMatch())
        read.kind = ScannedCode::Receipt;
    else if (pickup.match(own).hasMatch())
        read.kind = ScannedCode::Pickup;
    else
        return read.data.symbology.isEmpty() ? Result<ScannedCode>(torn(body)) : read;
    read.text = own;
    return read;
}

Result<ScannedCode> readWithin(
    QStringView trimmed, const CodePatterns &patterns, const gs1::ScanReading &reading)
{
    auto data = gs1::readScanData(trimmed.toUtf8().toStdString(), reading);
    if (!data)
        return tl::unexpected(data.error());
    const QString text = QString::fromStdString(data->text);
    switch (data->form) {
    case gs1::ScanData::Digits:
        return readDigits(text, std::move(*data), patterns);
    case gs1::ScanData::ElementString:
    case gs1::ScanData::WebAddress:
        return readElements(trimmed, std::move(*data), patterns);
    case gs1::ScanData::Text:
        return readText(text, std::move(*data));
    }
    return torn(trimmed);
}

} // namespace

Result<ScannedCode> readCode(QStringView scanned, const CodePatterns &patterns, gs1::ScanReading reading)
{
    const QStringView trimmed = scanned.trimmed();
    if (trimmed.isEmpty())
        return torn(trimmed);
    auto read = readWithin(trimmed, patterns, reading);
    if (!read && read.error().code == Code::MalformedCode)
        read.error().facts.insert(u"code"_s, trimmed.left(80).toString());
    return read;
}

} // namespace evertill

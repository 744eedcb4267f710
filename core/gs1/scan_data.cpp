#include "core/gs1/scan_data.h"

#include "core/gs1/ai_table.h"
#include "core/gs1/element_string.h"
#include "core/gs1/lint/checksums.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace evertill::gs1 {
namespace {

/// The digits that a QR code of the largest size holds.
constexpr std::size_t kLongestScan = 7089;
constexpr std::size_t kGtinElement = 16;
constexpr std::string_view kComposite = "|]e0";

enum class Holds { Ean13, Ean13AndAddOn, Ean8, Elements, Anything };

struct Symbology {
    std::string_view id;
    const char *name;
    Holds holds;
};

/// ISO/IEC 15424, for the symbols that a shop meets.
constexpr Symbology kSymbologies[] = {
    {"]A0", "Code 39", Holds::Anything},
    {"]C0", "Code 128", Holds::Anything},
    {"]C1", "GS1-128", Holds::Elements},
    {"]d1", "Data Matrix", Holds::Anything},
    {"]d2", "GS1 DataMatrix", Holds::Elements},
    {"]E0", "EAN-13", Holds::Ean13},
    {"]E3", "EAN-13 with add-on", Holds::Ean13AndAddOn},
    {"]E4", "EAN-8", Holds::Ean8},
    {"]e0", "GS1 DataBar", Holds::Elements},
    {"]I0", "ITF", Holds::Anything},
    {"]I1", "ITF", Holds::Anything},
    {"]J0", "DotCode", Holds::Anything},
    {"]J1", "GS1 DotCode", Holds::Elements},
    {"]L0", "PDF417", Holds::Anything},
    {"]Q0", "QR Code", Holds::Anything},
    {"]Q1", "QR Code", Holds::Anything},
    {"]Q3", "GS1 QR Code", Holds::Elements},
    {"]z0", "Aztec Code", Holds::Anything},
    {"]z1", "GS1 Aztec Code", Holds::Elements},
};

bool isSeparator(char c) { return c == '\x1d' || c == '^'; }

tl::unexpected<Refusal> torn(std::string_view sent)
{
    const std::string_view beginning = sent.substr(0, 80);
    return refuse(
        Code::TornScan, {{u"code"_s, QString::fromUtf8(beginning.data(), qsizetype(beginning.size()))}});
}

Result<ScanData> withElements(ScanData data, const Result<Elements> &read, const ScanReading &reading)
{
    if (!read)
        return tl::unexpected(read.error());
    data.elements = *read;
    if (reading.checksAssociations) {
        if (auto checked = checkAssociations(data.elements); !checked)
            return tl::unexpected(checked.error());
    }
    return data;
}

Result<ScanData> readElements(ScanData data, std::string_view body, const ScanReading &reading)
{
    data.form = ScanData::ElementString;
    return withElements(std::move(data), readElementString(body), reading);
}

Result<ScanData> readAnything(ScanData data, std::string_view body, const ScanReading &reading)
{
    data.text = body;
    if (isWebAddress(body)) {
        data.form = ScanData::WebAddress;
        return withElements(std::move(data), readDigitalLink(body, reading.uri), reading);
    }
    data.form = body.empty() || onlyDigits(body) ? ScanData::Text : ScanData::Digits;
    return data;
}

/// \a length digits with a check digit, and \a beside them: an add-on, or the composite symbol above them.
Result<ScanData> readEan(ScanData data, std::string_view body, std::size_t length, const ScanReading &reading)
{
    data.form = ScanData::Digits;
    data.text = body.substr(0, length);
    if (data.text.size() < length)
        return malformed({0, data.text.size(), "digits are missing"});
    if (const Verdict flaw = onlyDigits(data.text))
        return malformed(*flaw);
    if (const int expected = checkDigitFor(std::string_view(data.text).substr(0, length - 1));
        data.text.back() - '0' != expected)
        return refuse(Code::WrongCheckDigit,
            {{u"code"_s, QString::fromStdString(data.text)}, {u"expected"_s, expected}});
    const std::string_view beside = body.substr(length);
    if (beside.empty())
        return data;
    if (!beside.starts_with(kComposite))
        return malformed({length, beside.size(), "digits are left over"});
    return withElements(std::move(data), readElementString(beside.substr(kComposite.size())), reading);
}

Result<ScanData> readWithAddOn(ScanData data, std::string_view body, const ScanReading &reading)
{
    constexpr std::size_t kEan = 13;
    const std::string_view addOn = body.substr(std::min(kEan, body.size()));
    if ((addOn.size() != 2 && addOn.size() != 5) || onlyDigits(addOn))
        return malformed({std::min(kEan, body.size()), addOn.size(), "an add-on has two or five digits"});
    data.addOn = addOn;
    return readEan(std::move(data), body.substr(0, kEan), kEan, reading);
}

Result<ScanData> readSymbol(const Symbology &symbology, std::string_view body, const ScanReading &reading)
{
    ScanData data;
    data.symbology = QString::fromLatin1(symbology.name);
    switch (symbology.holds) {
    case Holds::Ean13:
        return readEan(std::move(data), body, 13, reading);
    case Holds::Ean13AndAddOn:
        return readWithAddOn(std::move(data), body, reading);
    case Holds::Ean8:
        return readEan(std::move(data), body, 8, reading);
    case Holds::Elements:
        // Some scanners pass the symbol's leading FNC1 on, most keep it.
        return readElements(std::move(data), body.substr(isSeparator(body.front()) ? 1 : 0), reading);
    case Holds::Anything:
        return readAnything(std::move(data), body, reading);
    }
    return torn(body);
}

bool beginsWithGtin(std::string_view sent)
{
    // The same number twice is a scan that came through doubled.
    const bool isDoubled =
        sent.size() % 2 == 0 && sent.substr(0, sent.size() / 2) == sent.substr(sent.size() / 2);
    return sent.size() >= kGtinElement && sent.starts_with("01") && !isDoubled
        && !checkDigit(sent.substr(2, 14));
}

Result<ScanData> readUnmarked(std::string_view sent, const ScanReading &reading)
{
    if (isSeparator(sent.front()))
        return readElements({}, sent.substr(1), reading);
    if (sent.find('\x1d') != std::string_view::npos)
        return readElements({}, sent, reading);
    if (sent.front() == '(') {
        ScanData data;
        data.form = ScanData::ElementString;
        return withElements(std::move(data), readBracketed(sent), reading);
    }
    return beginsWithGtin(sent) ? readElements({}, sent, reading) : readAnything({}, sent, reading);
}

} // namespace

Result<ScanData> readScanData(std::string_view sent, ScanReading reading)
{
    if (sent.empty() || sent.size() > kLongestScan)
        return torn(sent);
    if (sent.front() != ']')
        return readUnmarked(sent, reading);
    const std::string_view id = sent.substr(0, 3);
    const std::string_view body = sent.substr(id.size());
    const auto known = std::find_if(
        std::begin(kSymbologies), std::end(kSymbologies), [&](const Symbology &one) { return one.id == id; });
    // A symbol of free text may be one of none; nothing was torn off it.
    if (body.empty() && (known == std::end(kSymbologies) || known->holds != Holds::Anything))
        return torn(sent);
    // A scanner that has no identifier for the symbol, or does not say which one it means.
    if (id.starts_with("]X"))
        return readUnmarked(body, reading);
    return known == std::end(kSymbologies) ? Result<ScanData>(torn(sent)) : readSymbol(*known, body, reading);
}

} // namespace evertill::gs1

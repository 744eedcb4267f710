#include "core/catalog/house_code.h"

#include "core/gs1/lint/checksums.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace evertill {
namespace {

struct House {
    ScannedCode::Kind kind;
    QLatin1StringView prefix;
};

constexpr House kHouse[] = {
    {ScannedCode::GiftCard, "EVG-"_L1},
    {ScannedCode::Customer, "EVC-"_L1},
    {ScannedCode::Staff, "EVS-"_L1},
};

} // namespace

std::optional<Result<ScannedCode::Kind>> readHouseCode(const QString &text)
{
    static const QRegularExpression form(u"^EV[GCS]-[0-9A-Z]{6,24}[2-9A-HJ-NP-Z]{2}$"_s);
    if (!form.match(text).hasMatch())
        return std::nullopt;
    const QString expected = QString::fromStdString(gs1::checkCharactersFor(text.chopped(2).toStdString()));
    if (!text.endsWith(expected))
        return refuse(Code::WrongCheckDigit, {{u"code"_s, text}, {u"expected"_s, expected}});
    const auto house = std::find_if(
        std::begin(kHouse), std::end(kHouse), [&](const House &one) { return text.startsWith(one.prefix); });
    return house->kind;
}

namespace {

Result<QString> numberOf(ScannedCode::Kind kind, QLatin1StringView prefix, const QString &typed)
{
    const QString text = typed.trimmed().toUpper();
    const QString number = text.startsWith(prefix) ? text : prefix + text;
    const auto read = readHouseCode(number);
    if (read && *read)
        return number;
    const bool isDigits = !text.isEmpty()
        && std::all_of(text.begin(), text.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
    if (const auto made = isDigits ? houseCode(kind, text) : std::nullopt)
        return *made;
    if (read)
        return tl::unexpected(read->error());
    return refuse(Code::UnknownBarcode, {{u"code"_s, text}});
}

} // namespace

Result<QString> giftCardNumber(const QString &typed)
{
    return numberOf(ScannedCode::GiftCard, "EVG-"_L1, typed);
}

Result<QString> customerNumber(const QString &typed)
{
    return numberOf(ScannedCode::Customer, "EVC-"_L1, typed);
}

std::optional<QString> houseCode(ScannedCode::Kind kind, const QString &body)
{
    const auto house = std::find_if(
        std::begin(kHouse), std::end(kHouse), [&](const House &one) { return one.kind == kind; });
    if (house == std::end(kHouse))
        return std::nullopt;
    const QString open = house->prefix + body;
    const QString code = open + QString::fromStdString(gs1::checkCharactersFor(open.toStdString()));
    const auto read = readHouseCode(code);
    return read && *read ? std::optional(code) : std::nullopt;
}

} // namespace evertill

#include "core/gs1/trade_item.h"

#include "core/base/rounding.h"

namespace evertill::gs1 {
namespace {

constexpr std::size_t kLongestPrice = 15;

/// The first three digits of a measure's AI; the fourth says how many decimals there are.
struct MeasureAi {
    std::string_view ai;
    Measure::Unit unit;
    std::int64_t numerator; ///< of so many thousandths in one of what the AI counts in
    std::int64_t denominator;
};

/// The international pound is 0.45359237 kg exactly, the troy ounce 31.1034768 g; yard, foot and inch 0.9144,
/// 0.3048 and 0.0254 m.
constexpr MeasureAi kMeasures[] = {
    {"310", Measure::Kilogram, 1000, 1},
    {"311", Measure::Metre, 1000, 1},
    {"314", Measure::SquareMetre, 1000, 1},
    {"315", Measure::Litre, 1000, 1},
    {"316", Measure::Litre, 1'000'000, 1},
    {"320", Measure::Kilogram, 45'359'237, 100'000},
    {"321", Measure::Metre, 254, 10},
    {"322", Measure::Metre, 3048, 10},
    {"323", Measure::Metre, 9144, 10},
    {"356", Measure::Kilogram, 311'034'768, 10'000'000},
};

QString text(std::span<const Element> elements, std::string_view ai, std::size_t longest = std::string::npos)
{
    const std::string *value = valueOf(elements, ai);
    return value ? QString::fromStdString(value->substr(0, longest)) : QString();
}

std::optional<Measure> measureIn(const Element &element)
{
    for (const MeasureAi &known : kMeasures) {
        if (element.ai.size() != 4 || !element.ai.starts_with(known.ai))
            continue;
        std::int64_t divisor = known.denominator;
        for (int decimals = element.ai[3] - '0'; decimals > 0; --decimals)
            divisor *= 10;
        const std::int64_t thousandths = divideRounded(
            evertill_int128(std::stoll(element.value)) * known.numerator, divisor, Rounding::HalfUp);
        return Measure{known.unit, Quantity::thousandths(thousandths)};
    }
    return std::nullopt;
}

std::optional<DecimalAmount> priceIn(const Element &element)
{
    const bool namesCurrency = element.ai.starts_with("393");
    if (element.ai.size() != 4 || (!namesCurrency && !element.ai.starts_with("392")))
        return std::nullopt;
    const std::string digits = namesCurrency ? element.value.substr(3) : element.value;
    if (digits.empty() || digits.size() > kLongestPrice)
        return std::nullopt;
    return DecimalAmount{std::stoll(digits), element.ai[3] - '0',
        namesCurrency ? QString::fromStdString(element.value.substr(0, 3)) : QString()};
}

} // namespace

TradeItem tradeItemOf(std::span<const Element> elements)
{
    TradeItem item;
    item.gtin = valueOf(elements, "01") ? text(elements, "01") : text(elements, "03");
    item.lot = text(elements, "10");
    item.serial = text(elements, "21");
    item.produced = text(elements, "11");
    item.packed = text(elements, "13");
    item.bestBefore = text(elements, "15");
    item.sellBy = text(elements, "16");
    item.expires = valueOf(elements, "17") ? text(elements, "17") : text(elements, "7003", 6);
    if (const std::string *count = valueOf(elements, "30"))
        item.count = std::stoll(*count);
    for (const Element &element : elements) {
        if (!item.measure)
            item.measure = measureIn(element);
        if (!item.price)
            item.price = priceIn(element);
    }
    return item;
}

QDate fullDate(const QString &yymmdd, QDate today)
{
    if (yymmdd.size() != 6 || !today.isValid())
        return {};
    const int yearOfCentury = yymmdd.left(2).toInt();
    const int ahead = yearOfCentury - today.year() % 100;
    int year = today.year() - today.year() % 100 + yearOfCentury;
    if (ahead > 50)
        year -= 100;
    if (ahead < -49)
        year += 100;
    const int month = yymmdd.mid(2, 2).toInt();
    const int day = yymmdd.mid(4, 2).toInt();
    return day > 0 ? QDate(year, month, day) : QDate(year, month, QDate(year, month, 1).daysInMonth());
}

} // namespace evertill::gs1

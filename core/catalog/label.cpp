#include "core/catalog/label.h"

#include "core/base/rounding.h"
#include "core/gs1/element.h"

using namespace Qt::StringLiterals;

namespace evertill {
namespace {

// Beyond it a scan slipped; the sale refuses such amounts too.
constexpr std::int64_t kLargestPrice = 10'000'000'000'000;

std::optional<Quantity> weightIn(const QString &unit, std::int64_t thousandthsOfKilogram)
{
    if (unit == u"kg")
        return Quantity::thousandths(thousandthsOfKilogram);
    if (unit == u"g")
        return Quantity::thousandths(thousandthsOfKilogram * 1000);
    return std::nullopt;
}

/// A label that carries the price alone still hands over a measured amount: what the price buys, to the
/// nearest thousandth of the unit. Nothing for pieces, and for goods without a price.
std::optional<Quantity> boughtFor(Money labelPrice, const Product &product)
{
    if (product.unit == u"ea" || !product.price.isPositive())
        return std::nullopt;
    const std::int64_t bought =
        divideRounded(evertill_int128(labelPrice.minor()) * 1000, product.price.minor(), Rounding::HalfUp);
    return Quantity::thousandths(std::max<std::int64_t>(bought, 1));
}

std::optional<Quantity> measureIn(const QString &unit, const gs1::Measure &measure)
{
    switch (measure.unit) {
    case gs1::Measure::Kilogram:
        return weightIn(unit, measure.quantity.thousandths());
    case gs1::Measure::Litre:
        return unit == u"l" ? std::optional(measure.quantity) : std::nullopt;
    case gs1::Measure::Metre:
        return unit == u"m" ? std::optional(measure.quantity) : std::nullopt;
    case gs1::Measure::SquareMetre:
        return std::nullopt;
    }
    return std::nullopt;
}

void addInStore(const InStoreNumber &number, FoundProduct &found, Currency currency)
{
    if (number.priceMinor)
        found.labelPrice = Money::minor(*number.priceMinor, currency);
    if (number.weightThousandths)
        found.labelWeight = weightIn(found.product.unit, *number.weightThousandths);
    if (number.count && found.product.unit == u"ea")
        found.labelCount = number.count;
}

Result<> addItem(const gs1::TradeItem &item, FoundProduct &found, Currency currency)
{
    if (item.measure)
        found.labelWeight = measureIn(found.product.unit, *item.measure);
    if (item.count && found.product.unit == u"ea")
        found.labelCount = item.count;
    if (!item.price)
        return {};
    found.labelPrice = priceIn(*item.price, currency);
    if (found.labelPrice)
        return {};
    const QString problem = u"the price printed into the code is not one in %1"_s.arg(currency.code());
    return refuse(Code::MalformedCode,
        {{u"ai"_s, item.price->currency.isEmpty() ? u"392n"_s : u"393n"_s}, {u"at"_s, 0}, {u"length"_s, 0},
            {u"code"_s, found.code.text}, {u"problem"_s, problem}});
}

} // namespace

std::optional<Money> priceIn(const gs1::DecimalAmount &amount, Currency currency)
{
    if (!amount.currency.isEmpty() && amount.currency.toInt() != currency.number())
        return std::nullopt;
    evertill_int128 minor = amount.digits;
    for (int digits = amount.decimals; digits < currency.minorDigits(); ++digits)
        minor *= 10;
    for (int digits = currency.minorDigits(); digits < amount.decimals; ++digits) {
        if (minor % 10 != 0)
            return std::nullopt;
        minor /= 10;
    }
    return minor <= kLargestPrice ? std::optional(Money::minor(std::int64_t(minor), currency)) : std::nullopt;
}

Result<FoundProduct> withLabel(Product product, const ScannedCode &code, Currency currency)
{
    FoundProduct found{std::move(product), code, {}, {}, {}};
    if (code.inStore)
        addInStore(*code.inStore, found, currency);
    if (auto added = addItem(code.item, found, currency); !added)
        return tl::unexpected(added.error());
    if (found.labelPrice && !found.labelWeight)
        found.labelWeight = boughtFor(*found.labelPrice, found.product);
    return found;
}

} // namespace evertill

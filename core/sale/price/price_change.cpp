#include "core/sale/price/price_change.h"

using namespace Qt::StringLiterals;

namespace evertill {
namespace {

// A hundred million euro for one piece: the digits of a barcode are more.
constexpr std::int64_t kHighestTyped = 10'000'000'000;

} // namespace

Result<> checkTypedPrice(Money price)
{
    if (price.isNegative() || price.minor() > kHighestTyped)
        return refuse(Code::BadAmount, {{u"minor"_s, qint64(price.minor())}});
    return {};
}

Result<> checkOpenPrice(Money price)
{
    if (price.isZero())
        return refuse(Code::BadAmount, {{u"minor"_s, qint64(0)}});
    return checkTypedPrice(price);
}

Result<> checkPriceChange(const PriceChange &change)
{
    if (change.reason.trimmed().isEmpty() || change.reason.size() > PriceChange::kLongestReason)
        return refuse(
            Code::BadInput, {{u"problem"_s, u"a changed price needs a reason of up to 200 characters"_s}});
    if (change.was.isNegative())
        return refuse(Code::BadAmount, {{u"minor"_s, qint64(change.was.minor())}});
    return {};
}

void writePriceChange(JsonWriter &writer, const std::optional<PriceChange> &change)
{
    if (!change)
        return;
    writer.key("price_change")
        .beginObject()
        .field("reason", change->reason)
        .field("was", change->was.minor())
        .endObject();
}

std::optional<PriceChange> readPriceChange(JsonFields &fields, Currency currency)
{
    if (!fields.has("price_change"_L1))
        return std::nullopt;
    JsonFields own(fields.object("price_change"_L1), u"price_change"_s);
    PriceChange change{Money::minor(own.integer("was"_L1, 0), currency), own.text("reason"_L1)};
    if (!own.ok())
        fields.fail(own.problem());
    else if (change.reason.isEmpty())
        fields.fail(u"price_change.reason: empty"_s);
    return change;
}

} // namespace evertill

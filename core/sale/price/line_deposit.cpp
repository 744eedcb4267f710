#include "core/sale/price/line_deposit.h"

using namespace Qt::StringLiterals;

namespace evertill {
namespace {

constexpr std::int64_t kLargestDeposit = 1'000'000; // as core/pricing has it
constexpr std::int64_t kLargestRate = 10'000'000;

} // namespace

Result<> checkDeposit(const LineDeposit &deposit, Currency currency)
{
    const std::int64_t rate = deposit.taxRate.partsPerMillion();
    if (auto checked = checkTaxParts(deposit.taxParts); !checked)
        return checked;
    const bool isOne = deposit.amount.currency() == currency && deposit.amount.isPositive()
        && deposit.amount.minor() <= kLargestDeposit && rate >= 0 && rate <= kLargestRate
        && !deposit.sku.isEmpty();
    return isOne ? Result<>() : refuse(Code::BadAmount, {{u"minor"_s, qint64(deposit.amount.minor())}});
}

void writeDeposit(JsonWriter &writer, const std::optional<LineDeposit> &deposit)
{
    if (!deposit)
        return;
    writer.key("deposit")
        .beginObject()
        .field("amount", deposit->amount.minor())
        .field("name", deposit->name)
        .field("sku", deposit->sku)
        .field("tax_code", deposit->taxCode);
    writeLineTaxParts(writer, deposit->taxParts);
    writer.field("tax_rate", deposit->taxRate.partsPerMillion()).endObject();
}

std::optional<LineDeposit> readDeposit(JsonFields &fields, Currency currency)
{
    if (!fields.has("deposit"_L1))
        return std::nullopt;
    JsonFields own(fields.object("deposit"_L1), u"deposit"_s);
    LineDeposit deposit{own.text("sku"_L1), own.text("name"_L1),
        Money::minor(own.integer("amount"_L1), currency), own.text("tax_code"_L1),
        Percentage::partsPerMillion(own.integer("tax_rate"_L1)), readLineTaxParts(own)};
    if (!own.ok())
        fields.fail(own.problem());
    return deposit;
}

} // namespace evertill

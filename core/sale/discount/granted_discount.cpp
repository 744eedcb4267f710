#include "core/sale/discount/granted_discount.h"

using namespace Qt::StringLiterals;

namespace evertill {
namespace {

std::vector<GrantedDiscount::Share> readShares(JsonFields &fields, Currency currency)
{
    std::vector<GrantedDiscount::Share> shares;
    const QJsonArray list = fields.array("shares"_L1);
    for (qsizetype i = 0; i < list.size(); ++i) {
        JsonFields one(list.at(i).toObject(), u"shares[%1]"_s.arg(i));
        shares.push_back(
            {one.smallInteger("line"_L1, 1), Money::minor(one.integer("amount"_L1, 1), currency)});
        if (!one.ok())
            fields.fail(one.problem());
        if (shares.size() > 1 && shares.back().line <= shares[shares.size() - 2].line)
            fields.fail(u"shares[%1].line: not after the one before"_s.arg(i));
    }
    if (shares.empty())
        fields.fail(u"shares: none"_s);
    return shares;
}

} // namespace

Money sharesOf(std::span<const GrantedDiscount> discounts, int line, Currency currency)
{
    Money sum = Money::zero(currency);
    for (const GrantedDiscount &discount : discounts) {
        for (const GrantedDiscount::Share &share : discount.shares) {
            if (share.line == line)
                sum += share.amount;
        }
    }
    return sum;
}

std::vector<GrantedDiscount> discountsOfLine(std::span<const GrantedDiscount> discounts, int line)
{
    std::vector<GrantedDiscount> own;
    for (const GrantedDiscount &discount : discounts) {
        if (isOfOneLine(discount) && discount.shares.front().line == line)
            own.push_back(discount);
    }
    return own;
}

void writeDiscounts(JsonWriter &writer, std::span<const GrantedDiscount> discounts)
{
    if (discounts.empty())
        return;
    writer.key("discounts").beginArray();
    for (const GrantedDiscount &discount : discounts) {
        writer.beginObject().field("amount", discount.amount.minor());
        if (!discount.coupon.isEmpty())
            writer.field("coupon", discount.coupon);
        writer.field("name", discount.name).field("promotion", discount.promotion).key("shares").beginArray();
        for (const GrantedDiscount::Share &share : discount.shares)
            writer.beginObject().field("amount", share.amount.minor()).field("line", share.line).endObject();
        writer.endArray().endObject();
    }
    writer.endArray();
}

std::vector<GrantedDiscount> readDiscounts(JsonFields &fields, Currency currency)
{
    std::vector<GrantedDiscount> discounts;
    if (!fields.has("discounts"_L1))
        return discounts;
    const QJsonArray list = fields.array("discounts"_L1);
    for (qsizetype i = 0; i < list.size(); ++i) {
        JsonFields one(list.at(i).toObject(), u"discounts[%1]"_s.arg(i));
        discounts.push_back({one.text("promotion"_L1), one.text("name"_L1), one.textOr("coupon"_L1),
            Money::minor(one.integer("amount"_L1), currency), readShares(one, currency)});
        if (!one.ok())
            fields.fail(one.problem());
    }
    return discounts;
}

} // namespace evertill

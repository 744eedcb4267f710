#include "core/pricing/json/basket_json.h"
#include "core/pricing/price_basket.h"
#include "tests/fuzz/target.h"

#include <QJsonDocument>

namespace evertill::fuzz {
namespace {

std::int64_t chargedOn(const PricedLine &line)
{
    std::int64_t charged = 0;
    for (const TaxOnLine &tax : line.tax.taxes)
        charged += tax.charged;
    return charged;
}

void lookAtLines(const PricedBasket &priced)
{
    std::int64_t toPay = 0;
    std::int64_t goods = 0;
    std::int64_t charged = 0;
    for (const PricedLine &line : priced.lines) {
        must(line.toPay >= 0, "no line pays less than nothing");
        must(line.discount >= 0 && line.discount <= line.amount, "no line gets more off than it costs");
        must(line.tax.net + chargedOn(line) == line.tax.gross, "a line's net and taxes make its gross");
        must(line.tax.gross - line.afterTax == line.toPay,
            "a line pays its gross less what comes off after tax");
        toPay += line.toPay;
        goods += line.amount;
        charged += chargedOn(line);
    }
    must(toPay == priced.totals.toPay, "the lines make what is to pay");
    must(goods == priced.totals.goods, "the lines make the goods");
    must(charged == priced.totals.tax, "the lines' taxes make the tax");
    for (const TaxSummaryRow &row : priced.taxes)
        charged -= row.charged;
    must(charged == 0, "the summary's taxes are the lines'");
}

void lookAtDiscounts(const PricedBasket &priced)
{
    std::vector<std::int64_t> off(priced.lines.size());
    for (const Discount &discount : priced.discounts) {
        std::int64_t shared = 0;
        for (const DiscountShare &share : discount.shares) {
            must(share.line < off.size() && share.amount >= 0, "a share is of a line, and no debt");
            off[share.line] += share.amount;
            shared += share.amount;
        }
        must(shared == discount.amount, "a discount's shares make it");
        must(!discount.reason.isEmpty() || !discount.promotion.isEmpty(), "a discount has a reason");
    }
    for (std::size_t i = 0; i < off.size(); ++i)
        must(off[i] == priced.lines[i].discount, "a line's discount is what its shares say");
}

void lookAtPaying(const Basket &basket, const PricedBasket &priced)
{
    must(priced.cashStep > 0 && priced.cashToPay % priced.cashStep == 0, "cash comes in the country's coins");
    if (!priced.settlement)
        return;
    std::int64_t given = 0;
    for (const BasketTender &tender : basket.tenders)
        given += tender.amount;
    const PricedSettlement &settled = *priced.settlement;
    must(settled.change >= 0 && settled.due >= 0, "change and what is due are no debts");
    must(priced.totals.toPay + settled.rounding == given - settled.change + settled.due, "paying adds up");
}

void lookAtReturns(const PricedBasket &priced)
{
    std::int64_t back = 0;
    for (const PricedReturn &given : priced.returns) {
        std::int64_t lines = 0;
        for (const DiscountShare &line : given.lines)
            lines += line.amount;
        must(lines == given.amount && given.amount >= 0, "a return gives back what its lines say");
        back += given.amount;
    }
    must(back <= priced.totals.toPay, "no more comes back than was paid");
}

} // namespace

/// A basket as evertillctl price reads it.
bool takes(QByteArrayView input)
{
    const QJsonDocument json = QJsonDocument::fromJson(input.toByteArray());
    const auto basket = readBasket(json.object());
    const auto priced = basket ? priceBasket(*basket) : tl::unexpected(basket.error());
    if (!priced)
        return false;
    lookAtLines(*priced);
    lookAtDiscounts(*priced);
    lookAtPaying(*basket, *priced);
    lookAtReturns(*priced);
    const auto again = priceBasket(*basket);
    must(again && writePriced(*basket, *again) == writePriced(*basket, *priced),
        "the same basket costs the same");
    return true;
}

} // namespace evertill::fuzz

#include "core/pricing/basket_settlement.h"

#include "core/pricing/cash/cash_rounding.h"

using namespace Qt::StringLiterals;

namespace evertill {
namespace {

CashRounding ruleFor(const Basket &basket)
{
    return basket.cashStep ? CashRounding{*basket.cashStep, Rounding::HalfUp, "the shop's own"}
                           : cashRoundingFor(basket.currency, basket.country);
}

} // namespace

std::int64_t inCash(const Basket &basket, std::int64_t amount)
{
    return ruleFor(basket).round(Money::minor(amount, basket.currency)).minor();
}

Result<> settleBasket(const Basket &basket, PricedBasket &priced)
{
    const CashRounding cash = ruleFor(basket);
    const std::int64_t total = priced.totals.toPay;
    priced.cashStep = cash.stepMinor;
    priced.cashSource = QString::fromUtf8(cash.source);
    priced.cashToPay = inCash(basket, total);
    if (basket.tenders.empty())
        return {};
    evertill_int128 given = 0;
    evertill_int128 other = 0;
    for (const BasketTender &tender : basket.tenders)
        (tender.kind == u"cash"_s ? given : other) += tender.amount;
    if (other > total || given > Basket::kLargestTotal)
        return refuse(Code::OverTendered, {{u"due"_s, qint64(total)}});
    const std::int64_t rest = total - std::int64_t(other);
    const std::int64_t due = given > 0 ? inCash(basket, rest) : rest;
    const std::int64_t over = std::int64_t(given) - due;
    priced.settlement =
        PricedSettlement{due - rest, std::max<std::int64_t>(0, over), std::max<std::int64_t>(0, -over)};
    return {};
}

} // namespace evertill

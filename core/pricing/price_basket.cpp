#include "core/pricing/price_basket.h"

#include "core/pricing/basket_settlement.h"
#include "core/pricing/bill_discount.h"
#include "core/pricing/check_basket.h"
#include "core/pricing/deal_lines.h"
#include "core/pricing/line_taxes.h"
#include "core/pricing/price_returns.h"
#include "core/pricing/promotion/scanned_gifts.h"
#include "core/pricing/reason.h"
#include "core/pricing/unit_prices.h"
#include "core/tax/local_tax_provider.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace evertill {
namespace {

/// A basket on its way through prices, discounts and taxes.
class Pricing final {
public:
    explicit Pricing(const Basket &basket) : m_basket(basket) { }

    [[nodiscard]] Result<PricedBasket> price(const TaxProvider &taxes);

private:
    void addLines(const std::vector<FoundPrice> &prices);
    void addDeposits();
    [[nodiscard]] Result<> giveByHand();
    void givePromotions();
    void addDiscount(Discount discount);
    void keepForTheBill(Discount discount, const Benefit &benefit);
    void takeOffBill(const TaxQuestion &question, TaxAnswer &answer, const std::vector<std::size_t> &order);
    [[nodiscard]] TaxQuestion question() const;
    void fitAfterTax();
    [[nodiscard]] Result<> tax(const TaxProvider &taxes);
    void sumUp();

    const Basket &m_basket;
    std::vector<DealLine> m_deals;
    std::vector<Fraction> m_exact; // price × quantity of each priced line
    std::vector<std::vector<TaxRate>> m_rates; // of each priced line
    std::vector<std::int64_t> m_lowering; // discounts that lower the tax, of each priced line
    struct OffBill {
        std::size_t discount; // in m_priced
        Percentage rate;
        std::vector<std::size_t> lines;
    };
    std::vector<OffBill> m_offBill;
    PricedBasket m_priced;
};

void Pricing::addLines(const std::vector<FoundPrice> &prices)
{
    for (std::size_t i = 0; i < prices.size(); ++i) {
        const BasketLine &goods = m_basket.lines[i];
        PricedLine line;
        line.price = prices[i].price;
        line.source = prices[i].source;
        line.isTaxIncluded = prices[i].mode == PriceMode::Inclusive;
        line.isMarkedDown = prices[i].isMarkedDown;
        line.amount = prices[i].amount;
        m_priced.lines.push_back(std::move(line));
        m_exact.push_back(prices[i].exact);
        m_rates.push_back(taxesFor(m_basket, goods.taxCategory, goods.taxes, prices[i].mode));
    }
}

void Pricing::addDeposits()
{
    for (std::size_t i = 0; i < m_basket.lines.size(); ++i) {
        const auto &deposit = m_basket.lines[i].deposit;
        if (!deposit)
            continue;
        PricedLine line;
        line.depositOf = i;
        line.price = UnitPrice::minor(deposit->amount);
        line.source.kind = PriceSource::Deposit;
        line.isTaxIncluded = m_priced.lines[i].isTaxIncluded;
        const Quantity quantity = m_basket.lines[i].quantity;
        m_exact.push_back(Fraction::of(deposit->amount) * Fraction::of(quantity.thousandths(), 1000));
        line.amount = m_exact.back().rounded(Rounding::HalfUp);
        m_rates.push_back(taxesFor(m_basket, deposit->taxCategory, std::nullopt,
            line.isTaxIncluded ? PriceMode::Inclusive : PriceMode::Exclusive));
        m_priced.lines.push_back(std::move(line));
    }
    m_lowering.resize(m_priced.lines.size());
}

void Pricing::addDiscount(Discount discount)
{
    for (const DiscountShare &share : discount.shares) {
        PricedLine &line = m_priced.lines[share.line];
        line.discount += share.amount;
        (discount.lowersTax ? m_lowering[share.line] : line.afterTax) += share.amount;
    }
    m_priced.discounts.push_back(std::move(discount));
}

Result<> Pricing::giveByHand()
{
    for (std::size_t i = 0; i < m_basket.lines.size(); ++i) {
        const auto &given = m_basket.lines[i].discount;
        if (!given)
            continue;
        const std::int64_t amount = m_priced.lines[i].amount;
        const std::int64_t off = given->rate
            ? divideRounded(
                evertill_int128(amount) * given->rate->partsPerMillion(), 1'000'000, Rounding::HalfUp)
            : given->amount;
        if (off > amount)
            return refuse(Code::BadAmount, {{u"minor"_s, qint64(off)}});
        if (off > 0)
            addDiscount({{}, {}, given->reason, given->approvedBy, {}, off, 0, true, {{i, off}}});
    }
    return {};
}

void Pricing::givePromotions()
{
    if (m_basket.promotions.empty() && m_basket.coupons.isEmpty())
        return;
    m_deals = dealLines(m_basket, m_priced, m_rates);
    const Deals deals = m_basket.giftRule == GiftRule::Scanned ? findDealsWithGifts(m_basket, m_deals)
                                                               : findBestDeals(m_basket, m_deals);
    for (const GivenDeal &deal : deals.given) {
        const Promotion &rule = *deal.rule;
        Discount discount{rule.id, rule.name, reasonOf(rule, m_basket.currency), {}, deal.coupon,
            deal.outcome.total, deal.outcome.times, rule.lowersTax, {}};
        for (std::size_t i = 0; i < m_deals.size(); ++i) {
            if (deal.outcome.shares[i] != 0)
                discount.shares.push_back({m_deals[i].at, deal.outcome.shares[i]});
        }
        std::sort(discount.shares.begin(), discount.shares.end(),
            [](const DiscountShare &a, const DiscountShare &b) { return a.line < b.line; });
        if (rule.isOffBill())
            keepForTheBill(std::move(discount), rule.benefits.front());
        else if (discount.amount > 0)
            addDiscount(std::move(discount));
        m_priced.freeGoods.insert(
            m_priced.freeGoods.end(), deal.outcome.gifts.begin(), deal.outcome.gifts.end());
    }
    m_priced.refusedCoupons = deals.refusedCoupons;
    m_priced.search = deals.search;
}

/// What goes off the bill is known once that is reckoned.
void Pricing::keepForTheBill(Discount discount, const Benefit &benefit)
{
    OffBill off{m_priced.discounts.size(), benefit.rate, {}};
    for (const DealLine &deal : m_deals) {
        if (deal.least == 0 && benefit.goods.accepts(*deal.goods, deal.unitPrice, deal.isMarkedDown))
            off.lines.push_back(deal.at);
    }
    m_offBill.push_back(std::move(off));
    m_priced.discounts.push_back(std::move(discount));
}

void Pricing::takeOffBill(
    const TaxQuestion &question, TaxAnswer &answer, const std::vector<std::size_t> &order)
{
    if (m_offBill.empty())
        return;
    BillDiscount bill(question, answer, order);
    for (const OffBill &off : m_offBill) {
        Discount &discount = m_priced.discounts[off.discount];
        discount.amount = 0;
        discount.shares = bill.take(off.rate, off.lines);
        std::sort(discount.shares.begin(), discount.shares.end(),
            [](const DiscountShare &a, const DiscountShare &b) { return a.line < b.line; });
        for (const DiscountShare &share : discount.shares) {
            discount.amount += share.amount;
            m_priced.lines[share.line].discount += share.amount;
        }
    }
}

TaxQuestion Pricing::question() const
{
    TaxQuestion question{m_basket.currency, m_basket.taxes.scope, m_basket.taxes.how, m_basket.store,
        m_basket.shipTo, m_basket.day, {}};
    for (std::size_t i = 0; i < m_priced.lines.size(); ++i) {
        const std::size_t goods = m_priced.lines[i].depositOf.value_or(i);
        question.lines.push_back({m_exact[i] - Fraction::of(m_lowering[i]),
            m_priced.lines[i].amount - m_lowering[i], m_basket.lines[goods].quantity, m_rates[i]});
    }
    return question;
}

/// A maker's coupon pays for goods, not more than they cost: an exempt buyer's price is lower than its coupon
/// may have thought.
void Pricing::fitAfterTax()
{
    for (std::size_t i = 0; i < m_priced.lines.size(); ++i) {
        PricedLine &line = m_priced.lines[i];
        std::int64_t over = line.afterTax - std::max<std::int64_t>(0, line.tax.gross);
        for (Discount &discount : m_priced.discounts) {
            for (DiscountShare &share : discount.shares) {
                if (over <= 0 || discount.lowersTax || share.line != i)
                    continue;
                const std::int64_t cut = std::min(over, share.amount);
                share.amount -= cut;
                discount.amount -= cut;
                line.discount -= cut;
                line.afterTax -= cut;
                over -= cut;
            }
        }
    }
}

Result<> Pricing::tax(const TaxProvider &taxes)
{
    const LocalTaxProvider local;
    const TaxQuestion asked = question();
    if (m_deals.empty())
        m_deals = dealLines(m_basket, m_priced, m_rates);
    const std::vector<std::size_t> places = placesOf(m_deals, m_priced);
    auto answer = answerInOrder(FallbackTaxProvider(taxes, local), asked, places);
    if (!answer)
        return tl::unexpected(answer.error());
    takeOffBill(asked, *answer, places);
    for (std::size_t i = 0; i < m_priced.lines.size(); ++i)
        m_priced.lines[i].tax = answer->lines[i];
    m_priced.taxes = answer->summary;
    m_priced.taxSource = answer->source;
    fitAfterTax();
    for (PricedLine &line : m_priced.lines)
        line.toPay = line.tax.gross - line.afterTax;
    return {};
}

void Pricing::sumUp()
{
    PricedTotals &totals = m_priced.totals;
    for (const PricedLine &line : m_priced.lines) {
        totals.goods += line.amount;
        totals.discount += line.discount;
        totals.net += line.tax.net;
        totals.tax += line.tax.gross - line.tax.net;
        totals.toPay += line.toPay;
    }
}

Result<PricedBasket> Pricing::price(const TaxProvider &taxes)
{
    if (auto checked = checkBasket(m_basket); !checked)
        return tl::unexpected(checked.error());
    const auto prices = findPrices(m_basket);
    if (!prices)
        return tl::unexpected(prices.error());
    addLines(*prices);
    addDeposits();
    if (!std::all_of(m_rates.begin(), m_rates.end(), areReckonable))
        return badInput(u"taxes on one line that no shop has"_s);
    if (auto given = giveByHand(); !given)
        return tl::unexpected(given.error());
    givePromotions();
    if (auto taxed = tax(taxes); !taxed)
        return tl::unexpected(taxed.error());
    sumUp();
    if (auto settled = settleBasket(m_basket, m_priced); !settled)
        return tl::unexpected(settled.error());
    if (!m_basket.returns.empty()) {
        auto returns = priceReturns(m_basket, m_priced, taxes);
        if (!returns)
            return tl::unexpected(returns.error());
        m_priced.returns = std::move(*returns);
    }
    return std::move(m_priced);
}

} // namespace

Result<PricedBasket> priceBasket(const Basket &basket) { return priceBasket(basket, LocalTaxProvider()); }

Result<PricedBasket> priceBasket(const Basket &basket, const TaxProvider &taxes)
{
    return Pricing(basket).price(taxes);
}

} // namespace evertill

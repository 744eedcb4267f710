#include "core/pricing/price_returns.h"

#include "core/pricing/basket_settlement.h"
#include "core/pricing/price_basket.h"
#include "core/pricing/promotion/spread.h"

#include <numeric>

using namespace Qt::StringLiterals;

namespace evertill {
namespace {

/// The returns of one basket, while they come in.
class Returns final {
public:
    Returns(const Basket &basket, const PricedBasket &priced, const TaxProvider &taxes)
        : m_basket(basket), m_priced(priced), m_taxes(taxes), m_back(basket.lines.size()),
          m_given(priced.lines.size())
    {
        for (std::size_t i = 0; i < priced.lines.size(); ++i) {
            if (priced.lines[i].depositOf)
                m_deposits.emplace_back(*priced.lines[i].depositOf, i);
        }
    }

    [[nodiscard]] Result<PricedReturn> take(const std::vector<ReturnedLine> &lines);

private:
    [[nodiscard]] std::int64_t giveBack(std::size_t line, std::size_t of);
    [[nodiscard]] Result<std::int64_t> keptCosts() const;

    const Basket &m_basket;
    const PricedBasket &m_priced;
    const TaxProvider &m_taxes;
    std::vector<Quantity> m_back; // of each line of the basket, so far
    std::vector<std::int64_t> m_given; // by each priced line, so far, as paid
    std::vector<std::pair<std::size_t, std::size_t>> m_deposits; // of which line, which priced line
    std::int64_t m_givenRepriced = 0;
};

/// The share of priced line \a line that is due now that its goods \a of came back; what was given is known.
std::int64_t Returns::giveBack(std::size_t line, std::size_t of)
{
    const evertill_int128 paid = m_priced.lines[line].toPay;
    const auto due =
        std::int64_t(paid * m_back[of].thousandths() / m_basket.lines[of].quantity.thousandths());
    return due - std::exchange(m_given[line], due);
}

Result<std::int64_t> Returns::keptCosts() const
{
    Basket kept = m_basket;
    kept.returns.clear();
    kept.tenders.clear();
    kept.lines.clear();
    for (std::size_t i = 0; i < m_basket.lines.size(); ++i) {
        BasketLine line = m_basket.lines[i];
        const std::int64_t all = line.quantity.thousandths();
        line.quantity -= m_back[i];
        if (line.quantity.isZero())
            continue;
        const auto share = [&](std::int64_t amount) {
            return divideRounded(
                evertill_int128(amount) * line.quantity.thousandths(), all, Rounding::HalfUp);
        };
        if (line.labelAmount)
            line.labelAmount = share(*line.labelAmount);
        if (line.discount && !line.discount->rate) {
            line.discount->amount = share(line.discount->amount);
            if (line.discount->amount == 0)
                line.discount.reset();
        }
        kept.lines.push_back(std::move(line));
    }
    const auto priced = priceBasket(kept, m_taxes);
    if (!priced)
        return tl::unexpected(priced.error());
    return priced->totals.toPay;
}

Result<PricedReturn> Returns::take(const std::vector<ReturnedLine> &lines)
{
    PricedReturn taken;
    for (const ReturnedLine &line : lines) {
        if (line.line >= m_back.size() || line.quantity.thousandths() <= 0)
            return refuse(Code::BadQuantity, {{u"quantity"_s, qint64(line.quantity.thousandths())}});
        const Quantity left = m_basket.lines[line.line].quantity - m_back[line.line];
        if (line.quantity > left)
            return refuse(Code::MoreThanLeft,
                {{u"line"_s, qint64(line.line)}, {u"left"_s, qint64(left.thousandths())}});
        m_back[line.line] += line.quantity;
        taken.lines.push_back({line.line, giveBack(line.line, line.line)});
        for (const auto &[goods, deposit] : m_deposits) {
            if (goods == line.line)
                taken.lines.push_back({deposit, giveBack(deposit, goods)});
        }
    }
    std::vector<std::int64_t> shares;
    for (const DiscountShare &share : taken.lines)
        shares.push_back(share.amount);
    taken.amount = std::accumulate(shares.begin(), shares.end(), std::int64_t(0));
    if (m_basket.returnRule == ReturnRule::AsPaid)
        return taken;
    const auto kept = keptCosts();
    if (!kept)
        return tl::unexpected(kept.error());
    taken.amount = std::max<std::int64_t>(0, m_priced.totals.toPay - m_givenRepriced - *kept);
    m_givenRepriced += taken.amount;
    const std::vector<std::int64_t> room(shares.size(), Basket::kLargestTotal);
    const bool isFree =
        std::all_of(shares.begin(), shares.end(), [](std::int64_t share) { return share == 0; });
    const auto spreadShares =
        spread(taken.amount, isFree ? std::vector<std::int64_t>(shares.size(), 1) : shares, room);
    for (std::size_t i = 0; i < shares.size(); ++i)
        taken.lines[i].amount = spreadShares[i];
    return taken;
}

} // namespace

Result<std::vector<PricedReturn>> priceReturns(
    const Basket &basket, const PricedBasket &priced, const TaxProvider &taxes)
{
    std::vector<PricedReturn> all;
    Returns returns(basket, priced, taxes);
    for (const auto &lines : basket.returns) {
        auto taken = returns.take(lines);
        if (!taken)
            return tl::unexpected(taken.error());
        taken->inCash = inCash(basket, taken->amount);
        all.push_back(std::move(*taken));
    }
    return all;
}

} // namespace evertill

#include "core/tax/tax_chain.h"

namespace evertill {
namespace {

constexpr std::int64_t kMillion = 1'000'000;

/// The taxes of one chain while they are reckoned. A tax that is known moves the bases of the others: one
/// that the price holds is taken out of theirs, one that raises later bases is put into those.
class Chain final {
public:
    Chain(Fraction amount, Fraction units, std::span<const TaxRate> rates, std::optional<Rounding> roundEach)
        : m_amount(amount), m_units(units), m_roundEach(roundEach), m_rates(rates), m_links(rates.size())
    {
        findBatches();
    }

    [[nodiscard]] TaxChain reckon();

private:
    struct Link {
        std::size_t first = 0; // its batch: [first, last]
        std::size_t last = 0;
        bool isKnown = false;
        Fraction tax;
        Fraction movedForTax; // what other taxes do to the base that it is reckoned on
        Fraction movedForBase; // and to the base that is shown
    };

    void findBatches();
    [[nodiscard]] bool isIncluded(std::size_t at) const { return isInPrice(m_rates[at]); }
    [[nodiscard]] Fraction batchRate(const Link &link) const;
    [[nodiscard]] Fraction taxOf(std::size_t at) const;
    void learn(std::size_t at);
    void moveBases(std::size_t at);
    void moveBase(std::size_t of, Fraction by);
    [[nodiscard]] Fraction baseOf(std::size_t at) const;

    Fraction m_amount;
    Fraction m_units;
    std::optional<Rounding> m_roundEach;
    std::span<const TaxRate> m_rates;
    std::vector<Link> m_links;
};

void Chain::findBatches()
{
    // From the last to the first: a tax joins the batch behind it where the two can't raise one another.
    bool isBehindRaised = true;
    std::size_t last = 0;
    for (std::size_t i = m_rates.size(); i-- > 0;) {
        const bool hasBehind = i + 1 < m_rates.size();
        const auto &rate = m_rates[i];
        const bool joins = hasBehind && rate.kind == m_rates[i + 1].kind && isIncluded(i) == isIncluded(i + 1)
            && rate.raisesLater == m_rates[i + 1].raisesLater && (!rate.raisesLater || !isBehindRaised);
        if (!joins)
            last = i;
        m_links[i].last = last;
        isBehindRaised = rate.isRaisedByEarlier;
    }
    for (std::size_t i = 0; i < m_links.size(); ++i)
        m_links[i].first = i > 0 && m_links[i - 1].last == m_links[i].last ? m_links[i - 1].first : i;
}

Fraction Chain::batchRate(const Link &link) const
{
    std::int64_t ppm = 0;
    for (std::size_t i = link.first; i <= link.last; ++i)
        ppm += m_rates[i].rate.partsPerMillion();
    return Fraction::of(ppm, kMillion);
}

Fraction Chain::taxOf(std::size_t at) const
{
    const TaxRate &rate = m_rates[at];
    if (rate.kind == TaxKind::FixedPerUnit)
        return rate.amount * m_units;
    const Fraction base = m_amount + m_links[at].movedForTax;
    const Fraction share = base * Fraction::of(rate.rate.partsPerMillion(), kMillion);
    const Fraction whole = Fraction::of(1);
    const Fraction all = batchRate(m_links[at]);
    if (rate.kind == TaxKind::Percent && isIncluded(at))
        return (whole + all).isZero() ? Fraction() : share / (whole + all);
    if (rate.kind == TaxKind::ShareOfGross && !isIncluded(at))
        return (whole - all).isZero() ? share : share / (whole - all);
    return share;
}

void Chain::learn(std::size_t at)
{
    Link &link = m_links[at];
    link.isKnown = true;
    link.tax = taxOf(at);
    if (m_roundEach)
        link.tax = Fraction::of(link.tax.rounded(*m_roundEach));
    moveBases(at);
}

void Chain::moveBase(std::size_t of, Fraction by)
{
    if (!m_links[of].isKnown)
        m_links[of].movedForTax += by;
    m_links[of].movedForBase += by;
}

void Chain::moveBases(std::size_t at)
{
    const Link &link = m_links[at];
    if (m_rates[at].treatment == TaxTreatment::ReverseCharge)
        return; // charged and taken back in one: nobody's base
    if (!isIncluded(at)) {
        for (std::size_t i = link.last + 1; m_rates[at].raisesLater && i < m_rates.size(); ++i) {
            if (m_rates[i].isRaisedByEarlier)
                moveBase(i, link.tax);
        }
        return;
    }
    for (std::size_t i = link.last + 1; i < m_rates.size(); ++i) {
        if (!m_rates[at].raisesLater || !m_rates[i].isRaisedByEarlier)
            moveBase(i, -link.tax);
    }
    for (std::size_t i = 0; i < link.first; ++i)
        moveBase(i, -link.tax);
}

Fraction Chain::baseOf(std::size_t at) const
{
    const Link &link = m_links[at];
    Fraction base = m_amount + link.movedForBase;
    for (std::size_t i = link.first; isIncluded(at) && i <= link.last; ++i)
        base -= m_links[i].tax;
    return base;
}

TaxChain Chain::reckon()
{
    // Fixed ones first, for they may stand in the base of an included one; then the included from outside in;
    // then those that are added, from inside out.
    for (std::size_t i = m_rates.size(); i-- > 0;) {
        if (m_rates[i].kind == TaxKind::FixedPerUnit)
            learn(i);
    }
    for (std::size_t i = m_rates.size(); i-- > 0;) {
        if (!m_links[i].isKnown && isIncluded(i))
            learn(i);
    }
    for (std::size_t i = 0; i < m_rates.size(); ++i) {
        if (!m_links[i].isKnown)
            learn(i);
    }
    TaxChain chain;
    chain.net = m_amount;
    chain.taxes.reserve(m_rates.size());
    for (std::size_t i = 0; i < m_rates.size(); ++i) {
        const Fraction tax = m_links[i].tax;
        if (isIncluded(i))
            chain.net -= tax;
        chain.taxes.push_back({baseOf(i), tax});
    }
    return chain;
}

} // namespace

TaxChain reckonTaxes(
    Fraction amount, Fraction units, std::span<const TaxRate> rates, std::optional<Rounding> roundEach)
{
    if (roundEach)
        amount = Fraction::of(amount.rounded(*roundEach));
    return Chain(amount, units, rates, roundEach).reckon();
}

} // namespace evertill

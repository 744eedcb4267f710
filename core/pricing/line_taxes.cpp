#include "core/pricing/line_taxes.h"

#include "core/tax/local_tax_provider.h"
#include "core/tax/tax_chain.h"

#include <algorithm>
#include <cstdlib>

namespace evertill {
namespace {

bool isIn(const QStringList &regions, const QString &region)
{
    return regions.isEmpty() || std::any_of(regions.begin(), regions.end(), [&](const QString &wide) {
        return region == wide
            || (region.startsWith(wide) && region.size() > wide.size() && region[wide.size()] == u'-');
    });
}

bool isExempt(const Basket &basket, const QString &id)
{
    return std::any_of(
        basket.taxes.exemptions.begin(), basket.taxes.exemptions.end(), [&](const Exemption &exemption) {
            return (exemption.taxes.isEmpty() || exemption.taxes.contains(id))
                && (!exemption.until || (basket.moment && *basket.moment < *exemption.until));
        });
}

} // namespace

std::vector<TaxRate> taxesFor(
    const Basket &basket, const QString &category, const std::optional<QStringList> &ids, PriceMode mode)
{
    std::vector<TaxRate> rates;
    const Occasion occasion = basket.occasion();
    const QString region = basket.shipTo.isEmpty() ? basket.region : basket.shipTo;
    const auto add = [&](const TaxRule &rule) {
        if (!isFor(rule.audience, occasion) || !isIn(rule.regions, region))
            return;
        TaxRate rate = rule.rate;
        rate.isIncluded = rule.isIncluded.value_or(mode == PriceMode::Inclusive);
        if (rate.treatment == TaxTreatment::Standard && isExempt(basket, rate.id))
            rate.treatment = TaxTreatment::Exempt;
        rates.push_back(std::move(rate));
    };
    if (!ids) {
        for (const TaxRule &rule : basket.taxes.rules) {
            if (!category.isEmpty() && rule.categories.contains(category))
                add(rule);
        }
        return rates;
    }
    for (const QString &id : *ids) {
        const auto rule = std::find_if(basket.taxes.rules.begin(), basket.taxes.rules.end(),
            [&](const TaxRule &one) { return one.rate.id == id; });
        if (rule != basket.taxes.rules.end())
            add(*rule);
    }
    return rates;
}

bool areReckonable(const std::vector<TaxRate> &rates)
{
    constexpr std::int64_t kWhole = 1'000'000;
    constexpr std::int64_t kLeast = 100'000; // what taxes that come off leave of a price
    std::int64_t off = 0;
    std::int64_t shares = 0;
    evertill_int128 raised = kWhole;
    for (const TaxRate &rate : rates) {
        const std::int64_t ppm = rate.rate.partsPerMillion();
        shares += rate.kind == TaxKind::ShareOfGross ? std::abs(ppm) : 0;
        off += std::min<std::int64_t>(0, ppm);
        raised = std::min<evertill_int128>(raised * (kWhole + std::abs(ppm)) / kWhole, 1001 * kWhole);
    }
    return rates.size() <= kMostRates && shares <= kWhole - kLeast && off >= kLeast - kWhole
        && raised <= 1000 * kWhole;
}

Result<TaxAnswer> answerInOrder(
    const TaxProvider &taxes, const TaxQuestion &question, const std::vector<std::size_t> &order)
{
    TaxQuestion ordered = question;
    for (std::size_t i = 0; i < order.size(); ++i)
        ordered.lines[i] = question.lines[order[i]];
    auto answer = taxes.answer(ordered);
    if (!answer)
        return answer;
    const std::vector<TaxAnswerLine> lines = std::move(answer->lines);
    answer->lines.resize(lines.size());
    for (std::size_t i = 0; i < order.size(); ++i)
        answer->lines[order[i]] = lines[i];
    if (answer->source == u"local")
        answer->summary = summaryOf(question, answer->lines);
    return answer;
}

UnitPrice adaptPrice(UnitPrice price, const std::vector<TaxRate> &from, const std::vector<TaxRate> &to)
{
    if (from == to || !std::all_of(from.begin(), from.end(), isInPrice))
        return price;
    const Fraction one = Fraction::of(1);
    const Fraction net = reckonTaxes(price.exact(), one, from, std::nullopt).net;
    std::vector<TaxRate> added = to;
    for (TaxRate &rate : added)
        rate.isIncluded = false;
    const TaxChain chain = reckonTaxes(net, one, added, std::nullopt);
    Fraction adapted = net;
    for (std::size_t i = 0; i < to.size(); ++i) {
        if (isInPrice(to[i]))
            adapted += chain.taxes[i].tax;
    }
    return {(adapted * Fraction::of(1'000'000)).rounded(Rounding::HalfUp)};
}

} // namespace evertill

#include "core/tax/local_tax_provider.h"

#include "core/tax/tax_chain.h"

#include <algorithm>
#include <numeric>
#include <optional>

using namespace Qt::StringLiterals;

namespace evertill {
namespace {

/// A line whose taxes are whole minor units, before anybody asked who pays them.
struct Rounded {
    std::vector<std::int64_t> taxes;
    std::vector<std::int64_t> bases;
};

Rounded wholeTaxes(const TaxChain &chain)
{
    Rounded whole;
    for (const ChainTax &tax : chain.taxes) {
        whole.taxes.push_back(tax.tax.rounded(Rounding::Down));
        whole.bases.push_back(tax.base.rounded(Rounding::Down));
    }
    return whole;
}

Rounded onLine(const TaxQuestionLine &line, Rounding how)
{
    const Fraction units = Fraction::of(line.quantity.thousandths(), 1000);
    return wholeTaxes(reckonTaxes(Fraction::of(line.paid), units, line.rates, how));
}

/// Pieces of one line cost the same or a cent more: two sorts to reckon, however many there are.
Rounded onPieces(const TaxQuestionLine &line, Rounding how)
{
    const std::int64_t pieces = line.quantity.thousandths() / 1000;
    if (!line.quantity.isWhole() || pieces < 1)
        return onLine(line, how);
    const std::int64_t cheaper = Fraction::of(line.paid, pieces).floor();
    const std::int64_t dearer = line.paid - cheaper * pieces;
    const Fraction one = Fraction::of(1);
    const Rounded low = wholeTaxes(reckonTaxes(Fraction::of(cheaper), one, line.rates, how));
    const Rounded high = wholeTaxes(reckonTaxes(Fraction::of(cheaper + 1), one, line.rates, how));
    Rounded all;
    for (std::size_t i = 0; i < line.rates.size(); ++i) {
        all.taxes.push_back(low.taxes[i] * (pieces - dearer) + high.taxes[i] * dearer);
        all.bases.push_back(low.bases[i] * (pieces - dearer) + high.bases[i] * dearer);
    }
    return all;
}

/// Where one rate of the document stands: on which line, as its how-manieth tax.
struct Place {
    std::size_t line;
    std::size_t tax;
};

struct RateOfDocument {
    const TaxRate *rate;
    std::vector<Place> places;
};

std::vector<RateOfDocument> ratesOf(const TaxQuestion &question)
{
    std::vector<RateOfDocument> rates;
    for (std::size_t line = 0; line < question.lines.size(); ++line) {
        const auto &own = question.lines[line].rates;
        for (std::size_t tax = 0; tax < own.size(); ++tax) {
            auto known = std::find_if(
                rates.begin(), rates.end(), [&](const RateOfDocument &r) { return *r.rate == own[tax]; });
            if (known == rates.end())
                known = rates.insert(known, {&own[tax], {}});
            known->places.push_back({line, tax});
        }
    }
    return rates;
}

/// The shares of a sum that is rounded once: floors first, then a cent each to the largest remainders, of
/// equal ones to the largest share, so that the order of scanning does not matter.
std::vector<std::int64_t> shareOut(const std::vector<Fraction> &exact, Rounding how)
{
    Fraction sum;
    std::int64_t over = 0;
    std::vector<std::int64_t> shares;
    std::vector<Fraction> remainders;
    for (const Fraction &one : exact) {
        sum += one;
        shares.push_back(one.floor());
        over -= one.floor();
        remainders.push_back(one - Fraction::of(one.floor()));
    }
    over += sum.rounded(how);
    std::vector<std::size_t> order(exact.size());
    std::iota(order.begin(), order.end(), std::size_t(0));
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        return remainders[a] == remainders[b] ? exact[b] < exact[a] : remainders[b] < remainders[a];
    });
    for (std::size_t i = 0; over > 0; i = (i + 1) % order.size(), --over)
        ++shares[order[i]];
    return shares;
}

std::vector<Rounded> onDocument(const TaxQuestion &question, const std::vector<TaxChain> &chains)
{
    std::vector<Rounded> rounded(question.lines.size());
    for (std::size_t i = 0; i < rounded.size(); ++i) {
        rounded[i].taxes.resize(question.lines[i].rates.size());
        rounded[i].bases.resize(question.lines[i].rates.size());
    }
    for (const RateOfDocument &rate : ratesOf(question)) {
        std::vector<Fraction> taxes;
        std::vector<Fraction> raised; // by the taxes before it, above the net
        for (const Place &place : rate.places) {
            const ChainTax &tax = chains[place.line].taxes[place.tax];
            taxes.push_back(tax.tax);
            raised.push_back(tax.base - chains[place.line].net);
        }
        const auto taxShares = shareOut(taxes, question.how);
        const auto raisedShares = shareOut(raised, question.how);
        for (std::size_t i = 0; i < rate.places.size(); ++i) {
            rounded[rate.places[i].line].taxes[rate.places[i].tax] = taxShares[i];
            rounded[rate.places[i].line].bases[rate.places[i].tax] = raisedShares[i];
        }
    }
    for (std::size_t i = 0; i < rounded.size(); ++i) {
        std::int64_t net = question.lines[i].paid;
        for (std::size_t tax = 0; tax < rounded[i].taxes.size(); ++tax)
            net -= isInPrice(question.lines[i].rates[tax]) ? rounded[i].taxes[tax] : 0;
        for (std::int64_t &base : rounded[i].bases)
            base += net;
    }
    return rounded;
}

std::int64_t netOf(const TaxQuestionLine &line, const Rounded &rounded)
{
    std::int64_t net = line.paid;
    for (std::size_t i = 0; i < line.rates.size(); ++i)
        net -= isInPrice(line.rates[i]) ? rounded.taxes[i] : 0;
    return net;
}

/// Another line that bears \a rate and has net left for one more of its cents.
std::optional<Place> whoBearsMore(
    const TaxQuestion &question, const std::vector<Rounded> &rounded, const TaxRate &rate)
{
    for (std::size_t line = 0; line < question.lines.size(); ++line) {
        const auto &rates = question.lines[line].rates;
        const auto same = std::find(rates.begin(), rates.end(), rate);
        if (same != rates.end() && netOf(question.lines[line], rounded[line]) > 0)
            return Place{line, std::size_t(same - rates.begin())};
    }
    return std::nullopt;
}

/// Cents that rounding put on a price which is used up by its other taxes go to another line of the document
/// that bears the same rate, or to nobody: no goods are worth less than nothing.
void keepNetsFromSinking(
    const TaxQuestion &question, const std::vector<TaxChain> &chains, std::vector<Rounded> &rounded)
{
    for (std::size_t i = 0; i < question.lines.size(); ++i) {
        const TaxQuestionLine &line = question.lines[i];
        if (line.paid < 0 || chains[i].net.isNegative())
            continue;
        std::int64_t lacking = -netOf(line, rounded[i]);
        for (std::size_t tax = 0; tax < line.rates.size() && lacking > 0; ++tax) {
            while (isInPrice(line.rates[tax]) && rounded[i].taxes[tax] > 0 && lacking > 0) {
                --rounded[i].taxes[tax];
                --lacking;
                const auto other = question.scope == TaxScope::Document
                    ? whoBearsMore(question, rounded, line.rates[tax])
                    : std::nullopt;
                if (other)
                    ++rounded[other->line].taxes[other->tax];
            }
        }
    }
}

TaxAnswerLine answerLine(const TaxQuestionLine &line, const Rounded &rounded, const TaxChain &exact)
{
    TaxAnswerLine answer;
    answer.net = line.paid;
    std::int64_t charged = 0;
    for (std::size_t i = 0; i < line.rates.size(); ++i) {
        const TaxRate &rate = line.rates[i];
        const std::int64_t tax = rounded.taxes[i];
        answer.net -= isInPrice(rate) ? tax : 0;
        TaxOnLine one{rate.id, rounded.bases[i], 0, 0, exact.taxes[i].base, exact.taxes[i].tax};
        one.charged = rate.treatment == TaxTreatment::Standard ? tax : 0;
        one.owed = rate.treatment == TaxTreatment::ReverseCharge ? tax : 0;
        charged += one.charged;
        answer.taxes.push_back(std::move(one));
    }
    answer.gross = answer.net + charged;
    return answer;
}

void addToSummary(
    std::vector<TaxSummaryRow> &summary, const TaxQuestionLine &line, const TaxAnswerLine &taxed)
{
    std::vector<std::size_t> counted; // rows that have this line's base already
    for (std::size_t i = 0; i < std::min(line.rates.size(), taxed.taxes.size()); ++i) {
        const QString &label = line.rates[i].label.isEmpty() ? line.rates[i].id : line.rates[i].label;
        auto row = std::find_if(
            summary.begin(), summary.end(), [&](const TaxSummaryRow &known) { return known.label == label; });
        if (row == summary.end())
            row = summary.insert(row, {label});
        const auto at = std::size_t(row - summary.begin());
        if (std::find(counted.begin(), counted.end(), at) == counted.end()) {
            row->base += taxed.taxes[i].base;
            counted.push_back(at);
        }
        row->charged += taxed.taxes[i].charged;
        row->owed += taxed.taxes[i].owed;
    }
}

} // namespace

Result<TaxAnswer> LocalTaxProvider::answer(const TaxQuestion &question) const
{
    std::vector<TaxChain> chains;
    chains.reserve(question.lines.size());
    for (const TaxQuestionLine &line : question.lines) {
        if (line.rates.size() > kMostRates)
            return refuse(Code::BadAmount, {{u"taxes"_s, qint64(line.rates.size())}});
        const bool isExact = question.scope == TaxScope::Document;
        chains.push_back(reckonTaxes(isExact ? line.amount : Fraction::of(line.paid),
            Fraction::of(line.quantity.thousandths(), 1000), line.rates, std::nullopt));
    }
    std::vector<Rounded> rounded;
    if (question.scope == TaxScope::Document) {
        rounded = onDocument(question, chains);
    } else {
        for (const TaxQuestionLine &line : question.lines)
            rounded.push_back(
                question.scope == TaxScope::Unit ? onPieces(line, question.how) : onLine(line, question.how));
    }
    keepNetsFromSinking(question, chains, rounded);
    TaxAnswer answer;
    answer.source = u"local"_s;
    for (std::size_t i = 0; i < question.lines.size(); ++i) {
        answer.lines.push_back(answerLine(question.lines[i], rounded[i], chains[i]));
    }
    answer.summary = summaryOf(question, answer.lines);
    return answer;
}

std::vector<TaxSummaryRow> summaryOf(const TaxQuestion &question, const std::vector<TaxAnswerLine> &lines)
{
    std::vector<TaxSummaryRow> summary;
    for (std::size_t i = 0; i < lines.size(); ++i)
        addToSummary(summary, question.lines[i], lines[i]);
    return summary;
}

} // namespace evertill

#include "core/pricing/bill_discount.h"

#include "core/pricing/line_taxes.h"
#include "core/pricing/promotion/spread.h"
#include "core/tax/local_tax_provider.h"
#include "core/tax/tax_chain.h"

#include <QStringList>

#include <algorithm>

namespace evertill {
namespace {

bool isFixed(const TaxRate &rate) { return rate.kind == TaxKind::FixedPerUnit; }

/// \a line as it would be priced without the taxes that are an amount for each unit.
TaxQuestionLine withoutFixed(TaxQuestionLine line)
{
    if (std::none_of(line.rates.begin(), line.rates.end(), isFixed))
        return line;
    const Fraction units = Fraction::of(line.quantity.thousandths(), 1000);
    Fraction amount = reckonTaxes(line.amount, units, line.rates, std::nullopt).net;
    line.rates.erase(std::remove_if(line.rates.begin(), line.rates.end(), isFixed), line.rates.end());
    std::vector<TaxRate> added = line.rates;
    for (TaxRate &rate : added)
        rate.isIncluded = false;
    const TaxChain chain = reckonTaxes(amount, units, added, std::nullopt);
    for (std::size_t i = 0; i < line.rates.size(); ++i) {
        if (isInPrice(line.rates[i]))
            amount += chain.taxes[i].tax;
    }
    line.amount = amount;
    line.paid = amount.rounded(Rounding::HalfUp);
    return line;
}

std::vector<TaxAnswerLine> openPart(
    const TaxQuestion &question, const TaxAnswer &answer, const std::vector<std::size_t> &order)
{
    TaxQuestion without = question;
    std::transform(question.lines.begin(), question.lines.end(), without.lines.begin(), withoutFixed);
    const bool hasFixed =
        std::any_of(question.lines.begin(), question.lines.end(), [](const TaxQuestionLine &line) {
            return std::any_of(line.rates.begin(), line.rates.end(), isFixed);
        });
    const auto reckoned =
        hasFixed ? answerInOrder(LocalTaxProvider(), without, order) : Result<TaxAnswer>(answer);
    return reckoned ? reckoned->lines : answer.lines;
}

std::int64_t portion(std::int64_t amount, Percentage rate)
{
    return divideRounded(
        evertill_int128(amount) * rate.partsPerMillion(), Percentage::kWhole, Rounding::HalfUp);
}

/// Takes \a rate off the sum of \a parts, which is rounded once; the same off \a wholes. What is withheld
/// counts below zero.
std::int64_t lower(
    const std::vector<std::int64_t *> &parts, const std::vector<std::int64_t *> &wholes, Percentage rate)
{
    std::int64_t sum = 0;
    std::vector<std::int64_t> sizes;
    for (const std::int64_t *part : parts) {
        sum += *part;
        sizes.push_back(std::abs(*part));
    }
    const std::int64_t off = portion(sum, rate);
    const auto shares = spread(std::abs(off), sizes, sizes);
    for (std::size_t i = 0; i < parts.size(); ++i) {
        const std::int64_t share = off < 0 ? -shares[i] : shares[i];
        *parts[i] -= share;
        *wholes[i] -= share;
    }
    return off;
}

} // namespace

BillDiscount::BillDiscount(
    const TaxQuestion &question, TaxAnswer &answer, const std::vector<std::size_t> &order)
    : m_question(question), m_answer(answer), m_open(openPart(question, answer, order))
{
}

void BillDiscount::lowerTax(const QString &id, Percentage rate, const std::vector<std::size_t> &lines)
{
    const Fraction share = Fraction::of(rate.partsPerMillion(), Percentage::kWhole);
    std::vector<std::int64_t *> parts[3];
    std::vector<std::int64_t *> wholes[3];
    for (const std::size_t line : lines) {
        auto &taxes = m_answer.lines[line].taxes;
        auto whole = taxes.begin();
        // One id may stand twice on a line: the n-th open one is part of the n-th.
        for (TaxOnLine &open : m_open[line].taxes) {
            if (open.id != id)
                continue;
            whole = std::find_if(whole, taxes.end(), [&](const TaxOnLine &tax) { return tax.id == id; });
            if (whole == taxes.end())
                break;
            const std::pair<std::int64_t *, std::int64_t *> pairs[]{
                {&open.charged, &whole->charged}, {&open.owed, &whole->owed}, {&open.base, &whole->base}};
            for (std::size_t i = 0; i < 3; ++i) {
                parts[i].push_back(pairs[i].first);
                wholes[i].push_back(pairs[i].second);
            }
            whole->exactTax -= open.exactTax * share;
            whole->exactBase -= open.exactBase * share;
            open.exactTax -= open.exactTax * share;
            open.exactBase -= open.exactBase * share;
            ++whole;
        }
    }
    for (std::size_t i = 0; i < 3; ++i)
        lower(parts[i], wholes[i], rate);
}

void BillDiscount::lowerNet(std::int64_t by, const std::vector<std::size_t> &lines)
{
    std::vector<std::int64_t> nets;
    for (const std::size_t line : lines)
        nets.push_back(std::max<std::int64_t>(0, std::min(m_open[line].net, m_answer.lines[line].net)));
    const auto shares = spread(std::max<std::int64_t>(0, by), nets, nets);
    for (std::size_t i = 0; i < lines.size(); ++i) {
        m_open[lines[i]].net -= shares[i];
        m_answer.lines[lines[i]].net -= shares[i];
    }
}

void BillDiscount::addUp()
{
    for (auto *bill : {&m_answer.lines, &m_open}) {
        for (TaxAnswerLine &line : *bill) {
            line.gross = line.net;
            for (const TaxOnLine &tax : line.taxes)
                line.gross += tax.charged;
        }
    }
    m_answer.summary = summaryOf(m_question, m_answer.lines);
}

std::vector<DiscountShare> BillDiscount::take(Percentage rate, const std::vector<std::size_t> &lines)
{
    const std::vector<TaxAnswerLine> before = m_answer.lines;
    const auto charged = [&] {
        std::int64_t sum = 0;
        for (const std::size_t line : lines) {
            for (const TaxOnLine &tax : m_open[line].taxes)
                sum += tax.charged;
        }
        return sum;
    };
    QStringList ids;
    std::int64_t gross = 0;
    for (const std::size_t line : lines) {
        gross += m_open[line].gross;
        for (const TaxOnLine &tax : m_open[line].taxes) {
            if (!ids.contains(tax.id))
                ids.append(tax.id);
        }
    }
    const std::int64_t taxed = charged();
    for (const QString &id : std::as_const(ids))
        lowerTax(id, rate, lines);
    lowerNet(portion(gross, rate) - (taxed - charged()), lines);
    addUp();
    std::vector<DiscountShare> shares;
    for (const std::size_t line : lines) {
        std::int64_t off = before[line].net - m_answer.lines[line].net;
        const auto &rates = m_question.lines[line].rates;
        for (std::size_t i = 0; i < rates.size() && i < before[line].taxes.size(); ++i) {
            if (isInPrice(rates[i]))
                off += before[line].taxes[i].charged - m_answer.lines[line].taxes[i].charged;
        }
        if (off > 0)
            shares.push_back({line, off});
    }
    return shares;
}

} // namespace evertill

#include "core/receipt/tax_blocks.h"

#include "core/receipt/amount_format.h"

namespace evertill {
namespace {

QString withCode(const TaxTotal &tax)
{
    return tax.rate.isZero() ? tax.code : tax.code + u' ' + formatPercentage(tax.rate);
}

template <typename Paper> QString labelOn(const Paper &paper, const TaxTotal &tax)
{
    for (const auto &line : paper.lines) {
        for (const TaxTotal &part : line.parts) {
            if (part.code == tax.code)
                return withCode(tax);
        }
    }
    return formatPercentage(tax.rate);
}

void addTaxHead(std::vector<ReceiptBlock> &blocks, const ReceiptWords &words)
{
    blocks.push_back(TableRowBlock{{words.tax, words.net, words.tax, words.gross}, Weight::Normal});
}

void addTaxRow(std::vector<ReceiptBlock> &blocks, const QString &label, const TaxTotal &tax)
{
    blocks.push_back(
        TableRowBlock{{label, formatAmount(tax.net), formatAmount(tax.tax), formatAmount(tax.net + tax.tax)},
            Weight::Normal});
}

template <typename Paper>
void addSumOf(std::vector<ReceiptBlock> &blocks, const Paper &paper, const ReceiptWords &words)
{
    const Money tax = taxIn(paper.taxes, paper.total.currency());
    blocks.push_back(ColumnsBlock{words.subtotal, formatAmount(paper.total - tax)});
    for (const TaxTotal &one : paper.taxes)
        blocks.push_back(ColumnsBlock{words.tax + u' ' + labelOn(paper, one), formatAmount(one.tax)});
}

template <typename Paper>
void addTaxesOf(std::vector<ReceiptBlock> &blocks, const Paper &paper, const ReceiptWords &words)
{
    if (paper.taxes.empty())
        return;
    addTaxHead(blocks, words);
    for (const TaxTotal &tax : paper.taxes)
        addTaxRow(blocks, labelOn(paper, tax), tax);
}

} // namespace

void addExclusiveSum(std::vector<ReceiptBlock> &blocks, const Sale &sale, const ReceiptWords &words)
{
    addSumOf(blocks, sale, words);
}

void addExclusiveSum(std::vector<ReceiptBlock> &blocks, const Return &back, const ReceiptWords &words)
{
    addSumOf(blocks, back, words);
}

void addTaxes(std::vector<ReceiptBlock> &blocks, const Sale &sale, const ReceiptWords &words)
{
    addTaxesOf(blocks, sale, words);
}

void addTaxes(std::vector<ReceiptBlock> &blocks, const Return &back, const ReceiptWords &words)
{
    addTaxesOf(blocks, back, words);
}

void addTaxTable(
    std::vector<ReceiptBlock> &blocks, const std::vector<TaxTotal> &taxes, const ReceiptWords &words)
{
    if (taxes.empty())
        return;
    addTaxHead(blocks, words);
    for (const TaxTotal &tax : taxes)
        addTaxRow(blocks, withCode(tax), tax);
}

} // namespace evertill

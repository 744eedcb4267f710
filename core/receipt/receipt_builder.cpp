#include "core/receipt/receipt_builder.h"

#include "core/receipt/amount_format.h"
#include "core/receipt/tax_blocks.h"
#include "core/receipt/tender_blocks.h"

using namespace Qt::StringLiterals;

namespace evertill {
namespace {

constexpr int kIndent = 2;

using Blocks = std::vector<ReceiptBlock>;

/// "2", "0.340 kg": pieces go without their unit.
QString quantityText(Quantity quantity, const QString &unit)
{
    return unit == u"ea"_s ? formatQuantity(quantity) : formatQuantity(quantity) + u' ' + unit;
}

void addSaleLine(Blocks &blocks, const Sale &sale, const SaleLine &line, const ReceiptWords &words)
{
    const Money amount = (sale.taxMode == TaxMode::Inclusive ? line.gross : line.net) + line.discount
        + line.exempted.value_or(Money::zero(line.gross.currency()));
    blocks.push_back(ColumnsBlock{line.name, formatAmount(amount)});
    if (line.quantity != Quantity::pieces(1))
        blocks.push_back(
            ColumnsBlock{quantityText(line.quantity, line.unit) + u" x "_s + formatAmount(line.price), {},
                Weight::Normal, kIndent});
    if (line.change)
        blocks.push_back(
            ColumnsBlock{words.priceChanged.arg(line.change->reason, formatAmount(line.change->was)), {},
                Weight::Normal, kIndent});
    if (line.list && line.price < line.list->was)
        blocks.push_back(ColumnsBlock{line.list->from.isZero()
                ? words.insteadOf.arg(formatAmount(line.list->was))
                : words.fromOn.arg(quantityText(line.list->from, line.unit), formatAmount(line.list->was)),
            {}, Weight::Normal, kIndent});
    const auto addDiscount = [&](const QString &name, Money off) {
        blocks.push_back(ColumnsBlock{name, formatAmount(-off), Weight::Normal, kIndent});
    };
    for (const GrantedDiscount &discount : discountsOfLine(sale.discounts, line.line))
        addDiscount(discount.name, discount.amount);
    const Money byHand = line.discount - sharesOf(sale.discounts, line.line, line.discount.currency());
    if (!byHand.isZero())
        addDiscount(words.discount, byHand);
}

/// Each line, and below it the deposit that came along.
void addGoods(Blocks &blocks, const Sale &sale, const ReceiptWords &words)
{
    for (const SaleLine &goods : sale.lines) {
        if (goods.depositOf)
            continue;
        addSaleLine(blocks, sale, goods, words);
        for (const SaleLine &line : sale.lines) {
            if (line.depositOf == goods.line)
                addSaleLine(blocks, sale, line, words);
        }
    }
}

/// What came off more than one line stands under all of them.
void addTicketDiscounts(Blocks &blocks, const Sale &sale)
{
    for (const GrantedDiscount &discount : sale.discounts) {
        if (!isOfOneLine(discount))
            blocks.push_back(ColumnsBlock{discount.name, formatAmount(-discount.amount)});
    }
}

/// The tax that prices hold and nobody paid, and the certificate by which.
void addExemption(Blocks &blocks, const Sale &sale, const ReceiptWords &words)
{
    if (!sale.exemption)
        return;
    Money exempted = Money::zero(sale.total.currency());
    for (const SaleLine &line : sale.lines)
        exempted += line.exempted.value_or(Money::zero(sale.total.currency()));
    blocks.push_back(ColumnsBlock{words.exempt, exempted.isZero() ? QString() : formatAmount(-exempted)});
    blocks.push_back(
        ColumnsBlock{words.certificate.arg(sale.exemption->certificate), {}, Weight::Normal, kIndent});
}

void addSaved(Blocks &blocks, const Sale &sale, const ReceiptWords &words)
{
    Money saved = Money::zero(sale.total.currency());
    for (const GrantedDiscount &discount : sale.discounts)
        saved += discount.amount;
    if (!saved.isZero())
        blocks.push_back(ColumnsBlock{words.saved, formatAmount(saved), Weight::Bold});
}

void addReturnLine(Blocks &blocks, const ReturnLine &line, TaxMode mode)
{
    blocks.push_back(
        ColumnsBlock{line.name, formatAmount(mode == TaxMode::Inclusive ? line.gross : line.net)});
    if (line.quantity != Quantity::pieces(1))
        blocks.push_back(ColumnsBlock{quantityText(line.quantity, line.unit), {}, Weight::Normal, kIndent});
    if (!line.reason.isEmpty())
        blocks.push_back(ColumnsBlock{line.reason, {}, Weight::Normal, kIndent});
}

void addStore(Blocks &blocks, const Store &store, const ReceiptWords &words)
{
    blocks.push_back(TextBlock{store.name, Align::Centre, Weight::Large});
    for (const QString &line : store.address)
        blocks.push_back(TextBlock{line, Align::Centre});
    if (!store.taxId.isEmpty())
        blocks.push_back(TextBlock{words.taxId + u' ' + store.taxId, Align::Centre});
    blocks.push_back(SpaceBlock{});
}

struct Heading {
    const ReceiptNumber &number;
    Instant at;
    int utcOffsetMin;
    bool copy;
};

void addHeading(Blocks &blocks, const Heading &heading, const ReceiptWords &words)
{
    if (heading.copy)
        blocks.push_back(TextBlock{words.copy, Align::Centre, Weight::Bold});
    blocks.push_back(ColumnsBlock{words.receipt, heading.number.text()});
    blocks.push_back(ColumnsBlock{words.till, heading.number.till});
    blocks.push_back(ColumnsBlock{words.date, formatLocalTime(heading.at, heading.utcOffsetMin)});
}

void addRounding(Blocks &blocks, Money rounding, const ReceiptWords &words)
{
    if (!rounding.isZero())
        blocks.push_back(ColumnsBlock{words.rounding, formatAmount(rounding)});
}

void addTakings(Blocks &blocks, const Takings &takings, const ReceiptWords &words)
{
    const auto counted = [](const QString &word, std::int64_t count) {
        return u"%1 (%2)"_s.arg(word).arg(count);
    };
    blocks.push_back(ColumnsBlock{counted(words.sales, takings.sales), formatAmount(takings.salesTotal)});
    if (!takings.loads.isZero())
        blocks.push_back(
            ColumnsBlock{words.giftCardsSold, formatAmount(takings.loads), Weight::Normal, kIndent});
    blocks.push_back(
        ColumnsBlock{counted(words.returns, takings.returns), formatAmount(-takings.returnsTotal)});
    addRounding(blocks, takings.rounding, words);
    blocks.push_back(TotalBlock{words.total + u' ' + takings.net.cash.currency().code(),
        formatAmount(takings.salesTotal - takings.returnsTotal + takings.rounding)});
    addNet(blocks, takings.net, takings.foreign, words);
    blocks.push_back(RuleBlock{});
    addTaxTable(blocks, takings.taxes, words);
}

void addDrawer(Blocks &blocks, const ShiftReport &report, const ReceiptWords &words)
{
    blocks.push_back(ColumnsBlock{words.openingFloat, formatAmount(report.shift.floatAmount)});
    blocks.push_back(ColumnsBlock{words.cash, formatAmount(report.takings.net.cash)});
    blocks.push_back(ColumnsBlock{words.payIn, formatAmount(report.payIns)});
    blocks.push_back(ColumnsBlock{words.payOut, formatAmount(-report.payOuts)});
    blocks.push_back(ColumnsBlock{words.drop, formatAmount(-report.drops)});
    blocks.push_back(ColumnsBlock{words.expected, formatAmount(report.expected), Weight::Bold});
    if (!report.isClosed())
        return;
    blocks.push_back(ColumnsBlock{words.counted, formatAmount(*report.counted), Weight::Bold});
    const Money difference = report.overShort();
    if (!difference.isZero())
        blocks.push_back(ColumnsBlock{difference.isNegative() ? words.shortBy : words.over,
            formatAmount(difference.isNegative() ? -difference : difference), Weight::Bold});
}

} // namespace

ReceiptDocument ReceiptBuilder::saleReceipt(const Sale &sale, bool copy) const
{
    ReceiptDocument document{sale.receipt.text(), {}};
    Blocks &blocks = document.blocks;
    addStore(blocks, m_config.store, m_words);
    addHeading(blocks, {sale.receipt, sale.at, sale.utcOffsetMin, copy}, m_words);
    blocks.push_back(RuleBlock{});
    addGoods(blocks, sale, m_words);
    addTicketDiscounts(blocks, sale);
    addExemption(blocks, sale, m_words);
    blocks.push_back(RuleBlock{});
    if (sale.taxMode == TaxMode::Exclusive)
        addExclusiveSum(blocks, sale, m_words);
    blocks.push_back(
        TotalBlock{m_words.total + u' ' + sale.total.currency().code(), formatAmount(sale.total)});
    addRounding(blocks, sale.rounding, m_words);
    addTenders(blocks, sale.tenders, m_words);
    if (!sale.change.isZero())
        blocks.push_back(ColumnsBlock{m_words.change, formatAmount(sale.change), Weight::Bold});
    addSaved(blocks, sale, m_words);
    addCustomer(blocks, sale.customer, m_words.pointsEarned, m_words);
    blocks.push_back(RuleBlock{});
    addTaxes(blocks, sale, m_words);
    blocks.push_back(SpaceBlock{});
    blocks.push_back(BarcodeBlock{barcodeText(sale.receipt, sale.id.uuid())});
    blocks.push_back(SpaceBlock{});
    blocks.push_back(TextBlock{m_words.thanks, Align::Centre});
    return document;
}

ReceiptDocument ReceiptBuilder::returnReceipt(const Return &back, bool copy) const
{
    ReceiptDocument document{back.receipt.text(), {}};
    Blocks &blocks = document.blocks;
    addStore(blocks, m_config.store, m_words);
    blocks.push_back(TextBlock{m_words.returnTitle, Align::Centre, Weight::Large});
    addHeading(blocks, {back.receipt, back.at, back.utcOffsetMin, copy}, m_words);
    blocks.push_back(ColumnsBlock{
        m_words.returnOf, back.of ? back.of->receipt.text() : m_words.withoutReceipt, Weight::Bold});
    blocks.push_back(RuleBlock{});
    for (const ReturnLine &line : back.lines)
        addReturnLine(blocks, line, back.taxMode);
    blocks.push_back(RuleBlock{});
    if (back.taxMode == TaxMode::Exclusive)
        addExclusiveSum(blocks, back, m_words);
    blocks.push_back(
        TotalBlock{m_words.refund + u' ' + back.total.currency().code(), formatAmount(back.total)});
    addRounding(blocks, back.rounding, m_words);
    addTenders(blocks, back.tenders, m_words);
    addCustomer(blocks, back.customer, m_words.pointsTakenBack, m_words);
    blocks.push_back(RuleBlock{});
    addTaxes(blocks, back, m_words);
    blocks.push_back(SpaceBlock{});
    blocks.push_back(BarcodeBlock{barcodeText(back.receipt, back.id.uuid())});
    blocks.push_back(SpaceBlock{});
    blocks.push_back(SpaceBlock{});
    blocks.push_back(RuleBlock{});
    blocks.push_back(TextBlock{m_words.signature});
    return document;
}

ReceiptDocument ReceiptBuilder::shiftReport(const ShiftReport &report) const
{
    const int offset = report.utcOffsetMin;
    ReceiptDocument document{m_config.till + u"-shift-"_s + QString::number(report.shift.number), {}};
    Blocks &blocks = document.blocks;
    addStore(blocks, m_config.store, m_words);
    blocks.push_back(TextBlock{
        report.isClosed() ? m_words.reportClosed : m_words.reportSoFar, Align::Centre, Weight::Large});
    blocks.push_back(ColumnsBlock{m_words.till, m_config.till});
    blocks.push_back(ColumnsBlock{m_words.shift, QString::number(report.shift.number)});
    blocks.push_back(ColumnsBlock{m_words.date, report.shift.businessDate.toString(Qt::ISODate)});
    blocks.push_back(ColumnsBlock{m_words.opened, formatLocalTime(report.shift.openedAt, offset)});
    blocks.push_back(
        ColumnsBlock{report.isClosed() ? m_words.closed : m_words.asOf, formatLocalTime(report.at, offset)});
    blocks.push_back(RuleBlock{});
    addTakings(blocks, report.takings, m_words);
    blocks.push_back(RuleBlock{});
    addDrawer(blocks, report, m_words);
    return document;
}

} // namespace evertill

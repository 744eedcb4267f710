#include "app/ctl/replay/replayer.h"

#include "core/cash/move_cash.h"
#include "core/cash/open_shift.h"
#include "core/cash/shift_report.h"
#include "core/returns/complete_return.h"
#include "core/returns/return_without_receipt.h"
#include "core/sale/complete_sale.h"
#include "core/stock/adjust_stock.h"
#include "core/till/current_shift.h"

#include <map>

using namespace Qt::StringLiterals;

namespace evertill {
namespace {

/// What lies in the drawer each morning, in whole units of the currency: enough for the largest pay-out of a
/// record.
constexpr std::int64_t kFloat = 100'000;
const QString kNoTax = u"none"_s;

Money floatOf(Currency currency)
{
    std::int64_t unit = 1;
    for (int i = 0; i < currency.minorDigits(); ++i)
        unit *= 10;
    return Money::minor(kFloat * unit, currency);
}

/// \a result's refusal with the place in the file.
template <typename T> tl::unexpected<Refusal> at(const Result<T> &result, const RecordLine &line)
{
    Refusal refusal = result.error();
    refusal.facts.insert(u"file_line"_s, qint64(line.fileLine));
    return tl::unexpected(refusal);
}

UnreceiptedLine unreceipted(const RecordLine &line, Quantity quantity)
{
    UnreceiptedLine back;
    back.sku = line.sku;
    back.name = line.name;
    back.quantity = quantity;
    back.price = line.price;
    back.taxCode = kNoTax;
    back.reason = u"cancelled"_s;
    return back;
}

} // namespace

Replayer::Replayer(Ledger &ledger, ReplicaReader &replica, const TillConfig &config, ManualClock &clock)
    : m_ledger(ledger), m_replica(replica), m_config(config), m_clock(clock)
{
}

Result<std::optional<ReplayDay>> Replayer::book(const RecordInvoice &invoice)
{
    m_clock.set(invoice.at);
    auto ended =
        m_day && m_day->day == invoice.day ? Result<std::optional<ReplayDay>>() : changeDay(invoice.day);
    if (!ended)
        return ended;
    if (m_numbersToday.insert(invoice.number).second)
        ++(invoice.isCancellation() ? m_day->cancellations : m_day->invoices);
    m_day->lines += std::int64_t(invoice.lines.size());

    std::vector<RecordLine> sold;
    std::vector<RecordLine> back;
    for (const RecordLine &line : invoice.lines) {
        m_oddities.priceRounded += line.priceWasRounded;
        Result<> booked = {};
        if (invoice.isAdjustment() || line.price.isNegative()) {
            booked = bookAdjustment(line);
        } else if (line.quantity > Quantity()) {
            m_oddities.zeroPriceSold += line.price.isZero();
            sold.push_back(line);
        } else if (!invoice.isCancellation() && line.price.isZero()) {
            booked = writeOff(line);
        } else {
            m_oddities.negativeOnInvoice += !invoice.isCancellation();
            back.push_back(line);
        }
        if (!booked)
            return at(booked, line);
    }
    if (auto booked = bookSale(invoice, sold); !booked)
        return at(booked, invoice.lines.front());
    if (auto booked = bookReturn(invoice, back); !booked)
        return at(booked, invoice.lines.front());
    m_ledger.checkpointIfDue();
    return ended;
}

Result<std::optional<ReplayDay>> Replayer::finish() { return changeDay({}); }

Result<std::optional<ReplayDay>> Replayer::changeDay(QDate day)
{
    std::optional<ReplayDay> ended = std::exchange(m_day, std::nullopt);
    if (ended) {
        const auto shift = currentShift(m_ledger.database());
        const auto report = shiftReport(m_ledger.database(), shift->id, m_clock.now(), 0);
        if (auto closed = CloseShift(m_ledger).run(report->expected); !closed)
            return tl::unexpected(closed.error());
        ended->netMinor = ended->grossMinor - ended->refundMinor + ended->adjustmentMinor;
    }
    m_numbersToday.clear();
    if (day.isValid()) {
        if (auto opened = OpenShift(m_ledger, m_config).run(floatOf(m_config.currency)); !opened)
            return tl::unexpected(opened.error());
        m_day = ReplayDay{.day = day};
    }
    return ended;
}

Result<> Replayer::bookSale(const RecordInvoice &invoice, const std::vector<RecordLine> &lines)
{
    if (lines.empty())
        return {};
    Cart cart;
    cart.id = SaleId(m_ledger.random().uuid(m_clock.now()));
    cart.currency = m_config.currency;
    for (const RecordLine &line : lines) {
        CartLine goods;
        goods.sku = line.sku;
        goods.name = line.name;
        goods.quantity = line.quantity;
        goods.price = line.price;
        goods.taxCode = kNoTax;
        goods.discount = Money::zero(m_config.currency);
        if (auto added = cart.add(goods); !added)
            return at(added, line);
    }
    const Money total = cart.taxes(m_config.tax).total;
    if (total.isPositive())
        cart.tenders.push_back({TenderKind::Cash, total});
    const auto sale = CompleteSale(m_ledger, m_config).run(cart);
    if (!sale)
        return tl::unexpected(sale.error());
    m_sold.remember(invoice.customer, *sale);
    m_day->grossMinor += sale->total.minor();
    ++m_day->sales;
    return {};
}

Result<> Replayer::bookReturn(const RecordInvoice &invoice, const std::vector<RecordLine> &lines)
{
    std::map<QString, ReturnRequest> byReceipt;
    std::vector<UnreceiptedLine> withoutReceipt;
    for (const RecordLine &line : lines) {
        const auto parts = m_sold.take(invoice.customer, line.sku, line.price, -line.quantity);
        Quantity left = -line.quantity;
        for (const SoldGoods::Part &part : parts) {
            ReturnRequest &request = byReceipt[part.receipt.text()];
            request.of = part.receipt;
            request.lines.push_back({part.line, part.quantity, u"cancelled"_s, Disposition::Restock});
            left -= part.quantity;
        }
        m_oddities.returnLinesMatched += left.isZero();
        m_oddities.returnLinesSplit += parts.size() > 1;
        if (left.isZero())
            continue;
        ++m_oddities.returnLinesUnmatched;
        withoutReceipt.push_back(unreceipted(line, left));
    }
    for (auto &[receipt, request] : byReceipt) {
        request.id = ReturnId(m_ledger.random().uuid(m_clock.now()));
        const auto done = CompleteReturn(m_ledger, m_replica, m_config).run(request);
        if (!done)
            return tl::unexpected(done.error());
        countReturn(*done);
    }
    if (withoutReceipt.empty())
        return {};
    const ReturnId id(m_ledger.random().uuid(m_clock.now()));
    const auto done = ReturnWithoutReceipt(m_ledger, m_config).run(id, withoutReceipt, TenderKind::Cash);
    if (!done)
        return tl::unexpected(done.error());
    countReturn(*done);
    return {};
}

void Replayer::countReturn(const Return &done)
{
    m_day->refundMinor += done.total.minor();
    ++m_day->returns;
}

Result<> Replayer::bookAdjustment(const RecordLine &line)
{
    const Money amount = line.price.times(line.quantity, Rounding::HalfUp);
    const auto kind = amount.isNegative() ? CashMoveKind::PayOut : CashMoveKind::PayIn;
    const Money magnitude = amount.isNegative() ? -amount : amount;
    if (auto moved = MoveCash(m_ledger).run(kind, magnitude, line.name); !moved)
        return tl::unexpected(moved.error());
    m_day->adjustmentMinor += amount.minor();
    ++m_oddities.adjustments;
    return {};
}

Result<> Replayer::writeOff(const RecordLine &line)
{
    ++m_oddities.writtenOff;
    return AdjustStock(m_ledger).run(line.sku, line.quantity, line.name);
}

} // namespace evertill

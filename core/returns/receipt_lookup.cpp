#include "core/returns/receipt_lookup.h"

#include "core/replica/receipt_table.h"
#include "core/replica/replica_reader.h"
#include "core/returns/return_table.h"
#include "core/sale/sale_table.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace evertill {
namespace {

/// Takes \a returned off what is left of \a line.
void takeOff(ReturnableLine &line, const Returned &returned)
{
    const Money zero = Money::zero(line.gross.currency());
    const Money refunded = Money::minor(returned.grossMinor, line.gross.currency());
    line.left = std::clamp(line.sold - returned.quantity, Quantity(), line.sold);
    line.leftGross =
        line.left.isZero() ? zero : std::clamp(line.gross - refunded, zero, std::max(zero, line.gross));
    line.leftTax = line.tax - taxWithin(line, line.gross - line.leftGross);
}

ReturnableReceipt receiptFrom(
    const ReceiptRow &row, const ReceiptNumber &number, const std::map<int, Returned> &tail)
{
    ReturnableReceipt receipt{number, SaleId(row.sale), row.at, row.currency, {}, {}};
    const auto money = [&](std::int64_t minor) { return Money::minor(minor, row.currency); };
    for (const ReceiptRow::Line &from : row.lines) {
        ReturnableLine line{from.line, from.sku, from.name, from.unit, std::max(from.quantity, Quantity()),
            {}, money(from.price), money(from.net), money(from.tax), money(from.gross), from.taxCode,
            from.taxRate, {}, {}, from.depositOf, from.isLoad, from.taxes};
        Returned returned{from.returned, from.refunded};
        if (const auto here = tail.find(from.line); here != tail.end()) {
            returned.quantity += here->second.quantity;
            returned.grossMinor += here->second.grossMinor;
        }
        takeOff(line, returned);
        receipt.lines.push_back(line);
    }
    for (const ReceiptRow::Tender &from : row.tenders) {
        Tender tender{tenderNamed(from.kind).value_or(TenderKind::Cash), money(from.amount), from.approval,
            PaymentId(from.attempt.value_or(Uuid()))};
        const bool isOwn = isCustomersOwn(tender.kind);
        (isOwn ? tender.customer.reference : tender.giftCard.reference) = from.card;
        (isOwn ? tender.customer.lastFour : tender.giftCard.lastFour) = from.lastFour;
        tender.points = from.points;
        receipt.tenders.push_back(tender);
    }
    receipt.customer = row.customer;
    return receipt;
}

ReturnableReceipt receiptFrom(const Sale &sale, const std::map<int, Returned> &back)
{
    ReturnableReceipt receipt{
        sale.receipt, sale.id, sale.at, sale.total.currency(), {}, sale.tenders, sale.customer};
    for (const SaleLine &from : sale.lines) {
        ReturnableLine line{from.line, from.sku, from.name, from.unit, from.quantity, {}, from.price,
            from.net, from.tax, from.gross, from.taxCode, from.taxRate, {}, {}, from.depositOf,
            !from.giftCard.isNull(), from.parts};
        const auto here = back.find(from.line);
        // What was put on a gift card is on the card.
        const Returned all{from.quantity, from.gross.minor()};
        takeOff(line, line.isLoad ? all : here == back.end() ? Returned() : here->second);
        receipt.lines.push_back(line);
    }
    return receipt;
}

} // namespace

Result<ReturnableReceipt> ReceiptLookup::find(const ReceiptNumber &number)
{
    if (!number.till.startsWith(m_config.store.id))
        return refuse(Code::OtherShop, {{u"receipt"_s, number.text()}, {u"till"_s, number.till}});
    const auto [stored, counted] = m_replica.orElseEmpty([&] {
        ReplicaReader::Snapshot snapshot(m_replica);
        auto found = ReceiptTable(snapshot.database()).find(number.text());
        const Position through = found ? std::max(found->through, snapshot.included()) : Position();
        return std::pair(std::move(found), through);
    });
    ReturnTable returns(m_ledger);
    if (stored)
        return receiptFrom(
            stored->receipt, number, returns.returnedAfter(counted, SaleId(stored->receipt.sale)));
    if (const auto sale = SaleTable(m_ledger).find(number))
        return receiptFrom(*sale, returns.returnedAfter({}, sale->id));
    return refuse(Code::UnknownReceipt, {{u"receipt"_s, number.text()}});
}

Result<ReturnableReceipt> ReceiptLookup::find(const QString &text)
{
    const QString asked = text.trimmed();
    if (const auto barcode = ReceiptBarcode::parse(asked)) {
        auto receipt = find(barcode->number);
        if (receipt && !barcode->fits(receipt->sale.uuid()))
            return refuse(Code::UnknownReceipt, {{u"receipt"_s, asked}});
        return receipt;
    }
    if (const auto number = ReceiptNumber::parse(asked))
        return find(*number);
    return refuse(Code::UnknownReceipt, {{u"receipt"_s, asked}});
}

} // namespace evertill

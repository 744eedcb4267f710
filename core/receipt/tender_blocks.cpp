#include "core/receipt/tender_blocks.h"

#include "core/receipt/amount_format.h"

using namespace Qt::StringLiterals;

namespace evertill {
namespace {

constexpr int kTenderIndent = 2;

QString wordFor(const Tender &tender, const ReceiptWords &words)
{
    switch (tender.kind) {
    case TenderKind::Cash:
        return words.cash;
    case TenderKind::Card:
        return words.card;
    case TenderKind::GiftCard:
        return words.giftCard + u' ' + tender.giftCard.masked();
    case TenderKind::Voucher:
        return words.voucher + u' ' + tender.voucher;
    case TenderKind::ForeignCash:
        if (!tender.foreign)
            return words.foreignCash;
        return tender.foreign->given.currency().code() + u' ' + formatAmount(tender.foreign->given) + u' '
            + words.atRate + u' ' + tender.foreign->rate.text();
    case TenderKind::Points:
        return u"%1 (%2)"_s.arg(words.points).arg(tender.points);
    case TenderKind::OnAccount:
        return words.onAccount;
    }
    return {};
}

} // namespace

void addTenders(
    std::vector<ReceiptBlock> &blocks, const std::vector<Tender> &tenders, const ReceiptWords &words)
{
    for (const Tender &tender : tenders) {
        blocks.push_back(ColumnsBlock{wordFor(tender, words), formatAmount(tender.amount)});
        if (tender.face)
            blocks.push_back(ColumnsBlock{
                words.voucherWorth + u' ' + formatAmount(*tender.face), {}, Weight::Normal, kTenderIndent});
        if (!tender.approval.isEmpty())
            blocks.push_back(
                ColumnsBlock{words.approval + u' ' + tender.approval, {}, Weight::Normal, kTenderIndent});
    }
}

void addNet(std::vector<ReceiptBlock> &blocks, const TenderSums &net, const std::vector<Money> &foreign,
    const ReceiptWords &words)
{
    const auto addKind = [&](const QString &word, Money amount) {
        if (!amount.isZero())
            blocks.push_back(ColumnsBlock{word, formatAmount(amount)});
    };
    blocks.push_back(ColumnsBlock{words.cash, formatAmount(net.cash)});
    blocks.push_back(ColumnsBlock{words.card, formatAmount(net.card)});
    addKind(words.giftCard, net.giftCard);
    addKind(words.voucher, net.voucher);
    addKind(words.foreignCash, net.foreign);
    for (const Money &notes : foreign)
        blocks.push_back(ColumnsBlock{
            notes.currency().code() + u' ' + formatAmount(notes), {}, Weight::Normal, kTenderIndent});
    addKind(words.points, net.points);
    addKind(words.onAccount, net.onAccount);
}

void addCustomer(std::vector<ReceiptBlock> &blocks, const std::optional<SaleCustomer> &customer,
    const QString &points, const ReceiptWords &words)
{
    if (!customer)
        return;
    blocks.push_back(ColumnsBlock{words.customer, customer->card.masked()});
    if (customer->points != 0)
        blocks.push_back(ColumnsBlock{points, QString::number(customer->points)});
}

} // namespace evertill

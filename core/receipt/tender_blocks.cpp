#include "core/receipt/tender_blocks.h"

#include "core/receipt/amount_format.h"

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

} // namespace evertill

#include "ui/pay/tender_words.h"

#include "ui/words/figures.h"

#include <QCoreApplication>

namespace evertill {

QString tenderWord(const Tender &tender)
{
    switch (tender.kind) {
    case TenderKind::Cash:
        return QCoreApplication::translate("Tender", "Cash");
    case TenderKind::Card:
        return QCoreApplication::translate("Tender", "Card");
    case TenderKind::GiftCard:
        return QCoreApplication::translate("Tender", "Gift card %1").arg(tender.giftCard.masked());
    case TenderKind::Voucher:
        return QCoreApplication::translate("Tender", "Voucher %1").arg(tender.voucher);
    case TenderKind::ForeignCash:
        if (!tender.foreign)
            return QCoreApplication::translate("Tender", "Foreign cash");
        return QCoreApplication::translate("Tender", "%1 at %2", "foreign cash and its rate")
            .arg(moneyText(tender.foreign->given), tender.foreign->rate.text());
    case TenderKind::Points:
        return QCoreApplication::translate("Tender", "Points (%1)").arg(tender.points);
    case TenderKind::OnAccount:
        return QCoreApplication::translate("Tender", "On account");
    }
    return {};
}

} // namespace evertill

#include "ui/pay/tender_words.h"

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
    }
    return {};
}

} // namespace evertill

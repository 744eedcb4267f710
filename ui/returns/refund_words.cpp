#include "ui/returns/refund_words.h"

#include "ui/words/figures.h"

#include <QCoreApplication>

namespace evertill {
namespace {

void addPart(QStringList &parts, Money amount, const QString &word)
{
    if (amount.isPositive())
        parts += word.arg(moneyText(amount));
}

} // namespace

QStringList paidWords(const TenderSums &paid)
{
    QStringList parts;
    addPart(parts, paid.cash, QCoreApplication::translate("Refund", "%1 in cash"));
    addPart(parts, paid.card, QCoreApplication::translate("Refund", "%1 by card"));
    addPart(parts, paid.giftCard, QCoreApplication::translate("Refund", "%1 by gift card"));
    addPart(parts, paid.voucher, QCoreApplication::translate("Refund", "%1 by voucher"));
    addPart(parts, paid.points, QCoreApplication::translate("Refund", "%1 in points"));
    addPart(parts, paid.onAccount, QCoreApplication::translate("Refund", "%1 on account"));
    return parts;
}

QStringList refundWords(const TenderSums &refund)
{
    QStringList parts;
    addPart(parts, refund.card, QCoreApplication::translate("Refund", "%1 to the card"));
    addPart(parts, refund.giftCard, QCoreApplication::translate("Refund", "%1 to the gift card"));
    addPart(parts, refund.cash, QCoreApplication::translate("Refund", "%1 in cash"));
    addPart(parts, refund.points, QCoreApplication::translate("Refund", "%1 in points"));
    addPart(parts, refund.onAccount, QCoreApplication::translate("Refund", "%1 off the account"));
    return parts;
}

} // namespace evertill

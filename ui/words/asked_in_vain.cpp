#include "ui/words/asked_in_vain.h"

#include "ui/words/figures.h"

#include <QCoreApplication>

namespace evertill {

QString askedInVain(const QString &lent, const QVariantMap &facts, Currency currency)
{
    const Money left = Money::minor(facts.value(QStringLiteral("left")).toLongLong(), currency);
    return left.isPositive()
        ? lent.arg(moneyText(left))
        : QCoreApplication::translate("Refusal", "Try again, or ask for another way to pay.");
}

} // namespace evertill

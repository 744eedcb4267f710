#include "ui/words/customer_words.h"

#include "ui/words/asked_in_vain.h"

#include <QCoreApplication>

namespace evertill {

RefusalWords customerWords(const Refusal &refusal, Currency currency)
{
    const auto say = [](const char *words) { return QCoreApplication::translate("Refusal", words); };
    const QString card = refusal.facts.value(QStringLiteral("card")).toString();
    const auto until = [&](const char *words) { return askedInVain(say(words), refusal.facts, currency); };
    const QString another = say(QT_TRANSLATE_NOOP("Refusal", "Ask for another way to pay."));
    switch (refusal.code) {
    case Code::NoPoints:
        return {say(QT_TRANSLATE_NOOP("Refusal", "There are no points to pay with on the card \u2026 %1."))
                    .arg(card),
            another};
    case Code::PointsOffline:
        return {say(QT_TRANSLATE_NOOP(
                        "Refusal", "The head office can't be asked about the points of the card \u2026 %1."))
                    .arg(card),
            until(QT_TRANSLATE_NOOP("Refusal", "The shop takes %1 of them until then, or try again."))};
    case Code::NoCredit:
        return {say(QT_TRANSLATE_NOOP("Refusal", "Nothing more can go on the account of the card \u2026 %1."))
                    .arg(card),
            another};
    case Code::CreditOffline:
        return {say(QT_TRANSLATE_NOOP(
                        "Refusal", "The head office can't be asked about the account of the card \u2026 %1."))
                    .arg(card),
            until(QT_TRANSLATE_NOOP("Refusal", "The shop lets %1 go on it until then, or try again."))};
    case Code::UnknownCustomer:
        return {say(QT_TRANSLATE_NOOP("Refusal", "There is no customer with the card \u2026 %1.")).arg(card),
            say(QT_TRANSLATE_NOOP("Refusal", "Compare the number with the card and enter it again."))};
    default:
        return {};
    }
}

} // namespace evertill

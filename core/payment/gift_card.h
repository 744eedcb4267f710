#pragma once

#include <QString>

namespace evertill {

/// A gift card, or a credit of the shop, without its number: whoever knows the number has the money, so it is
/// neither kept nor sent. The OMS knows the same reference.
struct GiftCard {
    QString reference; ///< SHA-256 of the number's text, in hex; empty where there is no card
    QString lastFour; ///< of the number, for papers and people

    [[nodiscard]] bool isNull() const { return reference.isEmpty(); }
    /// "**** K7QX": on any paper and any screen.
    [[nodiscard]] QString masked() const { return QStringLiteral("**** ") + lastFour; }
    friend bool operator==(const GiftCard &, const GiftCard &) = default;
};

/// The card with \a number, as scanned or typed whole: "EVG-…" (giftCardNumber() reads it).
[[nodiscard]] GiftCard giftCardWith(const QString &number);
/// Whether \a reference and \a lastFour may be a card's, as events and the contract write them.
[[nodiscard]] bool isGiftCard(const GiftCard &card);

} // namespace evertill

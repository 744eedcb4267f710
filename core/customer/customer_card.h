#pragma once

#include <QString>

namespace evertill {

/// A customer's card without its number: whoever knows the number could spend its points, and it names a
/// person, so it is neither kept nor sent. The OMS knows the same reference.
struct CustomerCard {
    QString reference; ///< cardReference() of the number; empty where there is no card
    QString lastFour; ///< of the number, for papers and people

    [[nodiscard]] bool isNull() const { return reference.isEmpty(); }
    /// "**** K7QX": on any paper and any screen.
    [[nodiscard]] QString masked() const { return QStringLiteral("**** ") + lastFour; }
    friend bool operator==(const CustomerCard &, const CustomerCard &) = default;
};

/// The card with \a number, as scanned or typed whole: "EVC-…" (customerNumber() reads it), or a GSRN.
[[nodiscard]] CustomerCard customerCardWith(const QString &number);
/// Whether \a card may be one, as events and the contract write them.
[[nodiscard]] bool isCustomerCard(const CustomerCard &card);

} // namespace evertill

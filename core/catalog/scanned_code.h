#pragma once

#include "core/base/result.h"
#include "core/catalog/code_patterns.h"
#include "core/catalog/gtin.h"
#include "core/gs1/scan_data.h"
#include "core/gs1/trade_item.h"

namespace evertill {

/// What a scanned or typed code is by its form alone, before anything is looked up.
struct ScannedCode {
    enum Kind {
        Product, ///< a GTIN of a maker: `gtin`
        InStore, ///< a number of the shop's own (prefixes 02 and 20 to 29): `gtin`, and `inStore` where a
                 ///< pattern fits
        Receipt, ///< a receipt of this house, "BER1T1-1-42-K7QX" or without the last group: `text`
        Pickup, ///< may be a shopper's pickup code: 4 to 40 of A to Z, 0 to 9 and hyphens, a letter among
                ///< them: `text`
        GiftCard, ///< "EVG-…" (houseCode() below), or a GRAI: `text`
        Customer, ///< a customer's card: "EVC-…", or a GSRN of the recipient of a service: `text`
        Staff, ///< somebody who works here: "EVS-…", or a GSRN of the provider of a service: `text`
        Coupon, ///< AI (8110), (8112) or (255): `data.elements`
        OtherGs1, ///< elements that name nothing a till sells, a pallet say: `data.elements`
        OtherText, ///< what a scanner read whole from a symbol that is none of ours: `text`
    };
    Kind kind = Product;
    QString text; ///< what was scanned, trimmed, letters in capitals; codes of GS1 as they are
    Gtin gtin;
    std::optional<Gtin> upcE =
        {}; ///< what the same eight digits say as a UPC-E: looked up where `gtin` is unknown
    std::optional<InStoreNumber> inStore = {};
    gs1::ScanData data = {}; ///< how it came: symbology, elements
    gs1::TradeItem item = {}; ///< what its elements say: lot, serial, dates, measure, price, count
    friend bool operator==(const ScannedCode &, const ScannedCode &) = default;
};

/// Reads whatever a scanner sends, with an AIM symbology identifier or without: EAN, UPC (UPC-E too), ITF-14,
/// GS1 element strings, Digital Link URIs, and the shop's own codes. Refuses TornScan (code: cut short,
/// doubled, or with characters that no code of ours has), WrongCheckDigit (code, expected), and MalformedCode
/// (code, ai, at, length, problem) where a code breaks GS1's rules.
[[nodiscard]] Result<ScannedCode> readCode(
    QStringView scanned, const CodePatterns &patterns, gs1::ScanReading reading = {});

/// A code of the house: "EVG-" a gift card, "EVC-" a customer, "EVS-" somebody of the staff; then 6 to 24 of
/// 0 to 9 and A to Z, \a body; then GS1's pair of check characters over all before it, so that one wrong
/// character is always found. Nothing for another \a kind or body.
[[nodiscard]] std::optional<QString> houseCode(ScannedCode::Kind kind, const QString &body);
/// The whole number of a gift card from what was scanned or typed: as it stands on the card, without its
/// "EVG-", or, for fingers that have digits only, the digits between that and the check characters. Refuses
/// WrongCheckDigit (code, expected), and UnknownBarcode (code) where it can be no gift card's.
[[nodiscard]] Result<QString> giftCardNumber(const QString &typed);
/// The whole number of a customer's card ("EVC-…"), read and refused alike.
[[nodiscard]] Result<QString> customerNumber(const QString &typed);

} // namespace evertill

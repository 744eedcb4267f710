#pragma once

#include "core/gs1/digital_link.h"

namespace evertill::gs1 {

/// What a scanner sent, taken apart by what kind of symbol it stood in.
struct ScanData {
    enum Form {
        Digits, ///< `text`: an EAN, UPC or ITF number, or any other symbol that holds digits alone
        ElementString, ///< `elements`
        WebAddress, ///< a GS1 Digital Link URI: `text`, and in `elements` what it says
        Text, ///< `text`, of no form that GS1 gives a meaning to
    };
    Form form = Text;
    QString symbology; ///< "EAN-13", "GS1 DataMatrix"; empty where the scanner did not say
    std::string text;
    Elements elements; ///< with Digits: what a composite symbol adds to them
    std::string addOn; ///< the two or five digits printed beside the EAN-13 of a magazine or a book
    friend bool operator==(const ScanData &, const ScanData &) = default;
};

struct ScanReading {
    UriReading uri;
    bool checksAssociations = true; ///< false: each element is judged by itself
};

/// Reads \a sent: with an AIM symbology identifier ("]d2…", ISO/IEC 15424) or without. Without one an element
/// string is known by a leading FNC1 (GS or "^"), by brackets, by a GS inside, or by a GTIN of AI (01) with a
/// right check digit at its beginning. Digits of symbols that have a check digit are checked; other digits
/// are the caller's to judge. Refuses MalformedCode (ai, at, length, problem), WrongCheckDigit (code,
/// expected), and TornScan (code) for more bytes than any symbol holds, for none (but in a symbol of free
/// text, which may be empty), and for a symbol of a kind that no shop has.
[[nodiscard]] Result<ScanData> readScanData(std::string_view sent, ScanReading reading = {});

} // namespace evertill::gs1

#pragma once

#include "core/receipt/receipt_document.h"

#include <QByteArray>

namespace evertill {

/// What a receipt printer can do, as far as we ask it to.
struct EscposProfile {
    int columns = 42; ///< of font A: 42 or 48 on 80 mm paper, 32 on 58 mm
    std::vector<int> codePages = {437, 850, 852, 858, 866, 1252}; ///< those it has, by preference
    bool cuts = true;
    bool opensDrawer = false; ///< kick the drawer on pin 2 before the first line
};

/// \a document as ESC/POS. Each character goes out in the code page that holds it, switched with ESC t as
/// Epson numbers them; what no page of the printer has is written without its accent, or as '?'. Begins with
/// ESC @ and ends with a feed and a partial cut.
[[nodiscard]] QByteArray renderEscpos(const ReceiptDocument &document, const EscposProfile &profile = {});

} // namespace evertill

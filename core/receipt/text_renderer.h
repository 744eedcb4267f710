#pragma once

#include "core/receipt/receipt_document.h"

namespace evertill {

/// \a document as plain text, \a columns wide (≥ 16), each line ended by a newline and none with a space
/// before it. Large text is drawn in normal size; a barcode is its text. East Asian wide characters count two
/// columns, combining marks none.
[[nodiscard]] QString renderText(const ReceiptDocument &document, int columns = 42);

/// Columns that \a text takes on a device with cells of one width.
[[nodiscard]] int columnsOf(QStringView text);

/// \a block laid out in \a columns, line by line, without trailing spaces; a barcode gives its text, centred.
[[nodiscard]] std::vector<QString> layOut(const ReceiptBlock &block, int columns);

} // namespace evertill

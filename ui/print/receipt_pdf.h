#pragma once

#include "core/receipt/receipt_document.h"

#include <QByteArray>

namespace evertill {

/// \a document as a PDF of one page: 80 mm wide, as a roll is, and as long as it needs. The typeface is the
/// program's; its bars are vectors, wide enough for the scanner of any till. Needs a QGuiApplication; any
/// thread. Empty where the device refused to draw.
[[nodiscard]] QByteArray renderPdf(const ReceiptDocument &document);

} // namespace evertill

#pragma once

#include "core/catalog/import/import_report.h"
#include "core/catalog/import/product_sink.h"

namespace evertill {

/// Reads the catalogue file at \a path twice: first all of it is checked, then, where no row was refused, all
/// of it goes to \a sink. A row whose barcode is an earlier row's GTIN-14 is loaded without the barcode and
/// named in the report. Rows that are the same sku as an earlier one are refused. Memory grows by some 40
/// bytes a row. Refuses BadInput (problem) for a file that is no catalogue or changed between the readings,
/// and what the sink refuses; the report says what the rows were refused for.
[[nodiscard]] Result<ImportReport> importCatalog(
    const QString &path, const ImportOptions &options, ProductSink &sink);

} // namespace evertill

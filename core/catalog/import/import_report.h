#pragma once

#include "core/catalog/import/product_file.h"

namespace evertill {

/// What became of a catalogue file. Where any row was refused nothing was loaded.
struct ImportReport {
    /// A row whose barcode is the same GTIN-14 as an earlier row's. It is a product of its own, sold by its
    /// sku; a scan reaches the earlier one.
    struct Duplicate {
        std::int64_t line = 0;
        QString barcode; ///< as the file has it
        std::int64_t keptByLine = 0;
        friend bool operator==(const Duplicate &, const Duplicate &) = default;
    };

    /// No more than this many refused rows are named one by one.
    static constexpr std::int64_t kMostNamed = 100'000;

    std::int64_t rows = 0; ///< without the header
    std::int64_t loaded = 0;
    std::int64_t refusedRows = 0;
    std::vector<Duplicate> duplicates;
    std::vector<RefusedRow> refused; ///< by line
};

} // namespace evertill

#pragma once

#include "core/base/currency.h"
#include "core/catalog/gtin.h"
#include "core/catalog/import/record_reader.h"
#include "core/replica/feed_row.h"

#include <array>
#include <memory>

namespace evertill {

/// How a catalogue file is to be taken.
struct ImportOptions {
    enum class Prices {
        InFile, ///< a row without a price is refused
        ByCode, ///< where the file has none: 49 + (GTIN-14 as a number mod 9950) minor units, the same on
                ///< every machine
    };
    Currency currency;
    Prices prices = Prices::InFile;
    /// The tax codes that rows may name, with their rates; the first is that of rows that name none. Not
    /// empty.
    std::vector<TaxRow> taxes;
};

/// A row of the file that makes sense.
struct ImportedProduct {
    std::int64_t line = 0;
    ProductRow product;
    std::optional<Gtin> gtin; ///< the barcode column's
    QString barcode; ///< as the file has it
};

/// A row that does not: BadRow, WrongCheckDigit or TornScan.
struct RefusedRow {
    std::int64_t line = 0;
    QString barcode; ///< as the file has it, cut to 80 characters
    Refusal reason;
    friend bool operator==(const RefusedRow &, const RefusedRow &) = default;
};

/// A catalogue file: TSV or CSV (by its name, .zst aside: .csv is CSV), UTF-8, a header line that names the
/// columns in any order: name; barcode (or gtin) and sku, of which a row has at least one; price in the
/// currency's major unit ("1.79") or price_minor; unit (ea), tax, category, short_name, min_age, instore,
/// open_price (yes or no: such a product needs no price). Other columns are passed over. Where there is no
/// sku, the barcode as it stands is one.
class ProductFile final {
public:
    /// Refuses BadInput (problem): not readable, no header, a column missing or named twice.
    [[nodiscard]] static Result<ProductFile> open(const QString &path, const ImportOptions &options);

    /// What the next row gives.
    enum class Step { Product, Refused, End };
    /// Fills \a product or \a refused. Refuses BadInput (problem, line) where the file stops being a table.
    [[nodiscard]] Result<Step> next(ImportedProduct &product, RefusedRow &refused);

private:
    enum Column {
        Barcode,
        Sku,
        Name,
        ShortName,
        PriceMajor,
        PriceMinor,
        Unit,
        Tax,
        Category,
        MinAge,
        Instore,
        OpenPrice,
        kColumns
    };

    ProductFile(RecordReader records, ImportOptions options)
        : m_records(std::move(records)), m_options(std::move(options))
    {
    }
    static std::optional<Column> columnCalled(const QByteArray &name);
    Result<> readHeader();
    [[nodiscard]] QString field(Column column) const;
    Result<> read(ImportedProduct &product) const;
    Result<> readCodes(ImportedProduct &product) const;
    Result<> readOpenPrice(ProductRow &product) const;
    Result<std::int64_t> priceOf(const ImportedProduct &product) const;
    Result<> readDetails(ProductRow &product) const;

    RecordReader m_records;
    ImportOptions m_options;
    Record m_record;
    std::array<int, kColumns> m_positions = {};
    int m_width = 0;
};

} // namespace evertill

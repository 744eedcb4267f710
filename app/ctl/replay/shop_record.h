#pragma once

#include "core/base/clock.h"
#include "core/base/money.h"
#include "core/base/result.h"
#include "core/catalog/import/record_reader.h"

#include <QString>

#include <vector>

namespace evertill {

/// One line of an invoice, as a shop wrote it down.
struct RecordLine {
    std::int64_t fileLine = 0; ///< where it stands in the file, from 1
    QString sku;
    QString name;
    Quantity quantity; ///< signed
    Money
        price; ///< for one piece, signed; rounded half up where the record has more digits than the currency
    bool priceWasRounded = false;
};

/// Consecutive lines under one number.
struct RecordInvoice {
    QString number; ///< "C…" is a cancellation, "A…" an adjustment of debts
    QString customer; ///< empty where none was noted
    Instant at; ///< the record's local time, taken as UTC
    QDate day;
    std::vector<RecordLine> lines;

    [[nodiscard]] bool isCancellation() const { return number.startsWith(u'C'); }
    [[nodiscard]] bool isAdjustment() const { return number.startsWith(u'A'); }
};

/// Collects the lines of a record in the shape of UCI's "Online Retail" (tab-separated: InvoiceNo, StockCode,
/// Description, Quantity, InvoiceDate, UnitPrice, CustomerID, Country) into invoices.
class RecordParser final {
public:
    explicit RecordParser(Currency currency) : m_currency(currency) { }

    /// Takes the next row of the file, its header first. Gives the invoice that this row ended, if it did.
    /// Refuses BadRow{line, problem}; time that runs backwards is such a problem.
    [[nodiscard]] Result<std::optional<RecordInvoice>> take(const Record &row);
    /// The last invoice, once the file has ended.
    [[nodiscard]] std::optional<RecordInvoice> finish();

private:
    [[nodiscard]] Result<RecordInvoice> parse(const Record &row) const;

    Currency m_currency;
    bool m_sawHeader = false;
    std::optional<RecordInvoice> m_open;
};

} // namespace evertill

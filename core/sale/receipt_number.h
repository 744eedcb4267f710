#pragma once

#include "core/base/uuid.h"

#include <QString>

#include <optional>

namespace evertill {

/// What is printed on a receipt: till, epoch and a gap-free count within the epoch, "BER1T1-1-42". Sales and
/// returns share the count.
struct ReceiptNumber {
    QString till; ///< letters and digits
    std::int64_t epoch = 0;
    std::int64_t number = 0;

    [[nodiscard]] QString text() const;
    /// Accepts lower case, as it is typed by hand. Nothing for any other text.
    [[nodiscard]] static std::optional<ReceiptNumber> parse(QStringView text);
    /// epoch * 2^40 + number: the key of this till's own receipts, in their order.
    [[nodiscard]] std::int64_t packed() const { return (epoch << 40) | number; }

    friend bool operator==(const ReceiptNumber &, const ReceiptNumber &) = default;
};

/// Four Crockford base-32 characters from the random end of \a id: a receipt made up by counting on doesn't
/// scan.
[[nodiscard]] QString receiptCheck(const Uuid &id);

/// What the barcode of a receipt carries: "BER1T1-1-42-K7QX".
struct ReceiptBarcode {
    ReceiptNumber number;
    QString check; ///< upper case; I and L read as 1, O as 0

    [[nodiscard]] QString text() const;
    [[nodiscard]] static std::optional<ReceiptBarcode> parse(QStringView text);
    [[nodiscard]] bool fits(const Uuid &id) const { return check == receiptCheck(id); }
    friend bool operator==(const ReceiptBarcode &, const ReceiptBarcode &) = default;
};

[[nodiscard]] QString barcodeText(const ReceiptNumber &number, const Uuid &id);

} // namespace evertill

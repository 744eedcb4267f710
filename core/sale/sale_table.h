#pragma once

#include "core/sale/sale.h"

#include <map>

namespace evertill {

/// Sales of this till, read back from their tables on any connection to a ledger file.
class SaleTable final {
public:
    explicit SaleTable(Database &database) : m_database(database) { }

    [[nodiscard]] std::optional<Sale> find(const ReceiptNumber &number);
    [[nodiscard]] std::optional<Sale> byId(SaleId id);
    /// The newest \a limit sales, newest first; returns are not among them.
    [[nodiscard]] std::vector<Sale> latest(int limit);
    /// The receipt on which this till sold piece \a serial of \a gtin; nothing where it did not, or it came
    /// back.
    [[nodiscard]] std::optional<QString> receiptOfSerial(const QString &gtin, const QString &serial);

    /// How often \a promotion was given by events after \a through, and how much in all.
    struct Given {
        std::int64_t times = 0;
        std::int64_t minor = 0;
    };
    [[nodiscard]] Given givenSince(const QString &promotion, Position through);
    /// What the customer with \a card bought by events after \a through.
    struct Bought {
        std::int64_t purchases = 0;
        std::map<QString, std::int64_t> uses; ///< how often each promotion was given
    };
    [[nodiscard]] Bought boughtSince(const CustomerCard &card, Position through);

    /// For the projections: writes the lines of \a sale and its pieces with a serial number.
    void insertLines(const Sale &sale);
    /// For the projections: what promotions took off \a sale, whose event stands at \a position.
    void insertDiscounts(const Sale &sale, Position position);
    /// What line \a line of \a sale sold came back.
    void forgetSerial(SaleId sale, int line);

private:
    [[nodiscard]] Sale whole(const ReceiptHead &head);
    [[nodiscard]] std::vector<GrantedDiscount> discounts(const ReceiptHead &head);

    Database &m_database;
};

} // namespace evertill

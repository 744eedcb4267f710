#pragma once

#include "core/base/clock.h"
#include "core/customer/sale_customer.h"
#include "core/journal/position.h"
#include "core/payment/tender.h"
#include "core/sale/receipt_number.h"
#include "core/store/database.h"
#include "core/tax/tax.h"

#include <QDate>

namespace evertill {

enum class ReceiptKind { Sale = 1, Return = 2 };

/// What sales and returns have in common: whose money, when, and how much. Amounts of a return are positive,
/// in the customer's favour.
struct ReceiptHead {
    ReceiptNumber number;
    ReceiptKind kind = ReceiptKind::Sale;
    Uuid id; ///< the sale's or the return's
    Position position; ///< of its event
    ShiftId shift;
    QDate businessDate;
    Instant at;
    int utcOffsetMin = 0;
    QString cashier;
    TaxMode taxMode = TaxMode::Inclusive;
    Money total;
    Money rounding;
    Money change;
    std::optional<SaleCustomer> customer = {};
    QString exemption = {}; ///< the certificate by which a sale bore no tax

    friend bool operator==(const ReceiptHead &, const ReceiptHead &) = default;
};

/// What a range of receipts adds up to.
struct Takings {
    std::int64_t sales = 0, returns = 0; ///< how many
    Money salesTotal, returnsTotal; ///< both ≥ 0, before cash rounding
    Money rounding; ///< sales' less returns'
    TenderSums net; ///< by tender: taken less change, less what went back
    Money loads; ///< of salesTotal, what was put on gift cards: owed, not earned
    std::vector<Money> foreign = {}; ///< foreign notes taken, by currency; refunds are home cash
    std::vector<TaxTotal> taxes; ///< net: sales' less returns'; by code and rate
};

/// The tables receipt, receipt_tender and receipt_tax: one book for sales and returns, numbered without a gap
/// within an epoch. Written by the projections of sale.completed and return.completed only; read on any
/// connection to a ledger file.
class ReceiptBook final {
public:
    explicit ReceiptBook(Database &database) : m_database(database) { }

    /// The number that the next receipt gets in \a epoch; it is taken once insert() has it.
    [[nodiscard]] ReceiptNumber next(std::int64_t epoch, const QString &till);
    void insert(const ReceiptHead &head, std::span<const Tender> tenders, std::span<const TaxTotal> taxes);

    [[nodiscard]] std::optional<ReceiptHead> find(const ReceiptNumber &number);
    [[nodiscard]] std::optional<ReceiptHead> byId(const Uuid &id);
    /// The number under which \a id is booked, if it is.
    [[nodiscard]] std::optional<ReceiptNumber> numberOf(const Uuid &id);
    /// The newest \a limit receipts of \a kind, newest first.
    [[nodiscard]] std::vector<ReceiptHead> latest(ReceiptKind kind, int limit);
    [[nodiscard]] std::vector<Tender> tenders(const ReceiptHead &head);
    [[nodiscard]] std::vector<TaxTotal> taxes(const ReceiptHead &head);
    /// The receipt that \a voucher has paid, if it has.
    [[nodiscard]] std::optional<ReceiptNumber> paidByVoucher(const QString &voucher);
    /// What the card with the reference \a card has paid by \a kind in \a shift without the OMS having been
    /// asked.
    [[nodiscard]] Money paidOffline(TenderKind kind, const QString &card, ShiftId shift, Currency currency);
    /// What the receipts of \a shift add up to; all of them lie within \a firstPacked to before \a endPacked.
    [[nodiscard]] Takings takings(
        ShiftId shift, std::int64_t firstPacked, std::int64_t endPacked, Currency currency);

private:
    Database &m_database;
};

} // namespace evertill

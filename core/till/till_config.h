#pragma once

#include "core/base/json_fields.h"
#include "core/base/result.h"
#include "core/store/database.h"
#include "core/tax/tax.h"
#include "core/till/customer_rules.h"
#include "core/till/exchange_rate.h"

#include <QStringList>

#include <vector>

namespace evertill {

/// The shop that the till stands in, as its receipts name it.
struct Store {
    QString id; ///< letters and digits; each of its tills' ids begins with it: "BER1"
    QString name;
    QStringList address; ///< line by line
    QString taxId; ///< empty where the shop prints none

    friend bool operator==(const Store &, const Store &) = default;
};

/// How the shop deals with gift cards and its own credit.
struct GiftCardRules {
    bool areTaken = false;
    /// What one card may pay in one shift while the OMS can't be asked, in minor units; 0: nothing.
    std::int64_t offlineLimit = 0;

    friend bool operator==(const GiftCardRules &, const GiftCardRules &) = default;
};

/// How the shop deals with paper vouchers of others.
struct VoucherRules {
    bool areTaken = false;
    /// What was paid by voucher goes back in cash; else as a credit on a gift card, since money on paper that
    /// gives no change must not become money in a pocket.
    bool backAsCash = false;

    friend bool operator==(const VoucherRules &, const VoucherRules &) = default;
};

/// A currency whose notes the shop takes beside its own.
struct ForeignCurrency {
    Currency currency;
    ExchangeRate rate; ///< home units for one of it; in a TillConfig, until the OMS says another
    std::int64_t step = 1; ///< the smallest note that is taken, in its minor units

    friend bool operator==(const ForeignCurrency &, const ForeignCurrency &) = default;
};

/// Who this till is and how its shop works: what enrolment brought. A value; it changes only with a new
/// enrolment.
struct TillConfig {
    QString till; ///< letters and digits, begins with the store's id: "BER1T1"
    Store store;
    Currency currency;
    QString country; ///< ISO 3166-1 alpha-2
    TaxPolicy tax;
    QString cashier; ///< a random reference to a person; empty where the OMS named none
    QStringList codePatterns; ///< in-store number patterns, as resources/api/oms.yaml writes them
    /// To which tender money goes back first where a receipt was paid with several: "card", "giftcard",
    /// "voucher", "cash". What is not named comes last, in that order.
    QStringList refundOrder = {};
    GiftCardRules giftCards = {};
    VoucherRules vouchers = {};
    std::vector<ForeignCurrency> foreignCash = {};
    CustomerRules customers = {};
    bool exemptsByCertificate = false; ///< whoever shows a certificate pays no tax

    friend bool operator==(const TillConfig &, const TillConfig &) = default;
};

/// `foreign_cash` of \a fields, as the contract writes it; what is wrong is noted in \a fields.
[[nodiscard]] std::vector<ForeignCurrency> readForeignCurrencies(JsonFields &fields);

/// The configuration kept in \a ledger, any thread with its own connection.
/// Refuses NotEnrolled where there is none yet, DamagedFile where it can't be read.
[[nodiscard]] Result<TillConfig> loadTillConfig(Database &ledger);

/// Keeps \a config in place of any before it, in a transaction of its own: durable when this returns. Ledger
/// thread only.
void saveTillConfig(Database &ledger, const TillConfig &config);

/// A till that stands alone, with no OMS: id BARE1T1 of store BARE1, prices with their tax inside.
[[nodiscard]] TillConfig bareTill(Currency currency);

} // namespace evertill

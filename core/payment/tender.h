#pragma once

#include "core/base/json_fields.h"
#include "core/base/json_writer.h"
#include "core/base/money.h"
#include "core/customer/customer_card.h"
#include "core/payment/gift_card.h"
#include "core/till/exchange_rate.h"

#include <optional>
#include <span>
#include <vector>

namespace evertill {

enum class TenderKind {
    Cash = 1,
    Card = 2,
    GiftCard = 3,
    Voucher = 4,
    ForeignCash = 5,
    Points = 6,
    OnAccount = 7
};

/// Money that the OMS keeps for the customer: theirs alone, and it goes back there.
[[nodiscard]] constexpr bool isCustomersOwn(TenderKind kind)
{
    return kind == TenderKind::Points || kind == TenderKind::OnAccount;
}

/// What becomes of more than is due.
enum class OverTender {
    Change, ///< goes back in cash
    Refused, ///< is not taken
    Forfeited, ///< is lost to the customer, who is told before: the tender's amount is only what it paid
};

struct TenderRule {
    TenderKind kind;
    QByteArrayView name; ///< "cash", as events and the contract name it
    OverTender over;
};
/// The rules of every tender, in the order in which money goes back where a shop sets none.
[[nodiscard]] std::span<const TenderRule> tenderRules();
[[nodiscard]] const TenderRule &ruleOf(TenderKind kind);

/// Notes of another currency, and what they counted for.
struct ForeignCash {
    Money given;
    ExchangeRate rate; ///< home units for one of it
    friend bool operator==(const ForeignCash &, const ForeignCash &) = default;
};

/// Money handed over for a sale, or handed back on a return; always positive.
struct Tender {
    TenderKind kind = TenderKind::Cash;
    Money amount;
    QString approval = {}; ///< the card terminal's approval code; empty for cash
    PaymentId attempt = {}; ///< the card attempt that it settles; null where there was none
    GiftCard giftCard = {}; ///< with GiftCard only
    Uuid hold = {}; ///< under which the OMS kept a gift card's money; null where it could not be asked
    QString voucher = {}; ///< with Voucher only: its number (voucherNumber())
    std::optional<Money> face = {}; ///< what a voucher is worth, where that is more than it paid
    std::optional<ForeignCash> foreign = {}; ///< with ForeignCash only: what the amount is the worth of
    CustomerCard customer = {}; ///< with Points and OnAccount only: whose own money it is
    std::int64_t points = 0; ///< with Points only: how many of them

    friend bool operator==(const Tender &, const Tender &) = default;
};

/// What tenders come to by their kind.
struct TenderSums {
    Money cash;
    Money card;
    Money giftCard;
    Money voucher;
    Money foreign; ///< what foreign cash is worth
    Money points; ///< what they were worth
    Money onAccount;

    [[nodiscard]] Money &of(TenderKind kind);
    [[nodiscard]] Money of(TenderKind kind) const { return const_cast<TenderSums *>(this)->of(kind); }
    [[nodiscard]] Money total() const;
    /// How many kinds there is anything of.
    [[nodiscard]] int kinds() const;
    friend bool operator==(const TenderSums &, const TenderSums &) = default;
};
[[nodiscard]] TenderSums sumsOf(std::span<const Tender> tenders, Currency currency);

/// A card terminal's approval code is no longer.
inline constexpr int kLongestApproval = 32;

[[nodiscard]] inline QByteArrayView tenderName(TenderKind kind) { return ruleOf(kind).name; }
[[nodiscard]] std::optional<TenderKind> tenderNamed(QStringView name);
/// Writes \a tenders as the contract's list of Tender.
void writeTenders(JsonWriter &writer, std::span<const Tender> tenders);
/// Reads them back; what is wrong is noted in \a fields.
[[nodiscard]] std::vector<Tender> readTenders(JsonFields &fields, Currency currency);

} // namespace evertill

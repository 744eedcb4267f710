#pragma once

#include "core/base/json_fields.h"
#include "core/base/json_writer.h"
#include "core/base/money.h"
#include "core/payment/gift_card.h"

#include <span>
#include <vector>

namespace evertill {

enum class TenderKind { Cash = 1, Card = 2, GiftCard = 3 };

/// What becomes of more than is due.
enum class OverTender {
    Change, ///< goes back in cash
    Refused, ///< is not taken
};

struct TenderRule {
    TenderKind kind;
    QByteArrayView name; ///< "cash", as events and the contract name it
    OverTender over;
};
/// The rules of every tender, in the order in which money goes back where a shop sets none.
[[nodiscard]] std::span<const TenderRule> tenderRules();
[[nodiscard]] const TenderRule &ruleOf(TenderKind kind);

/// Money handed over for a sale, or handed back on a return; always positive.
struct Tender {
    TenderKind kind = TenderKind::Cash;
    Money amount;
    QString approval = {}; ///< the card terminal's approval code; empty for cash
    PaymentId attempt = {}; ///< the card attempt that it settles; null where there was none
    GiftCard giftCard = {}; ///< with GiftCard only
    Uuid hold = {}; ///< under which the OMS kept a gift card's money; null where it could not be asked

    friend bool operator==(const Tender &, const Tender &) = default;
};

/// What tenders come to by their kind.
struct TenderSums {
    Money cash;
    Money card;
    Money giftCard;

    [[nodiscard]] Money &of(TenderKind kind);
    [[nodiscard]] Money of(TenderKind kind) const { return const_cast<TenderSums *>(this)->of(kind); }
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

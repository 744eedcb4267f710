#pragma once

#include "core/base/json_fields.h"
#include "core/base/json_writer.h"
#include "core/base/money.h"

#include <span>
#include <vector>

namespace evertill {

enum class TenderKind { Cash = 1, Card = 2 };

/// Money handed over for a sale, or handed back on a return; always positive.
struct Tender {
    TenderKind kind = TenderKind::Cash;
    Money amount;
    QString approval = {}; ///< the card terminal's approval code; empty for cash
    PaymentId attempt = {}; ///< the card attempt that it settles; null where there was none

    friend bool operator==(const Tender &, const Tender &) = default;
};

/// What tenders come to by their kind.
struct TenderSums {
    Money cash;
    Money card;
    friend bool operator==(const TenderSums &, const TenderSums &) = default;
};
[[nodiscard]] TenderSums sumsOf(std::span<const Tender> tenders, Currency currency);

/// A card terminal's approval code is no longer.
inline constexpr int kLongestApproval = 32;

/// "cash", "card": as events and the contract name it.
[[nodiscard]] QByteArrayView tenderName(TenderKind kind);
/// Writes \a tenders as the contract's list of Tender.
void writeTenders(JsonWriter &writer, std::span<const Tender> tenders);
/// Reads them back; what is wrong is noted in \a fields.
[[nodiscard]] std::vector<Tender> readTenders(JsonFields &fields, Currency currency);

} // namespace evertill

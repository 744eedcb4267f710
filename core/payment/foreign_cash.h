#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/payment/tender.h"
#include "core/store/database.h"
#include "core/till/till_config.h"

namespace evertill {

/// Notes of another currency, at the rate that the OMS says for the day. They count as cash: what they are
/// worth beyond what is due goes back in the home currency, and so does a refund. They lie in the drawer
/// apart from the home cash, and are told apart in X and Z.

/// The currencies of \a configured, each at the rate that counts at \a at for a ticket paid by \a tenders so
/// far: the one that its notes among them were taken at, since whoever pays was told that one and it stands
/// until all is paid; else the latest that the OMS put into force; else the configuration's. Read it when
/// the notes are asked for, and show and take them by what it said then: a rate that comes meanwhile is the
/// next one's. A rate of a currency that is not configured, or the shop's own, means nothing.
[[nodiscard]] std::vector<ForeignCurrency> foreignCashAt(
    Database &replica, std::vector<ForeignCurrency> configured, std::span<const Tender> tenders, Instant at);
/// The fewest notes of \a of that are worth \a due (≥ 0, home): a multiple of its step.
[[nodiscard]] Money foreignDue(Money due, const ForeignCurrency &of);
/// What \a given pays in \a home: worth amount × rate, rounded half up to the home minor unit.
/// Refuses NegativeTender (nothing), BadAmount (absurd, or another currency), ForeignNotes{currency, step}
/// (no multiple of its step: coins are not taken).
[[nodiscard]] Result<Tender> foreignTender(Money given, const ForeignCurrency &of, Currency home);
/// Whether \a tender says of its foreign notes what events may carry: worth what its rate makes of them.
[[nodiscard]] bool isForeign(const Tender &tender);
/// Refuses BadInput (a tender whose worth is not its rate's), NoForeignCash{currency} (one that the shop, by
/// \a taken, does not take; a rate that has changed meanwhile stands as it was shown).
[[nodiscard]] Result<> checkForeign(std::span<const Tender> tenders, std::span<const ForeignCurrency> taken);

} // namespace evertill

#pragma once

#include "core/base/clock.h"
#include "core/base/money.h"
#include "core/sale/receipt_book.h"

#include <QDate>

#include <vector>

namespace evertill {

/// A stretch of selling over one drawer, under one business date.
struct Shift {
    ShiftId id;
    std::int64_t number = 0; ///< 1, 2, … on this till
    QDate businessDate; ///< the day it was opened where the till stands
    Money floatAmount; ///< what lay in the drawer at the start
    QString cashier;
    Instant openedAt;
    friend bool operator==(const Shift &, const Shift &) = default;
};

enum class CashMoveKind { PayIn = 1, PayOut = 2, Drop = 3 };

/// Cash put into the drawer, paid out of it, or dropped from it into the safe.
struct CashMove {
    ShiftId shift;
    CashMoveKind kind = CashMoveKind::PayIn;
    Money amount; ///< positive
    QString reason;
    Instant at;
    friend bool operator==(const CashMove &, const CashMove &) = default;
};

/// What a shift has taken so far, or took. expected = float + takings.cash + pay-ins − pay-outs − drops.
struct ShiftReport {
    Shift shift;
    Instant at; ///< when it was drawn up; the close, once closed
    int utcOffsetMin = 0;
    Takings takings;
    Money payIns, payOuts, drops; ///< each ≥ 0
    std::vector<CashMove> moves; ///< oldest first
    Money expected;
    std::optional<Money> counted; ///< once closed
    [[nodiscard]] bool isClosed() const { return counted.has_value(); }
    /// counted − expected: over where positive, short where negative. Of a closed shift.
    [[nodiscard]] Money overShort() const { return counted.value_or(expected) - expected; }
};

} // namespace evertill

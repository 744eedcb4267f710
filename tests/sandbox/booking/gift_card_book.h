#pragma once

#include "tests/sandbox/booking/fact.h"
#include "tests/sandbox/store/refusal.h"
#include "tests/sandbox/store/work_unit.h"

#include <QJsonArray>

namespace evertill::sandbox {

/// Gift cards and the shop's credit. A card's balance is the sum of its movements and stands nowhere else;
/// what is free is that less the holds that have not ended. A card is known by the SHA-256 of its number.
class GiftCardBook final {
public:
    explicit GiftCardBook(WorkUnit &work) : m_work(work) { }

    /// Fifteen minutes.
    static constexpr qint64 holdLength = 15 * 60'000'000LL;

    [[nodiscard]] static QString referenceOf(const QString &number);

    /// What tenders of a sale or return do: a sale takes, and ends its hold, a return gives. A card that
    /// takes a sale below zero is one giftcard_overdrawn per fact; a card nobody knew is one from then on.
    void bookTenders(const Fact &fact, bool isSale);

    /// A line of a sale put \a amount on \a card, which is one from now on.
    void load(const Fact &fact, const QString &card, const QString &lastFour, qint64 amount);

    /// Keeps up to `amount` under `hold`; the same hold again, the same answer. Refuses `bad_request`,
    /// `unknown_card` (404), `wrong_currency`, `card_empty`, `hold_used` (409).
    [[nodiscard]] Result<QJsonObject> hold(const QString &till, const QString &card, const QJsonObject &wish);
    void release(const QString &card, const QString &hold);
    /// `{card, last_four, balance, currency}`: what is free. Refuses `unknown_card` (404).
    [[nodiscard]] Result<QJsonObject> look(const QString &card);
    /// The office sets what the card with \a number is worth, new or not.
    [[nodiscard]] Result<QJsonObject> put(const QString &number, qint64 balance, const QString &currency);

private:
    [[nodiscard]] qint64 balance(const QString &card);
    [[nodiscard]] qint64 held(const QString &card);
    void know(const QString &card, const QString &lastFour, const QString &currency);
    void move(const QString &card, qint64 amount, const QString &reason, const Fact *fact = nullptr);

    WorkUnit &m_work;
};

} // namespace evertill::sandbox

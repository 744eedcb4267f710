#pragma once

#include "core/base/clock.h"
#include "core/base/money.h"
#include "core/tasks/open_task.h"

namespace evertill {

/// The facts of a clash as the words need them: nothing here trusts their shape.
class ClashFacts final {
public:
    /// \a till is this one's id; \a currency counts where the facts name none. All outlive it.
    ClashFacts(const OpenTask &task, const QString &till, Currency currency, const Clock &clock);

    [[nodiscard]] QString text(QStringView name) const { return m_facts.value(name).toString(); }
    [[nodiscard]] QString money(QStringView name) const;
    [[nodiscard]] QString count(QStringView name) const;
    /// "14:02", "18 Jul 14:02": when it happened on the till; when the task was opened where it doesn't say.
    [[nodiscard]] QString when() const;
    /// "this till" or "till BER1T2".
    [[nodiscard]] QString who() const { return tillWords(text(u"till")); }
    [[nodiscard]] QString tillWords(const QString &till) const;
    /// Whether the till took the step \a kind with the order.
    [[nodiscard]] bool hasStep(const QString &kind) const;
    /// "2 × Green tea, 1 × Honey": of the list \a name, with the number under \a key.
    [[nodiscard]] QString goods(QStringView name, QStringView key = u"quantity") const;
    /// The same of what went out with the order.
    [[nodiscard]] QString goodsHandedOver() const;
    /// The first name of the list \a name, and how many others there are.
    [[nodiscard]] QString firstName(QStringView name) const;
    /// "BER1T1-1-9 (till BER1T1)", of the other returns.
    [[nodiscard]] QString others() const;

private:
    [[nodiscard]] static QString goodsIn(const QJsonArray &list, QStringView key);

    const QJsonObject m_facts;
    const QString m_till;
    Currency m_currency;
    Instant m_at;
    const Clock &m_clock;
};

} // namespace evertill

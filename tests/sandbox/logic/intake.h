#pragma once

#include "tests/sandbox/logic/envelope.h"
#include "tests/sandbox/store/work_unit.h"

#include <functional>

namespace evertill::sandbox {

/// How far the OMS has taken a till's journal: {0, 0} and 64 zeros where nothing was accepted.
struct Accepted {
    Position position;
    QString hash = QString(64, u'0');

    [[nodiscard]] QJsonObject json() const;
};

/// Takes journals: continues them, tells repeats from forks and gaps, opens and closes epochs, has each fact
/// booked.
class Intake final {
public:
    explicit Intake(Store &store) : m_store(store) { }

    [[nodiscard]] Accepted accepted(const QString &till);
    /// A BatchOutcome. All of the batch is durable when this returns a value, nothing of it when it refuses:
    /// bad_request, bad_hash, too_large, fork, gap.
    [[nodiscard]] Result<QJsonObject> push(const QString &till, const QJsonObject &batch, qint64 now);
    /// As it, where \a mayPush says yes within the transaction; `wrong_till` otherwise.
    [[nodiscard]] Result<QJsonObject> push(
        const QString &till, const QJsonObject &batch, qint64 now, const std::function<bool()> &mayPush);
    /// `{events, more}`: the journal after \a after, as one chain: events beyond the position at which an
    /// epoch was closed (a restored till no longer has them) are left out, so that the rest verifies.
    [[nodiscard]] QJsonObject journal(const QString &till, Position after, int limit);
    /// `{events, more}`: the facts after \a after that are on no chain of the till any more and were not
    /// recorded again, each as it was first booked.
    [[nodiscard]] QJsonObject diverged(const QString &till, Position after, int limit);

private:
    [[nodiscard]] Result<QJsonArray> take(WorkUnit &work, const std::vector<WireEvent> &events);
    /// Whether this very event was taken before; refuses `fork` where another stands in its place.
    [[nodiscard]] Result<bool> isRepeat(const WireEvent &event);
    [[nodiscard]] Result<void> continues(const WireEvent &event, const Accepted &head);
    [[nodiscard]] Result<void> opensEpoch(const WireEvent &event, const Accepted &head);
    Outcome accept(WorkUnit &work, const WireEvent &event);
    /// Books the fact, unless it is one that came before, under another position or of another till.
    Outcome book(WorkUnit &work, const WireEvent &event);
    /// Makes the chain that ends in \a from the till's, and closes every other piece of its history.
    void closeEpochs(const QString &till, Position from, qint64 opened);
    [[nodiscard]] QString hashAt(const QString &till, Position position);

    Store &m_store;
};

} // namespace evertill::sandbox

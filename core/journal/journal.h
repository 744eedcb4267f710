#pragma once

#include "core/journal/event.h"
#include "core/store/database.h"

#include <functional>
#include <optional>
#include <vector>

namespace evertill {

/// The newest event's place and hash; all zero in an empty journal.
struct Head {
    Position position;
    Hash hash = {};
    friend bool operator==(const Head &, const Head &) = default;
};

/// The statements of the journal's table. Reads on any connection to a ledger file; appends only through
/// Ledger.
class Journal final {
public:
    explicit Journal(Database &database) : m_database(database) { }

    [[nodiscard]] Head head();
    /// Writes \a event, whose position and previous hash continue head(), within the caller's transaction.
    void insert(const Event &event);
    [[nodiscard]] std::optional<Event> at(Position position);
    /// Whether the fact that first stood at \a first is here: there, or recorded again.
    [[nodiscard]] bool holds(Position first);
    /// Up to \a limit events beyond \a after, oldest first.
    [[nodiscard]] std::vector<Event> after(Position after, int limit);
    /// How many events lie beyond \a after. Looks at the end of each epoch: the more there are costs no more.
    [[nodiscard]] std::int64_t countAfter(Position after);
    /// Streams events beyond \a after, oldest first, in bounded memory, until \a visit says false.
    void each(Position after, const std::function<bool(const Event &)> &visit);

private:
    Database &m_database;
};

/// What is wrong with a chain: where, and in which way.
struct ChainFault {
    Position position;
    QString problem; ///< for a log: "hash differs", "gap", "seal does not verify"

    [[nodiscard]] QString text() const; ///< for a log: "event 1-7: gap"
};

/// Reads the journal beyond \a from to its end and recomputes every hash; the first fault found, if any. An
/// epoch begins with epoch.opened, which names the event before it, and its seals are of one key: a till that
/// went on from a backup may have a new one, and the newest seal vouches for all that lies before it. With \a
/// sealKey (32 bytes, Ed25519) the seals of the newest epoch must be of that one. Bounded memory.
[[nodiscard]] std::optional<ChainFault> findChainFault(
    Journal &journal, Head from = {}, const std::optional<QByteArray> &sealKey = {});

} // namespace evertill

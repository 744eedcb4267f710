#pragma once

#include "core/journal/journal.h"

namespace evertill {

/// The journal by count instead of by position: what a search for the last event that two journals share
/// needs.
class JournalIndex final {
public:
    explicit JournalIndex(Database &database) : m_database(database) { }

    /// The place and hash of the event that \a before others lie before; all zero where there is none.
    [[nodiscard]] Head nth(std::int64_t before);
    /// Whether anything but what speaks of the journal itself (isOfJournal) is in it.
    [[nodiscard]] bool hasFacts();

private:
    Database &m_database;
};

} // namespace evertill

#pragma once

#include "core/replica/feed_row.h"
#include "core/store/database.h"

namespace evertill {

/// What a replica's file knows of itself: how far the feed and the journal have come.
class ReplicaMeta final {
public:
    explicit ReplicaMeta(Database &replica) : m_database(replica) { }

    /// Empty where no snapshot or page was taken yet.
    [[nodiscard]] QByteArray cursor();
    [[nodiscard]] Position included();
    [[nodiscard]] Accepted accepted();

    void setFeed(const QByteArray &cursor, Position included);
    void setAccepted(const Accepted &accepted);

private:
    Database &m_database;
};

} // namespace evertill

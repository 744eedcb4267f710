#include "sync/enrol/journal_at_oms.h"

namespace evertill {

Result<bool> JournalAtOms::holds(const Head &at) const
{
    const auto piece = after({at.position.epoch, at.position.seq - 1}, 1);
    if (!piece)
        return tl::unexpected(piece.error());
    return !piece->events.empty() && piece->events.front().position == at.position
        && piece->events.front().hash == at.hash;
}

} // namespace evertill

#pragma once

#include "sync/engine/lane.h"

namespace evertill {

/// Of a till that goes on from a backup: once the OMS has taken its new epoch, which closes the old one, asks
/// for the facts that the OMS has beyond the backup and has them recorded again, piece by piece, until there
/// are no more. It may be dropped at any moment and begun again: what is recorded is passed over, and what
/// the OMS was sent again it does not list any more.
class RecoveryLane final : public Lane {
public:
    /// \a due: whether the ledger waits for those facts.
    RecoveryLane(const QString &till, bool due, SyncMode mode, Random &random);

    /// The OMS has the new epoch: no older one grows any more.
    void begin() { m_begun = true; }
    [[nodiscard]] bool isDue() const { return m_isDue; }

private:
    enum class Phase { Ask, Record };

    [[nodiscard]] std::optional<Wish> wish(Instant now) override;
    void take(const Outcome &outcome, Instant now) override;
    void beginAgain(bool isBad) override;
    void takePiece(const HttpAnswer &answer, Instant now);

    QByteArray m_path;
    Phase m_phase = Phase::Ask;
    bool m_isDue;
    bool m_begun = false;
    Position m_after; // recorded so far
    RecordFacts m_piece; // while it is being recorded
};

} // namespace evertill

#pragma once

#include "sync/engine/lane.h"

namespace evertill {

/// Renews the till's certificate when two thirds of its life are over: asks for another of the same key,
/// keeps it beside the present one, proves it by a question to the OMS, and only then puts it in the other's
/// place. Whatever breaks off within goes on where it was: the present one is used until the next one is
/// proved, and one that the OMS turns down, or that it never answers while it answers the present one, is
/// forgotten.
class RenewLane final : public Lane {
public:
    RenewLane(const QString &till, std::optional<CertificateLife> life, bool hasNext, SyncMode mode,
        Random &random);

    /// Whether the OMS can be reached: nothing is begun before.
    void mayAsk(bool may) { m_mayAsk = may; }
    /// Whether nothing is to be done, or in SyncMode::Once can't be.
    [[nodiscard]] bool isAtRest() const { return refusal() || (m_phase == Phase::Wait && !m_isDue); }
    [[nodiscard]] bool hasEnded(Instant now) const { return m_life && now >= m_life->ends; }

private:
    enum class Phase { Wait, Ask, Keep, Try, Adopt, Forget };

    [[nodiscard]] std::optional<Wish> wish(Instant now) override;
    [[nodiscard]] std::optional<Instant> dueAt() const override;
    void take(const Outcome &outcome, Instant now) override;
    void beginAgain(bool isBad) override;
    void takeAnswer(const HttpAnswer &answer, Instant now);
    void takeDone(Instant now);

    QString m_path;
    std::optional<CertificateLife> m_life;
    Phase m_phase;
    QByteArray m_next; // while it is being kept
    int m_vainTries = 0; // of the next one, while the present one is heard
    bool m_mayAsk = false;
    bool m_isDue = false;
};

} // namespace evertill
